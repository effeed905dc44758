// SPDX-License-Identifier: AGPL-3.0-or-later

const ZONE = 'Europe/Rome';
const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** What a clock in Rome shows, as a `datetime-local` control writes it: `2026-11-22T10:05`. */
export const romeTime = (at: Date): string => wall.format(at).replace(' ', 'T');

/**
 * The moment when a clock in Rome shows that, wherever the browser is; undefined for what is no time. Of the hour that
 * comes twice, the first.
 */
export function instantInRome(shown: string): Date | undefined {
  const asIfUtc = Date.parse(`${shown}:00Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(shown) || Number.isNaN(asIfUtc)) return undefined;
  const candidates = [2, 1].map((hours) => new Date(asIfUtc - hours * 3_600_000));
  return candidates.find((at) => romeTime(at) === shown);
}
