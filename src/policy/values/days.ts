// SPDX-License-Identifier: AGPL-3.0-or-later
import { nearest } from '../nearest.ts';
import { bad, good, type ValueKind } from './value.ts';
import { BETWEEN_NAMES, joined, placedWords } from './words.ts';

/** ISO weekday: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const NAMES: readonly string[] = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'];
const EVERY_DAY = 'tutti i giorni';
const SPAN = /^(?:dal|dalla) (\S+) (?:al|alla) (\S+)$/;

const weekday = (name: string): number => NAMES.indexOf(name) + 1;
const named = (day: number): string => NAMES[day - 1] ?? '';

function between(first: number, last: number): readonly Weekday[] {
  const length = ((last - first + 7) % 7) + 1;
  const days = Array.from({ length }, (_, index) => (((first + index - 1) % 7) + 1) as Weekday);
  return Object.freeze(days.toSorted((left, right) => left - right));
}

const isRun = (days: readonly number[]): boolean =>
  days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);

/** Days of the week, sorted. */
export const weekdays: ValueKind<readonly Weekday[]> = {
  expected: '`dal lunedì al venerdì`',
  read: (raw) => {
    const words = raw.toLowerCase();
    if (words === EVERY_DAY) return good(between(1, 7));
    const [, first, last] = SPAN.exec(words) ?? [];
    if (first !== undefined && last !== undefined) {
      const wrong = [first, last].find((word) => weekday(word) === 0);
      if (wrong === undefined) return good(between(weekday(first), weekday(last)));
      return bad({ code: 'POL-E028', found: wrong, meant: nearest(wrong, NAMES) }, words.lastIndexOf(wrong));
    }
    const days = new Set<Weekday>();
    for (const { word, offset } of placedWords(words, BETWEEN_NAMES)) {
      const day = weekday(word);
      if (day === 0) return bad({ code: 'POL-E028', found: word, meant: nearest(word, NAMES) }, offset);
      days.add(day as Weekday);
    }
    return good(Object.freeze([...days].toSorted((left, right) => left - right)));
  },
  print: (days) => {
    if (days.length === 7) return EVERY_DAY;
    const [first = 1] = days;
    const last = days.at(-1) ?? first;
    if (days.length > 2 && isRun(days)) return `dal ${named(first)} ${last === 7 ? 'alla' : 'al'} ${named(last)}`;
    return joined(days.map(named), 'e');
  },
};
