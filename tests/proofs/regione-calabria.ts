// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { Modality, ProposedAction } from '#policy';
import { waitingIn } from '../../src/rulebook/choices.ts';
import type { Tried, TriedItem, World } from '../support/world.ts';
import { touchedBy } from './asking.ts';

// Nearly every rule of this policy sleeps: comments are closed until an act, and an act of their own must wake the rules.
// A rule is proved in three states: asleep; awake for mentions while comments stay closed; awake with comments open.

export const NETWORKS = ['facebook', 'instagram', 'linkedin', 'youtube'] as const;
const ACT = 'decreto di prova n. 7';
export const CLOSED = 'CAL-021';
const RESERVATION = 'CAL-082';
export const TAKEN_DOWN: readonly ProposedAction[] = ['hide', 'remove', 'hold', 'warn', 'report'];

export const recording = (world: World, clauses: readonly string[]): World =>
  world.under({ acts: clauses.map((clause) => ({ clause, act: ACT })) });
export const rulesAsleep = ({ document }: World) => waitingIn(document).filter(({ what }) => what === 'clause');
/** The rules are awake by explicit choice, comments stay closed. */
export const forMentions = (world: World, ...others: readonly string[]): World =>
  recording(world, [...rulesAsleep(world).map(({ clause }) => clause), ...others]);
/** Every act that the document waits for is recorded, the one that opens comments too. */
export const opened = (world: World): World => forMentions(world, CLOSED);

const asItem = (tried: Tried): TriedItem => (typeof tried === 'string' ? { text: tried } : tried);
export const as = (kind: 'comment' | 'mention', tried: Tried): TriedItem => ({ ...asItem(tried), kind });

/** Items by the category for which a clause must be cited. */
export type Cases = Readonly<Record<string, Tried>>;

interface Touch {
  readonly item: Tried;
  readonly category: string;
  readonly modality: Modality;
}

/** The clause is cited, asleep or awake, as the judgement's own clauses and reasons tell. */
export function cites(
  world: World,
  id: string,
  { item, category, modality, dormant }: Touch & { dormant: boolean },
): void {
  const touched = touchedBy(world, id, item);
  assert.ok(touched?.categories.includes(category), `${id} is not cited for ${category}: ${JSON.stringify(item)}`);
  assert.deepEqual([touched?.modality, touched?.dormant], [modality, dormant]);
  const { action, reasons } = world.judge(item).proposal;
  const own = reasons.filter(({ clause }) => clause === id);
  assert.ok(own.length > 0);
  if (!dormant) return;
  assert.ok(own.every(({ text }) => text.startsWith('Il punto non è in vigore')));
  assert.ok(!TAKEN_DOWN.includes(action), `${action} though ${id} sleeps`);
  for (const act of ['hide', 'remove'] as const) assert.ok(!world.grounds(act, item).includes(id));
}

export function staysAsleep(world: World, id: string, touch: Touch): void {
  for (const kind of ['comment', 'mention'] as const) {
    const item = as(kind, touch.item);
    cites(world, id, { ...touch, item, dormant: true });
    const closes = world.judge(item).proposal.reasons.some(({ clause }) => clause === CLOSED);
    assert.equal(closes, kind === 'comment');
  }
  const comment = as('comment', touch.item);
  const closed = forMentions(world);
  assert.equal(touchedBy(closed, id, comment)?.dormant, true, 'closed comments put it to sleep too');
  assert.ok(!TAKEN_DOWN.includes(closed.judge(comment).proposal.action));
}

/** Must be removed once it is awake: this clause leads the proposal and grounds the removal, where it is in force. */
export function removes(world: World, id: string, cases: Cases): void {
  for (const [category, item] of Object.entries(cases)) {
    const touch = { item, category, modality: 'must-remove' } as const;
    staysAsleep(world, id, touch);
    for (const [awake, tried] of [
      [forMentions(world), as('mention', item)],
      [opened(world), as('mention', item)],
      [opened(world), as('comment', item)],
    ] as const) {
      cites(awake, id, { ...touch, item: tried, dormant: false });
      assert.equal(awake.judge(tried).proposal.action, 'remove');
      assert.ok(awake.grounds('remove', tried).includes(id));
    }
  }
}

/** Only asked for: by itself it takes nothing down; under the general reservation it may. */
export function asks(world: World, id: string, cases: Cases): void {
  const alone = recording(world, [id]);
  const reserved = recording(world, [id, RESERVATION]);
  for (const [category, item] of Object.entries(cases)) {
    const mention = as('mention', item);
    const touch = { item: mention, category, modality: 'asked' } as const;
    staysAsleep(world, id, touch);
    assert.equal(touchedBy(alone, id, mention)?.dormant, false);
    assert.ok(!TAKEN_DOWN.includes(alone.judge(mention).proposal.action));
    for (const act of ['hide', 'remove'] as const) assert.ok(!alone.grounds(act, mention).includes(id));
    cites(reserved, id, { ...touch, dormant: false });
    assert.equal(reserved.judge(mention).proposal.action, 'hide');
    for (const ground of [id, RESERVATION]) assert.ok(reserved.grounds('hide', mention).includes(ground));
    assert.equal(touchedBy(opened(world), id, as('comment', item))?.dormant, false);
  }
}

export function protectsOthers({ blocks, shown }: World, id: string): void {
  const rule = blocks('rule').find(({ clause }) => clause.id === id)?.what;
  assert.deepEqual(rule?.protects, ['altre persone']);
  assert.match(shown(id), /altre persone/);
}

/** Nothing is proposed against it, asleep or awake, and the clause has nothing to do with it. */
export function stays(world: World, id: string, item: Tried): void {
  for (const state of [world, forMentions(world), opened(world)])
    for (const kind of ['comment', 'mention'] as const) {
      const tried = as(kind, item);
      assert.equal(touchedBy(state, id, tried), undefined, `${id} is cited: ${JSON.stringify(item)}`);
      assert.ok(!TAKEN_DOWN.includes(state.judge(tried).proposal.action));
    }
}
