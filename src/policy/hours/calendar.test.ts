// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Temporal } from 'temporal-polyfill';
import { type HolidayCalendar, type Opening, openDays, type Stretch, stretchesOf } from './calendar.ts';
import { afterOpenMinutes, firstClose } from './waiting.ts';

const OFFICE: readonly Opening[] = [
  { days: [1, 2, 3, 4, 5], ranges: [{ from: 540, to: 780 }], holidays: 'excluded' },
  // Across the hour that the clocks leave out or repeat, and to the end of the day.
  {
    days: [6, 7],
    ranges: [
      { from: 90, to: 150 },
      { from: 1200, to: 1440 },
    ],
    holidays: 'included',
  },
];
const FEASTS: HolidayCalendar = (date) => (date.endsWith('-25') || date.endsWith('-02') ? 'Festa' : null);

/** What the slow way says: every day anew, from the calendar alone. */
function* slowStretches(start: number, holidays?: HolidayCalendar): Generator<Stretch> {
  let date = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO('Europe/Rome').toPlainDate();
  for (let looked = 0; looked < 62; looked++, date = date.add({ days: 1 })) {
    const feast = (holidays?.(date.toString()) ?? null) !== null;
    const open = OFFICE.filter(
      ({ days, holidays: on }) => days.some((day) => day === date.dayOfWeek) && !(feast && on === 'excluded'),
    );
    const at = (minutes: number): number =>
      (minutes === 1440 ? date.add({ days: 1 }) : date).toZonedDateTime({
        timeZone: 'Europe/Rome',
        plainTime: new Temporal.PlainTime(Math.floor((minutes % 1440) / 60), minutes % 60),
      }).epochMilliseconds;
    for (const { from, to } of open.flatMap(({ ranges }) => ranges))
      if (at(to) > start) yield { from: at(from), to: at(to) };
  }
}

/** Moments all over some years, and every quarter of an hour around the nights on which the clocks change. */
function* moments(): Generator<number> {
  for (let at = Date.UTC(2019, 0, 1); at < Date.UTC(2031, 0, 1); at += 101_234_567) yield at;
  for (const night of [Date.UTC(2026, 2, 28, 20), Date.UTC(2026, 9, 24, 20)])
    for (let quarter = 0; quarter < 40; quarter++) yield night + quarter * 900_000;
}

test('days worked out once give what days worked out anew give', () => {
  let compared = 0;
  for (const at of moments()) {
    const start = new Date(at);
    const holidays = compared++ % 3 === 0 ? undefined : FEASTS;
    const [first, second] = slowStretches(at, holidays);
    assert.equal(firstClose(OFFICE, start, holidays)?.getTime(), first?.to, start.toISOString());
    assert.ok(first !== undefined && second !== undefined);
    const inFirst = (first.to - Math.max(first.from, at)) / 60_000;
    assert.equal(
      afterOpenMinutes(OFFICE, { start, minutes: inFirst + 30 }, holidays)?.getTime(),
      second.from + 30 * 60_000,
      start.toISOString(),
    );
  }
  // More days than are kept at once.
  assert.ok(compared > 3_000);
});

test('a day has the hours that the clocks give it', () => {
  const hours = (at: string): number => {
    const day = openDays(OFFICE).at(new Date(at).getTime());
    return day === undefined ? 0 : (day.to - day.from) / 3_600_000;
  };
  assert.deepEqual(
    ['2026-03-28', '2026-03-29', '2026-10-25'].map((date) => hours(`${date}T12:00:00Z`)),
    [24, 23, 25],
  );
});

test('a moment belongs to the day that its place tells, not to that of Greenwich', () => {
  const dates = ['2026-01-13T22:59:59Z', '2026-01-13T23:00:00Z', '2026-07-01T21:59:59Z', '2026-07-01T22:30:00Z'];
  // Before 1893 Rome was ten minutes short of an hour ahead.
  const day = [...dates, '1890-05-01T23:05:00Z', '1890-05-01T23:15:00Z'].map(
    (at) => openDays(OFFICE).at(new Date(at).getTime())?.date,
  );
  assert.deepEqual(day, ['2026-01-13', '2026-01-14', '2026-07-01', '2026-07-02', '1890-05-01', '1890-05-02']);
});

test('a holiday leaves what is open on holidays too', () => {
  const on = (at: string) => {
    const day = openDays(OFFICE).at(new Date(at).getTime());
    assert.ok(day !== undefined);
    return stretchesOf(day, FEASTS).length;
  };
  assert.deepEqual(
    ['2026-12-24', '2026-12-25', '2026-07-25'].map((date) => on(`${date}T12:00:00Z`)),
    [1, 0, 2],
  );
});

test('where there are no dates there is no close, and nothing breaks', () => {
  for (const at of [Number.NaN, 8.64e15, -8.64e15]) {
    assert.equal(firstClose(OFFICE, new Date(at), FEASTS), undefined);
    assert.equal(afterOpenMinutes(OFFICE, { start: new Date(at), minutes: 10 }), undefined);
  }
});
