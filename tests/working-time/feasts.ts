// SPDX-License-Identifier: AGPL-3.0-or-later

/** The days of the year on which the whole country is at home, as month and day. */
const FIXED = ['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '11-01', '12-08', '12-25', '12-26'];
/** Easter Mondays, as an almanac lists them. */
const EASTER_MONDAYS = ['2024-04-01', '2025-04-21', '2026-04-06', '2027-03-29', '2028-04-17', '2029-04-02'];
/** A national feast again from 2026 on. */
const FRANCIS = { since: 2026, day: '10-04' };

export const YEARS = EASTER_MONDAYS.map((date) => Number(date.slice(0, 4)));

/** Public holidays of the years of the table, but for Easter Sunday, which is a Sunday. */
export const NATIONAL: ReadonlySet<string> = new Set([
  ...EASTER_MONDAYS,
  ...YEARS.flatMap((year) => FIXED.map((day) => `${year}-${day}`)),
  ...YEARS.filter((year) => year >= FRANCIS.since).map((year) => `${year}-${FRANCIS.day}`),
]);

/** Patron saints, as month and day: of Crema, Rome and Milan. */
export const PATRONS = { Pantaleone: '06-10', 'Pietro e Paolo': '06-29', Ambrogio: '12-07' } as const;
export type Patron = keyof typeof PATRONS;

/** What hangs on the clerk's wall. */
export const feastsWith = (patron: Patron | undefined): ReadonlySet<string> =>
  patron === undefined ? NATIONAL : new Set([...NATIONAL, ...YEARS.map((year) => `${year}-${PATRONS[patron]}`)]);
