// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choicesIn, clausesOf, filtered, noFilter, turnOf } from './filter.ts';
import type { ReplayedItem } from './run.ts';

const item = (network: string, turn: readonly [string, string], clauses: readonly [string, string]): ReplayedItem =>
  ({
    network,
    before: { action: turn[0], clauses: [{ id: clauses[0] }] },
    after: { action: turn[1], clauses: [{ id: clauses[1] }] },
  }) as unknown as ReplayedItem;

const items = [
  item('facebook', ['none', 'hide'], ['ES-001', 'ES-002']),
  item('facebook', ['none', 'hide'], ['ES-002', 'ES-002']),
  item('bluesky', ['hide', 'none'], ['ES-002', 'ES-003']),
];

test('by turn, by network, by any clause that either judgement cites', () => {
  const count = (filter: Partial<typeof noFilter>) => filtered(items, { ...noFilter, ...filter }).length;
  assert.equal(count({}), 3);
  assert.equal(count({ turn: 'none>hide' }), 2);
  assert.equal(count({ network: 'bluesky' }), 1);
  assert.equal(count({ clause: 'ES-001' }), 1);
  assert.equal(count({ clause: 'ES-003', network: 'facebook' }), 0);
});

test('the choices are those there are, the most frequent first; a clause cited twice counts once', () => {
  assert.deepEqual(
    choicesIn(items, (each) => [turnOf(each)]),
    [
      { value: 'none>hide', items: 2 },
      { value: 'hide>none', items: 1 },
    ],
  );
  assert.deepEqual(choicesIn(items, clausesOf)[0], { value: 'ES-002', items: 3 });
});
