// SPDX-License-Identifier: AGPL-3.0-or-later
import { type HolidayCalendar, type Opening, openDays, type Stretch, stretchesOf } from './calendar.ts';

/** Two months without one open day is not an office; looking further would only hide a mistake. */
const DAYS_CLOSED = 62;
/** However few its hours are, nobody waits longer for an office. */
const DAYS_WAITED = 366;

/** What is waited for: from when, in which hours. */
interface Wait {
  readonly openings: readonly Opening[];
  readonly start: Date;
  readonly holidays: HolidayCalendar | undefined;
}

/** Goes through the open stretches from the local day of the start on, leaving out those already over, until one gives a date. */
function firstOf({ openings, start, holidays }: Wait, look: (stretch: Stretch) => Date | undefined): Date | undefined {
  const from = start.getTime();
  const days = openDays(openings);
  let day = openings.length === 0 ? undefined : days.at(from);
  let closed = 0;
  for (let looked = 0; day !== undefined && looked < DAYS_WAITED && closed < DAYS_CLOSED; looked++) {
    const stretches = stretchesOf(day, holidays);
    closed = stretches.length === 0 ? closed + 1 : 0;
    for (const stretch of stretches) {
      const found = stretch.to > from ? look(stretch) : undefined;
      if (found !== undefined) return found;
    }
    day = days.after(day);
  }
  return undefined;
}

/** The end of the first open stretch in which something that came at `start` can be looked at. */
export const firstClose = (openings: readonly Opening[], start: Date, holidays?: HolidayCalendar): Date | undefined =>
  firstOf({ openings, start, holidays }, ({ to }) => new Date(to));

/** When so many minutes of open time have gone by after `start`; undefined where the hours do not reach so far within a year. */
export function afterOpenMinutes(
  openings: readonly Opening[],
  { start, minutes }: { readonly start: Date; readonly minutes: number },
  holidays?: HolidayCalendar,
): Date | undefined {
  let left = minutes * 60_000;
  return firstOf({ openings, start, holidays }, ({ from, to }) => {
    const begin = Math.max(from, start.getTime());
    if (to - begin >= left) return new Date(begin + left);
    left -= to - begin;
    return undefined;
  });
}
