// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HolidayCalendar } from '#policy';
import { nextHolidays, romanMinutes, weekOf } from './week.ts';

const FEASTS: HolidayCalendar = (date) => ({ '2026-12-08': 'Immacolata', '2026-12-25': 'Natale' })[date] ?? null;
const OFFICE = [
  { days: [1, 2, 3, 4, 5], ranges: [{ from: 840, to: 1020 }, { from: 540, to: 780 }], holidays: 'excluded' }, // biome-ignore format: one range beside the other
  { days: [2, 7], ranges: [{ from: 1200, to: 1440 }], holidays: 'included' },
] as const;

const week = (now: string) =>
  weekOf(new Date(now), { openings: OFFICE, holidays: FEASTS }).map(
    ({ date, weekday, holiday, ranges }) =>
      `${weekday} ${date} ${holiday ?? ''} ${ranges.map(({ from, to }) => `${from}-${to}`).join(' ')}`,
  );

test('a week goes from Monday to Sunday, each day with its hours in order and its holiday', () => {
  assert.deepEqual(week('2026-12-10T12:00:00Z'), [
    'lunedì 2026-12-07  09:00-13:00 14:00-17:00',
    'martedì 2026-12-08 Immacolata 20:00-24:00',
    'mercoledì 2026-12-09  09:00-13:00 14:00-17:00',
    'giovedì 2026-12-10  09:00-13:00 14:00-17:00',
    'venerdì 2026-12-11  09:00-13:00 14:00-17:00',
    'sabato 2026-12-12  ',
    'domenica 2026-12-13  20:00-24:00',
  ]);
});

test('the week is that of Rome, also at midnight and when the clocks change', () => {
  const mondayOf = (now: string) => week(now)[0]?.split(' ')[1];
  assert.equal(mondayOf('2026-12-13T22:59:00Z'), '2026-12-07', 'Sunday, a minute to midnight');
  assert.equal(mondayOf('2026-12-13T23:00:00Z'), '2026-12-14');
  assert.equal(mondayOf('2026-03-29T12:00:00Z'), '2026-03-23', 'the day of 23 hours');
  assert.equal(mondayOf('2026-10-25T23:30:00Z'), '2026-10-26');
  assert.equal(romanMinutes(new Date('2026-03-29T01:00:00Z')), 180, 'three o’clock comes after one fifty-nine');
  assert.equal(romanMinutes(new Date('2026-12-13T23:00:00Z')), 0);
});

test('the next holidays, today’s too, and none where the calendar has none', () => {
  assert.deepEqual(nextHolidays(new Date('2026-12-08T10:00:00Z'), FEASTS), [
    { date: '2026-12-08', name: 'Immacolata' },
    { date: '2026-12-25', name: 'Natale' },
  ]);
  assert.deepEqual(nextHolidays(new Date('2026-12-26T10:00:00Z'), FEASTS), []);
});
