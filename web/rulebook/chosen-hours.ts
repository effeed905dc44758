// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Hours } from '#rulebook/contract';
import { chosenHoursWords } from '../words/chosen-hours.ts';
import { DAY_NAMES } from './form/values.ts';

export type Day = Hours['days'][number];
export const DAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Day[];
export const MOST_SHIFTS = 4;

/** A shift as it is typed: `09:00`. */
export interface TypedShift {
  readonly from: string;
  readonly to: string;
}

const MIDNIGHT = 24 * 60;
const nameOf = (day: Day): string => DAY_NAMES[day - 1] ?? '';
const article = (day: Day): string => (day === 7 ? 'la' : 'il');

/** `9:00` */
export const clockWords = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
const typed = (minutes: number): string => clockWords(minutes % MIDNIGHT).padStart(5, '0');

/** Minutes from midnight; null for what is no time. */
function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** The shifts in the order of the day; null unless each ends after it begins and none overlaps another. */
export function rangesOf(shifts: readonly TypedShift[]): Hours['ranges'] | null {
  const ranges: Hours['ranges'] = [];
  for (const shift of shifts) {
    const from = minutesOf(shift.from);
    const to = minutesOf(shift.to);
    if (from === null || to === null) return null;
    ranges.push({ from, to: to === 0 ? MIDNIGHT : to });
  }
  const inOrder = ranges.toSorted((left, right) => left.from - right.from);
  const apart = inOrder.every(({ from, to }, index) => to > from && from >= (inOrder[index - 1]?.to ?? 0));
  return inOrder.length > 0 && apart ? inOrder : null;
}

export const shiftsOf = (ranges: Hours['ranges']): TypedShift[] =>
  ranges.map(({ from, to }) => ({ from: typed(from), to: typed(to) }));

/** «dal lunedì al venerdì», «il lunedì e la domenica», «tutti i giorni». */
export function daysWords(days: readonly Day[]): string {
  const inOrder = DAYS.filter((day) => days.includes(day));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (inOrder.length === DAYS.length) return 'tutti i giorni';
  if (inOrder.length > 2 && last - first === inOrder.length - 1)
    return `dal ${nameOf(first)} ${last === 7 ? 'alla' : 'al'} ${nameOf(last)}`;
  const named = inOrder.map((day) => `${article(day)} ${nameOf(day)}`);
  return named.length === 1 ? named.join('') : `${named.slice(0, -1).join(', ')} e ${named.at(-1)}`;
}

/** «dal lunedì al venerdì, dalle 9:00 alle 13:00 e dalle 14:00 alle 17:00, festivi esclusi» */
export function hoursWords({ days, ranges, holidays }: Hours): string {
  const shifts = ranges.map(({ from, to }) => `dalle ${clockWords(from)} alle ${clockWords(to)}`).join(' e ');
  return `${daysWords(days)}, ${shifts}, ${chosenHoursWords.holidays[holidays]}`;
}
