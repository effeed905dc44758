// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ExtraHours } from '#rulebook/contract';
import { it } from '../it.ts';
import { bodyDaysWords as words } from '../words/body-days.ts';
import { clockWords } from './chosen-hours.ts';
import { dayWords } from './day-words.ts';

/** «7 dicembre», of `12-07`. */
export const everyYear = (day: string): string => {
  const [month, date] = day.split('-').map(Number);
  return `${date === 1 ? '1º' : date} ${words.months[(month ?? 1) - 1]}`;
};

/** `12-07`; null for what is not a day of every year. */
export function yearlyDay(date: string, month: number): string | null {
  const number = Number(date);
  // 2001 has no 29 February.
  const at = new Date(Date.UTC(2001, month - 1, number));
  if (!/^\d{1,2}$/.test(date) || at.getUTCDate() !== number || at.getUTCMonth() !== month - 1) return null;
  return at.toISOString().slice(5, 10);
}

/** «24 novembre 2026 – 26 novembre 2026» */
export const spanWords = ({ from, to }: Pick<ExtraHours, 'from' | 'to'>): string =>
  words.cover.span(dayWords(from), dayWords(to));

/** «dalle 20:00 alle 23:00, anche se festivo; su tutti i social» */
export function extraWords({ ranges, channels }: ExtraHours): string {
  const hours = ranges.map(({ from, to }) => `dalle ${clockWords(from)} alle ${clockWords(to)}`).join(' e ');
  const networks = channels?.map((network) => it.network[network] ?? network).join(', ');
  return words.cover.hours(hours, networks === undefined ? words.cover.everywhere : words.cover.on(networks));
}
