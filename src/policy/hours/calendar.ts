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
  /** Only from one local day to another, both counted. */
  readonly between?: { readonly from: string; readonly to: string };
}

/** A stretch of time, in milliseconds since the epoch: `[from, to)`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** One local day under given openings. */
export interface OpenDay {
  /** Counted from 1 January 1970. */
  readonly number: number;
  /** As `2026-12-25`. */
  readonly date: string;
  /** The day's own bounds, in milliseconds since the epoch: a day has 23, 24 or 25 hours. */
  readonly from: number;
  readonly to: number;
  readonly stretches: readonly Stretch[];
  /** What of them is left on a public holiday. */
  readonly onHoliday: readonly Stretch[];
}

const DAY_MS = 86_400_000;
/** What local time is ahead in winter: where the search for a moment's day begins, never where it ends. */
const AHEAD_MS = 3_600_000;
const EPOCH = new Temporal.PlainDate(1970, 1, 1);
/** Beyond it dates run out. */
const LAST_MOMENT = 8.64e15 - 100 * DAY_MS;
/** Some three years of one office: whatever is forgotten is worked out again, to the same result. */
const DAYS_KEPT = 1024;

function instant(date: Temporal.PlainDate, minutes: number): number {
  const day = minutes === 1440 ? date.add({ days: 1 }) : date;
  const plainTime = new Temporal.PlainTime(Math.floor((minutes % 1440) / 60), minutes % 60);
  return day.toZonedDateTime({ timeZone: TIME_ZONE, plainTime }).epochMilliseconds;
}

const startOf = (date: Temporal.PlainDate): number => date.toZonedDateTime(TIME_ZONE).epochMilliseconds;

/** Whether openings hold on a local day: its date `2026-12-25` and its weekday. */
export const holdsOn = (
  { days, between }: Pick<Opening, 'days' | 'between'>,
  on: { readonly date: string; readonly weekday: number },
): boolean =>
  days.some((day) => day === on.weekday) &&
  (between === undefined || (between.from <= on.date && on.date <= between.to));

/** In order; those that reach into each other are one, so that no minute is worked twice. Shifts that only touch stay two. */
export function joined(ranges: readonly DayRange[]): readonly DayRange[] {
  const apart: DayRange[] = [];
  for (const range of ranges.toSorted((left, right) => left.from - right.from)) {
    const last = apart.at(-1);
    if (last === undefined || range.from >= last.to) apart.push(range);
    else apart.splice(-1, 1, { from: last.from, to: Math.max(last.to, range.to) });
  }
  return apart;
}

function openDay(openings: readonly Opening[], number: number): OpenDay {
  const date = EPOCH.add({ days: number });
  const day = { date: date.toString(), weekday: date.dayOfWeek };
  const open = openings.filter((opening) => holdsOn(opening, day));
  const stretches = (those: readonly Opening[]): readonly Stretch[] =>
    joined(those.flatMap(({ ranges }) => ranges)).map(({ from, to }) => ({
      from: instant(date, from),
      to: instant(date, to),
    }));
  const usual = stretches(open);
  const always = open.filter(({ holidays }) => holidays !== 'excluded');
  return {
    number,
    date: day.date,
    from: startOf(date),
    to: startOf(date.add({ days: 1 })),
    stretches: usual,
    onHoliday: always.length === open.length ? usual : stretches(always),
  };
}

/** What of a day is open, in order. */
export function stretchesOf({ date, stretches, onHoliday }: OpenDay, holidays?: HolidayCalendar): readonly Stretch[] {
  if (holidays === undefined || onHoliday === stretches) return stretches;
  return holidays(date) === null ? stretches : onHoliday;
}

/** The days of given openings. Calendar arithmetic is slow, so each is worked out once. */
export interface OpenDays {
  /** The local day of a moment, in milliseconds since the epoch; nothing where there are no dates. */
  at(moment: number): OpenDay | undefined;
  after(day: OpenDay): OpenDay;
}

function makeOpenDays(openings: readonly Opening[]): OpenDays {
  const kept = new Map<number, OpenDay>();
  const numbered = (number: number): OpenDay => {
    const known = kept.get(number);
    if (known !== undefined) return known;
    if (kept.size >= DAYS_KEPT) kept.clear();
    const fresh = openDay(openings, number);
    kept.set(number, fresh);
    return fresh;
  };
  return {
    at: (moment) => {
      if (!(Math.abs(moment) <= LAST_MOMENT)) return undefined;
      let day = numbered(Math.floor((moment + AHEAD_MS) / DAY_MS));
      while (moment < day.from) day = numbered(day.number - 1);
      while (moment >= day.to) day = numbered(day.number + 1);
      return day;
    },
    after: ({ number }) => numbered(number + 1),
  };
}

const known = new WeakMap<readonly Opening[], OpenDays>();

export function openDays(openings: readonly Opening[]): OpenDays {
  const days = known.get(openings) ?? makeOpenDays(openings);
  known.set(openings, days);
  return days;
}
