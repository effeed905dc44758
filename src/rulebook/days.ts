// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Act } from './contract.ts';
import { rulebookError } from './errors.ts';

const TIME_ZONE = 'Europe/Rome';
const ROMAN_DAY = new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeZone: TIME_ZONE });
// The Swedish form of a day is that of ISO 8601.
const ISO_DAY = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: TIME_ZONE });
const PLAIN_DAY = new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeZone: 'UTC' });

const EARLIEST_ACT = '2000-01-01';

/** `13 gennaio 2026`, in Rome. */
export const romanDay = (at: Date): string => ROMAN_DAY.format(at);

/** `2026-01-13`, in Rome. */
export const isoDay = (at: Date): string => ISO_DAY.format(at);

/** `13 gennaio 2026`, of a day `2026-01-13`. */
export const plainDay = (date: string): string => PLAIN_DAY.format(new Date(`${date}T00:00:00Z`));

/** `24 novembre 2026 – 26 novembre 2026`, or the one day. */
export const spanWords = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? plainDay(from) : `${plainDay(from)} – ${plainDay(to)}`;

/** An act as it is cited: `deliberazione n. 41 del 20 novembre 2025`. */
export const actWords = ({ number, date }: Act): string => {
  const day = plainDay(date);
  return `${number} ${/^(8|11)\b/.test(day) ? `dell’${day}` : `del ${day.replace(/^1 /, '1º ')}`}`;
};

/** Throws ACT_DATE_WRONG: nobody adopts tomorrow, or before there was anything to regulate. */
export function refuseActDate({ date }: Act, now: Date): void {
  if (date > isoDay(now) || date < EARLIEST_ACT) throw rulebookError('ACT_DATE_WRONG', date);
}
