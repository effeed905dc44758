// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Signal } from '#policy';
import { type Compared, differing } from './differing.ts';
import { comparing } from './nearest.ts';

const noticed = (category: string): Signal => ({
  category,
  strength: 0.8,
  spans: [],
  source: 'prova',
  reason: 'prova',
});
const decided = (id: string, more: Partial<Compared> = {}): Compared => ({
  ...{ id, decision: 'hide', person: 'one', clauses: ['ESE-003'], signals: [noticed('insult')] },
  text: 'Siete dei buffoni incapaci, andate tutti quanti a casa',
  ...more,
});
const others = (count: number): Compared[] =>
  Array.from({ length: count }, (_, nth) => decided(`other ${nth}`, { text: `Parole tutte diverse numero ${nth}` }));

test('two alike, one hidden and one left, are told; two alike decided alike are not', () => {
  const left = decided('b', { decision: 'publish', person: 'two' });
  const { groups, notShown } = differing([decided('a'), left, ...others(4)], 5);
  assert.equal(notShown, 0);
  assert.deepEqual(
    groups.map(({ clause, decisions, pairs }) => [clause, decisions, pairs[0]?.takenDown.id, pairs[0]?.left.id]),
    [['ESE-003', 6, 'a', 'b']],
  );
  assert.equal(JSON.stringify(groups.map(({ pairs }) => pairs.length)), '[1]');
  assert.deepEqual(differing([decided('a'), decided('b', { person: 'two' }), ...others(4)], 5).groups, []);
});

test('in a small group, or where one person decided everything, nothing is told but that there is something', () => {
  const left = (person: string) => decided('b', { decision: 'no-action', person });
  assert.deepEqual(differing([decided('a'), left('two'), ...others(2)], 5), { groups: [], notShown: 1 });
  assert.deepEqual(differing([decided('a'), left('one'), ...others(9)], 5), { groups: [], notShown: 1 });
});

test('what may be csam is compared with nothing', () => {
  const hidden = decided('a', { signals: [noticed('csam'), noticed('insult')] });
  const left = decided('b', { decision: 'publish', person: 'two' });
  assert.deepEqual(differing([hidden, left, ...others(5)], 5), { groups: [], notShown: 0 });
});

test('near is what says the same of the same clause, whoever wrote it and in whatever order', () => {
  const near = comparing(decided('a'));
  assert.equal(near(decided('b')), 1);
  assert.ok(near(decided('b', { text: 'A casa, incapaci buffoni che siete, andate tutti quanti' })) > 0.8);
  assert.ok(near(decided('b', { text: 'Lo sportello apre alle nove del mattino', signals: [] })) < 0.2);
  assert.equal(near(decided('b', { clauses: ['ESE-009'] })), 0);
});
