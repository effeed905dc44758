// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { type BlockKind, type Modality, moderationHours, type NetworkName, type TouchedClause } from '#policy';
import { openDays, stretchesOf } from '../../src/policy/hours/calendar.ts';
import { instantOf } from '../../src/policy/values/moment.ts';
import { covers } from '../../src/policy/values/networks.ts';
import type { Tried, TriedItem, World } from '../support/world.ts';

// What the proofs of a body ask of its clauses, one question each.

export const PUBLIC = ['comment', 'reply', 'visitor-post', 'mention'] as const;
export const MISSING = { kind: 'missing' };

/** An item, and the category for which a clause should be cited. */
export interface Shown {
  readonly item: TriedItem;
  readonly as: string;
}

/** What a clause says in its only block of a kind. */
export function said<Kind extends BlockKind>(world: World, id: string, kind: Kind) {
  const [first, second] = world.blocks(kind).filter(({ clause }) => clause.id === id);
  assert.ok(first !== undefined && second === undefined, `${id} has not one block of ${kind}`);
  return first.what;
}

/** Each of these words is read by citizens under the clause. */
export function isRead(world: World, id: string, words: readonly string[]): void {
  const shown = world.shown(id).toLowerCase();
  for (const one of words) assert.ok(shown.includes(one.toLowerCase()), `${id} does not show: ${one}`);
}

export const touched = ({ judge }: World, id: string, item: Tried): readonly TouchedClause[] =>
  judge(item).clauses.filter((clause) => clause.id === id);

/** As a clause of one rule is. */
export const touchedBy = (world: World, id: string, item: Tried): TouchedClause | undefined =>
  touched(world, id, item)[0];

/** What the proposal says in the name of a clause. */
export const reasonsOf = ({ judge }: World, id: string, item: Tried): readonly string[] =>
  judge(item).proposal.reasons.flatMap(({ clause, text }) => (clause === id ? [text] : []));

/** The first of them. */
export const reasonOf = (world: World, id: string, item: Tried): string | undefined => reasonsOf(world, id, item)[0];

export function isTouched(world: World, id: string, { item, as, by }: Shown & { readonly by: Modality }): void {
  const found = touched(world, id, item).find(({ modality }) => modality === by);
  assert.ok(found?.categories.includes(as), `${id} is not cited as ${by} for ${as}: ${JSON.stringify(item)}`);
}

/** Not tolerated, without a verb of removal: cited, and never by itself a ground for taking anything down. */
export function isAsked(world: World, id: string, { item, as }: Shown): void {
  for (const channel of world.policy.channels.keys()) {
    const here = { ...item, channel };
    isTouched(world, id, { item: here, as, by: 'asked' });
    for (const act of ['hide', 'remove'] as const) assert.ok(!world.grounds(act, here).includes(id));
  }
}

/** The item stays where it is, and the clause has nothing to do with it. */
export function stays(world: World, id: string, item: Tried): void {
  assert.deepEqual(touched(world, id, item), [], JSON.stringify(item));
  assert.ok(!['hide', 'remove', 'hold'].includes(world.judge(item).proposal.action), JSON.stringify(item));
}

/** An office answers for the item, as the clause says, and that its address is missing is told. */
export function isSentOn(world: World, id: string, { item, to }: { readonly item: TriedItem; readonly to: string }) {
  const { route, missing } = world.judge(item);
  assert.deepEqual([route?.office, route?.address, route?.reason.clause], [to, undefined, id], JSON.stringify(item));
  assert.ok(missing.some(({ what, clause, text }) => what === 'route' && clause === id && text.includes(to)));
}

/** One text for each word of the clause's own category. */
export function listsWords(world: World, id: string, texts: readonly string[]): void {
  const { name, words } = said(world, id, 'category');
  assert.equal(words?.length, texts.length, 'one text for each word');
  for (const text of texts)
    assert.ok(
      touched(world, id, text).some(({ categories }) => categories.includes(name)),
      text,
    );
}

/** Whether a channel is moderated at a moment, local time in Rome. */
export function isOpen({ policy }: World, channel: NetworkName, at: string): boolean {
  const moment = instantOf(at).getTime();
  const day = openDays(moderationHours(policy, channel).openings).at(moment);
  return day !== undefined && stretchesOf(day).some(({ from, to }) => from <= moment && moment < to);
}

/** No way of answering leads into private messages. */
export function keepsOutOfMessages({ blocks }: World): void {
  const words = [
    ...blocks('reply').flatMap(({ what: { ways, text } }) => [ways, text]),
    ...blocks('routing').map(({ what }) => what.answer),
  ];
  assert.ok(words.some((one) => one !== undefined));
  for (const one of words) assert.doesNotMatch(JSON.stringify(one) ?? '', /privat|messagg|\bDM\b/i);
}

/** What a network may carry, clause by clause. */
export const mayCarry = ({ blocks }: World, network: NetworkName) =>
  new Map(
    blocks('content')
      .filter(({ what }) => what.force === 'may' && what.channels !== undefined && covers(what.channels, network))
      .map(({ clause, what }) => [clause.id, what] as const),
  );
