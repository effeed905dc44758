// SPDX-License-Identifier: AGPL-3.0-or-later
import Holidays from 'date-holidays';
import type { HolidayCalendar } from '#policy';

/** Italian public holidays by day (`YYYY-MM-DD`, Europe/Rome); null on the other days. */
export function holidaysOf(): HolidayCalendar {
  const calendar = new Holidays('IT');
  const years = new Map<number, ReadonlyMap<string, string>>();
  const ofYear = (year: number): ReadonlyMap<string, string> => {
    const known = years.get(year);
    if (known !== undefined) return known;
    const days = calendar.getHolidays(year, 'it').filter((holiday) => holiday.type === 'public');
    const fresh = new Map(days.map((holiday) => [holiday.date.slice(0, 10), holiday.name]));
    years.set(year, fresh);
    return fresh;
  };
  return (day) => ofYear(Number(day.slice(0, 4))).get(day) ?? null;
}
