// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Seen, type Standing, standingChanges } from './standing.ts';

const AT = new Date('2026-11-22T10:00:00Z');
const seen = (externalId: string, standing: Standing): Seen => ({
  event: { type: 'deleted', externalId, at: AT },
  standing,
});
const told = (before: Record<string, 'hidden' | 'held'>, ...now: Seen[]) =>
  standingChanges(now, before, { seenAt: AT, most: 3 });

it('tells each change once, and nothing of what stands as it stood', () => {
  const { changes, standings } = told(
    { b: 'hidden', c: 'held', d: 'held' },
    seen('a', 'held'),
    seen('b', 'hidden'),
    seen('c', 'shown'),
    seen('d', 'hidden'),
  );
  assert.deepEqual(
    changes.map(({ type, externalId }) => [type, externalId]),
    [
      ['held', 'a'],
      ['shown', 'c'],
      ['hidden', 'd'],
    ],
  );
  assert.deepEqual(standings, { a: 'held', b: 'hidden', d: 'hidden' });
  assert.deepEqual(told(standings, seen('a', 'held'), seen('d', 'hidden')).changes, []);
});

it('remembers what it did not see this time, the newest longest', () => {
  const { standings } = told({ a: 'hidden', b: 'hidden', c: 'hidden' }, seen('a', 'hidden'), seen('z', 'held'));
  assert.deepEqual(Object.keys(standings), ['c', 'a', 'z']);
});
