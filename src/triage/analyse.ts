// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal, Span } from '#policy';
import { RULES, YIELDS_TO } from './categories.ts';
import { read } from './reading.ts';
import type { TriageContext } from './rules/rule.ts';

/** Below this a graver reading is too unsure to take words away from a lighter one. */
const SURE = 0.5;

const overlaps = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1];

const touch = (one: Signal, other: Signal): boolean =>
  one.spans.some((span) => other.spans.some((far) => overlaps(span, far)));

const isTaken = (signal: Signal, noticed: readonly Signal[]): boolean => {
  const graver = YIELDS_TO[signal.category];
  if (graver === undefined) return false;
  return noticed.some((other) => other.strength >= SURE && graver.includes(other.category) && touch(signal, other));
};

/** Of signals of one category on the same words, only the strongest remains. */
const isRepeated = (signal: Signal, index: number, all: readonly Signal[]): boolean =>
  all.some(
    (other, place) =>
      place !== index &&
      other.category === signal.category &&
      touch(signal, other) &&
      (other.strength > signal.strength || (other.strength === signal.strength && place < index)),
  );

const startOf = (signal: Signal): number => signal.spans[0]?.[0] ?? 0;

const inOrder = (one: Signal, other: Signal): number =>
  startOf(one) - startOf(other) ||
  (one.category < other.category ? -1 : one.category > other.category ? 1 : 0) ||
  (one.source < other.source ? -1 : one.source > other.source ? 1 : 0);

/**
 * What an Italian text shows: categories with strength, reason and the exact UTF-16 offsets, sorted by where they begin.
 * Same text and context, same signals. It decides nothing.
 */
export const analyse = (text: string, context: TriageContext = {}): Signal[] => {
  const reading = read(text);
  const noticed: Signal[] = [];
  for (const rule of RULES)
    for (const signal of rule.notice(reading, context)) if (!isTaken(signal, noticed)) noticed.push(signal);
  return noticed.filter((signal, index) => !isRepeated(signal, index, noticed)).sort(inOrder);
};
