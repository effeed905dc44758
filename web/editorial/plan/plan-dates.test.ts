// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysOfWeek, longDay, monthAfter, weekOf, weeksOfMonth } from './plan-dates.ts';

test('a month shows whole weeks, over the change of the clocks and of the year', () => {
  const october = weeksOfMonth('2026-10-15');
  assert.deepEqual([october[0]?.[0], october.at(-1)?.at(-1), october.length], ['2026-09-28', '2026-11-01', 5]);
  const december = weeksOfMonth('2026-12-01');
  assert.deepEqual([december[0]?.[0], december.at(-1)?.at(-1)], ['2026-11-30', '2027-01-03']);
  assert.equal(new Set(october.flat()).size, 35, 'each day once');
  assert.deepEqual(daysOfWeek('2026-10-25'), [
    ...['2026-10-19', '2026-10-20', '2026-10-21', '2026-10-22', '2026-10-23', '2026-10-24', '2026-10-25'],
  ]);
});

test('a month later is the same day, or the last there is', () => {
  assert.equal(monthAfter('2026-01-31', 1), '2026-02-28');
  assert.equal(monthAfter('2026-12-15', 1), '2027-01-15');
  assert.equal(monthAfter('2026-01-15', -1), '2025-12-15');
  assert.equal(weekOf('2026-11-29'), '2026-11-23');
  assert.equal(longDay('2026-11-24'), 'martedì 24 novembre');
});
