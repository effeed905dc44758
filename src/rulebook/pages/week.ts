// SPDX-License-Identifier: AGPL-3.0-or-later
import { type HolidayCalendar, holdsOn, joined, type ModerationHours } from '#policy';
import { isoDay } from '../days.ts';

const WEEKDAYS = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'] as const;
const DAY_MS = 86_400_000;
const ROMAN_CLOCK = new Intl.DateTimeFormat('it-IT', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/Rome',
});
const HOLIDAYS_SHOWN = 3;
const DAYS_AHEAD = 200;

export interface WeekDay {
  readonly date: string;
  readonly weekday: string;
  readonly holiday: string | null;
  /** `09:00` to `13:00`, in order. */
  readonly ranges: readonly { readonly from: string; readonly to: string }[];
}

/** Minutes gone by of the local day, by the clock on the wall. */
export function romanMinutes(at: Date): number {
  const [hours = 0, minutes = 0] = ROMAN_CLOCK.format(at).split(':').map(Number);
  return hours * 60 + minutes;
}

// Local dates are counted as days in UTC, where every day has 24 hours.
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const dateOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);
/** 0 Monday … 6 Sunday; the first day of the count was a Thursday. */
const weekdayOf = (number: number): number => (number + 3) % 7;

/** `09:00`. */
export const clockWords = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The local week of a moment, from Monday, with the open hours of each day. */
export function weekOf(
  now: Date,
  { openings, holidays }: Pick<ModerationHours, 'openings'> & { readonly holidays: HolidayCalendar },
): readonly WeekDay[] {
  const today = dayNumber(isoDay(now));
  const monday = today - weekdayOf(today);
  return WEEKDAYS.map((weekday, index) => {
    const date = dateOf(monday + index);
    const holiday = holidays(date);
    const open = openings.filter(
      (opening) =>
        holdsOn(opening, { date, weekday: index + 1 }) && !(holiday !== null && opening.holidays === 'excluded'),
    );
    const ranges = joined(open.flatMap((opening) => opening.ranges));
    return {
      date,
      weekday,
      holiday,
      ranges: ranges.map(({ from, to }) => ({ from: clockWords(from), to: clockWords(to) })),
    };
  });
}

/** The next public holidays, today's too. */
export function nextHolidays(now: Date, holidays: HolidayCalendar): { date: string; name: string }[] {
  const today = dayNumber(isoDay(now));
  const found: { date: string; name: string }[] = [];
  for (let ahead = 0; ahead < DAYS_AHEAD && found.length < HOLIDAYS_SHOWN; ahead++) {
    const date = dateOf(today + ahead);
    const name = holidays(date);
    if (name !== null) found.push({ date, name });
  }
  return found;
}
