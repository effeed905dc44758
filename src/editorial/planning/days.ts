// SPDX-License-Identifier: AGPL-3.0-or-later

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
});

/** What a clock in Rome shows: `2026-11-23T09:00`. */
export const shownInRome = (at: Date): string => wall.format(at).replace(' ', 'T');

export const dayInRome = (at: Date): string => shownInRome(at).slice(0, 10);

/** The moment when a clock in Rome shows that; of the hour that comes twice the first, of the one that is skipped none. */
export function momentInRome(day: string, time: string): Date | undefined {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asIfUtc)) return undefined;
  const candidates = [2, 1].map((hours) => new Date(asIfUtc - hours * HOUR_MS));
  return candidates.find((at) => shownInRome(at) === `${day}T${time}`);
}

/** The day so many days later, or before. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** When the day begins in Rome. */
export const startOf = (day: string): Date => momentInRome(day, '00:00') ?? new Date(`${day}T00:00:00Z`);

export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** The Monday of its week. */
export function weekOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return dayAfter(day, -((weekday + 6) % 7));
}
