// SPDX-License-Identifier: AGPL-3.0-or-later
import { Temporal } from 'temporal-polyfill';
import type { Weekday } from '../values/days.ts';
import type { DayRange } from '../values/hours.ts';
import { TIME_ZONE } from '../values/moment.ts';

/** Tells the name of the public holiday on a local date `2026-12-25`, or null. */
export type HolidayCalendar = (date: string) => string | null;

/** When somebody is there: on which days, and between which minutes of them. */
export interface Opening {
  readonly days: readonly Weekday[];
  readonly ranges: readonly DayRange[];
  readonly holidays: 'excluded' | 'included';
}

/** A stretch of time, in milliseconds since the epoch: `[from, to)`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Two months without one open day is not an office; looking further would only hide a mistake. */
const DAYS_LOOKED_AT = 62;

function instant(date: Temporal.PlainDate, minutes: number): number {
  const day = minutes === 1440 ? date.add({ days: 1 }) : date;
  const plainTime = new Temporal.PlainTime(Math.floor((minutes % 1440) / 60), minutes % 60);
  return day.toZonedDateTime({ timeZone: TIME_ZONE, plainTime }).epochMilliseconds;
}

/** The open stretches from the local day of `start` on, in order; those already over are left out. */
export function* openStretches(
  openings: readonly Opening[],
  start: Date,
  holidays?: HolidayCalendar,
): Generator<Stretch> {
  if (openings.length === 0) return;
  const from = start.getTime();
  let date = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(TIME_ZONE).toPlainDate();
  for (let looked = 0; looked < DAYS_LOOKED_AT; looked++, date = date.add({ days: 1 })) {
    const weekday = date.dayOfWeek;
    const holiday = holidays?.(date.toString()) ?? null;
    const open = openings.filter(
      (opening) =>
        opening.days.some((day) => day === weekday) && !(holiday !== null && opening.holidays === 'excluded'),
    );
    const ranges = open.flatMap((opening) => opening.ranges).toSorted((left, right) => left.from - right.from);
    for (const range of ranges) {
      const to = instant(date, range.to);
      if (to > from) yield { from: instant(date, range.from), to };
    }
  }
}

/** The end of the first open stretch in which something that came at `start` can be looked at. */
export function firstClose(openings: readonly Opening[], start: Date, holidays?: HolidayCalendar): Date | undefined {
  for (const { to } of openStretches(openings, start, holidays)) return new Date(to);
  return undefined;
}

/** When so many minutes of open time have gone by after `start`. */
export function afterOpenMinutes(
  openings: readonly Opening[],
  wait: { readonly start: Date; readonly minutes: number },
  holidays?: HolidayCalendar,
): Date | undefined {
  let left = wait.minutes * 60_000;
  for (const { from, to } of openStretches(openings, wait.start, holidays)) {
    const begin = Math.max(from, wait.start.getTime());
    if (to - begin >= left) return new Date(begin + left);
    left -= to - begin;
  }
  return undefined;
}
