// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { NetworkName } from '#policy';
import type { TriedItem, World } from '../support/world.ts';
import { said, touchedBy } from './asking.ts';

// What the proofs of this body ask of a policy: each question in one place.

/** Where comments are open: everywhere but on YouTube. */
export const MODERATED = ['facebook', 'instagram', 'threads', 'x', 'linkedin', 'tiktok'] as const;
export const OFFICIAL = [...MODERATED, 'youtube'] as const;
export const QUESTION = 'A che ora apre lo sportello?';

/** Judged on every network that has comments; on YouTube, which has none, the clause is silent. */
export function onEach(world: World, id: string, tried: (channel: NetworkName) => TriedItem): readonly TriedItem[] {
  assert.equal(touchedBy(world, id, tried('youtube')), undefined, `${id} speaks of YouTube`);
  return MODERATED.map(tried);
}

/** The office that answers for such an item, as the clause sends it on. */
export function isRouted(world: World, id: string, item: TriedItem): string | undefined {
  const { proposal, route } = world.judge(item);
  assert.equal(proposal.action, 'route', JSON.stringify(item));
  assert.equal(route?.reason.clause, id);
  assert.equal(route.address, undefined, 'the source gives no address');
  assert.ok(world.judge(item).missing.some(({ what, clause }) => what === 'route' && clause === id));
  return route.office;
}

interface Shown {
  readonly label: string;
  readonly channel?: NetworkName;
  readonly texts: readonly string[];
}

/** Words of a category of the body's own: each makes the clause send the item on, under the category's label. */
export function eachWordRoutes(world: World, id: string, { label, channel, texts }: Shown): void {
  assert.equal(said(world, id, 'category').words?.length, texts.length, 'one text for each word');
  for (const text of texts) {
    const { route, priority, proposal } = world.judge({ text, ...(channel !== undefined && { channel }) });
    assert.equal(proposal.action, 'route', text);
    assert.equal(route?.reason.clause, id, text);
    assert.ok(route.reason.text.startsWith(`${label}: `), text);
    assert.equal(priority, 2, 'ordinary');
  }
}

export const isTruncated = (world: World, id: string): boolean =>
  world.blocks('defect').some(({ clause, what }) => clause.id === id && what.of === 'truncated');
