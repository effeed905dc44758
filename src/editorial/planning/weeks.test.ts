// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slotStateOf, weekFigures } from './weeks.ts';

const at = new Date('2026-11-24T09:00:00Z');
const slot = { at, day: '2026-11-24', outAt: null, hasContent: false };
const out = (iso: string) => ({ ...slot, outAt: new Date(iso), hasContent: true });
const byDay = (iso: string) => ({ now: new Date(iso), lateMinutes: null });

test('where the body chose nothing a slot is late from the day after, in Rome', () => {
  assert.equal(slotStateOf(slot, byDay('2026-11-24T22:59:00Z')), 'planned');
  assert.equal(slotStateOf({ ...slot, hasContent: true }, byDay('2026-11-24T22:59:00Z')), 'in-hand');
  assert.equal(slotStateOf(slot, byDay('2026-11-24T23:00:00Z')), 'not-done');
  assert.equal(slotStateOf(out('2026-11-24T22:59:00Z'), byDay('2026-12-01T09:00:00Z')), 'on-time');
  assert.equal(slotStateOf(out('2026-11-24T23:00:00Z'), byDay('2026-12-01T09:00:00Z')), 'late');
});

test('past the minutes that the body chose it is late', () => {
  const choice = { now: new Date('2026-11-24T09:16:00Z'), lateMinutes: 15 };
  assert.equal(slotStateOf(slot, choice), 'not-done');
  assert.equal(slotStateOf(out('2026-11-24T09:15:00Z'), choice), 'on-time');
  assert.equal(slotStateOf(out('2026-11-24T09:15:01Z'), choice), 'late');
  assert.equal(slotStateOf(out('2026-11-24T08:00:00Z'), choice), 'on-time', 'before its time is not late');
});

test('every week of the period is counted, empty ones too, over the end of the year', () => {
  const weeks = weekFigures(
    { from: '2026-12-28', to: '2027-01-12' },
    [
      { day: '2026-12-31', state: 'on-time' },
      { day: '2027-01-01', state: 'late' },
      { day: '2027-01-03', state: 'not-done' },
      { day: '2027-01-12', state: 'planned' },
    ],
    [
      { day: '2027-01-02', outAt: '2027-01-02T09:00:00.000Z' },
      { day: '2027-01-11', outAt: null },
    ],
  );
  assert.deepEqual(weeks, [
    { week: '2026-12-28', planned: 3, onTime: 1, late: 1, notDone: 1, waiting: 0, offPlan: 1 },
    { week: '2027-01-04', planned: 0, onTime: 0, late: 0, notDone: 0, waiting: 0, offPlan: 0 },
    { week: '2027-01-11', planned: 1, onTime: 0, late: 0, notDone: 0, waiting: 1, offPlan: 0 },
  ]);
});
