// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tag } from '../lexicon/entry.ts';
import type { Hit, Reading } from '../reading.ts';
import { isDenied, type Stretch, spanOf } from '../sentence.ts';

/** Marks of one kind found in a text: what they are, and how much they weigh together. */
export interface Marks {
  readonly hits: readonly Hit[];
  /** The sum of the degrees of the different words: 3 is a heavy mark alone, or light ones in company. */
  readonly weight: number;
}

const writtenAt = (reading: Reading, hit: { first: number; last: number }): string =>
  reading.text.slice(...spanOf(reading, hit)).toLowerCase();

const NONE: Marks = { hits: [], weight: 0 };

/** The same word twice weighs once, and what is denied or quoted weighs nothing. */
export const marksOf = (reading: Reading, tag: Tag, bears: (hit: Hit) => boolean = () => true): Marks => {
  const all = reading.hits(tag);
  if (all.length === 0) return NONE;
  const seen = new Set<string>();
  let weight = 0;
  const hits: Hit[] = [];
  for (const hit of all) {
    if (!bears(hit)) continue;
    hits.push(hit);
    const written = writtenAt(reading, hit);
    if (seen.has(written)) continue;
    seen.add(written);
    weight += hit.degree;
  }
  return { hits, weight };
};

/** Neither denied nor put between quotation marks. */
export const isMeant =
  (reading: Reading) =>
  (hit: Hit): boolean =>
    reading.quote(hit.first) < 0 && !isDenied(reading, hit.first, 2);

const MOST_SHOWN = 3;
const LONGEST_SHOWN = 40;

export const shortened = (written: string): string =>
  written.length > LONGEST_SHOWN ? `${written.slice(0, LONGEST_SHOWN)}…` : written;

const shown = (reading: Reading, stretch: { first: number; last: number }): string => {
  const written = reading.text.slice(...spanOf(reading, stretch));
  // Within one word nothing is blank.
  return shortened(stretch.first === stretch.last ? written : written.replace(/\s{2,}|[^\S ]/gu, ' '));
};

/** «one», «other»: the words that made a signal, as they were written. */
export const quoted = (reading: Reading, stretches: readonly { first: number; last: number }[]): string => {
  const [only, another] = stretches;
  if (only !== undefined && another === undefined) return `«${shown(reading, only)}»`;
  const different: string[] = [];
  for (const stretch of stretches) {
    const written = shown(reading, stretch);
    if (!different.includes(written) && different.push(written) === MOST_SHOWN) break;
  }
  return different.map((written) => `«${written}»`).join(', ');
};

/** The heaviest hits first, for a reason that names what counted most. */
export const heaviest = (hits: readonly Hit[]): readonly Hit[] =>
  hits.length < 2
    ? hits
    : hits.toSorted((one, other) => other.degree - one.degree || one.first - other.first).slice(0, MOST_SHOWN);

/** Stretches from the heaviest hits. */
export const stretchesOf = (hits: readonly Hit[]): Stretch[] =>
  hits.map((hit) => ({ first: hit.first, last: hit.last, hits: [hit] }));
