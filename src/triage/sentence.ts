// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import type { Tag } from './lexicon/entry.ts';
import type { Hit, Reading } from './reading.ts';

/** Words between two indexes that a rule read together. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  /** The hits that made it, in the order of the steps. */
  readonly hits: readonly Hit[];
}

export interface Step {
  readonly tags: readonly Tag[];
  /** How many other words may stand before it; 0 by default. */
  readonly within?: number;
  /** True where those words must all be fillers: articles, intensifiers, «un branco di». */
  readonly throughFillers?: boolean;
}

const sameSentence = (reading: Reading, one: number, other: number): boolean =>
  reading.words[one]?.sentence === reading.words[other]?.sentence;

const isFilled = (reading: Reading, from: number, to: number): boolean => {
  for (let index = from; index < to; index++)
    if (!reading.hits('filler').some((hit) => hit.first <= index && hit.last >= index)) return false;
  return true;
};

const follow = (reading: Reading, after: Hit, step: Step): Hit[] => {
  const within = step.within ?? 0;
  return step.tags
    .flatMap((tag) => reading.hits(tag))
    .filter(
      (hit) =>
        hit.first > after.last &&
        hit.first - after.last - 1 <= within &&
        sameSentence(reading, after.last, hit.first) &&
        (step.throughFillers !== true || isFilled(reading, after.last + 1, hit.first)),
    )
    .sort((a, b) => a.first - b.first);
};

/** Every stretch of one sentence in which the steps follow one another; from each beginning, the nearest one. */
export const sequences = (reading: Reading, steps: readonly Step[]): Stretch[] => {
  const [head, ...rest] = steps;
  if (head === undefined || steps.some((step) => step.tags.every((tag) => reading.hits(tag).length === 0))) return [];
  const walk = (hits: readonly Hit[], left: readonly Step[]): readonly Hit[] | undefined => {
    const [step, ...others] = left;
    const previous = hits.at(-1);
    if (step === undefined || previous === undefined) return hits;
    for (const hit of follow(reading, previous, step)) {
      const whole = walk([...hits, hit], others);
      if (whole !== undefined) return whole;
    }
    return undefined;
  };
  return head.tags
    .flatMap((tag) => reading.hits(tag))
    .map((hit) => walk([hit], rest))
    .filter((hits): hits is readonly Hit[] => hits !== undefined)
    .map((hits) => ({ first: hits[0]?.first ?? 0, last: hits.at(-1)?.last ?? 0, hits }));
};

/** A hit taken alone. */
export const alone = (hit: Hit): Stretch => ({ first: hit.first, last: hit.last, hits: [hit] });

/** The nearest hit with one of the tags that ends at most `distance` words before, in the same sentence. */
export const before = (
  reading: Reading,
  index: number,
  look: { tags: readonly Tag[]; distance: number },
): Hit | undefined =>
  look.tags
    .flatMap((tag) => reading.hits(tag))
    .filter((hit) => hit.last < index && index - hit.last <= look.distance && sameSentence(reading, hit.last, index))
    .sort((a, b) => b.last - a.last)[0];

/** The nearest hit with one of the tags that begins at most `distance` words after, in the same sentence. */
export const after = (
  reading: Reading,
  index: number,
  look: { tags: readonly Tag[]; distance: number },
): Hit | undefined =>
  look.tags
    .flatMap((tag) => reading.hits(tag))
    .filter((hit) => hit.first > index && hit.first - index <= look.distance && sameSentence(reading, hit.first, index))
    .sort((a, b) => a.first - b.first)[0];

/** Offsets of a stretch in the original text. */
export const spanOf = (reading: Reading, stretch: { first: number; last: number }): Span => [
  reading.words[stretch.first]?.start ?? 0,
  reading.words[stretch.last]?.end ?? 0,
];

/** What is denied is not said: «non siete dei ladri». */
export const isDenied = (reading: Reading, index: number, distance = 3): boolean =>
  before(reading, index, { tags: ['negation'], distance }) !== undefined;

const inQuotes = (reading: Reading, stretch: Stretch): boolean => {
  const [start, end] = spanOf(reading, stretch);
  return reading.quotes.some((quote) => quote[0] <= start && end <= quote[1]);
};

/** Someone else's words, told or quoted: «mi hanno dato del ladro». */
export const isReported = (reading: Reading, stretch: Stretch): boolean =>
  inQuotes(reading, stretch) || before(reading, stretch.first, { tags: ['report'], distance: 7 }) !== undefined;

/** How many words the sentence of a word has, with its first and last index. */
export const sentenceOf = (reading: Reading, index: number): { first: number; last: number } => {
  let first = index;
  let last = index;
  while (first > 0 && sameSentence(reading, first - 1, index)) first--;
  while (last + 1 < reading.words.length && sameSentence(reading, last + 1, index)) last++;
  return { first, last };
};

export const hasAny = (reading: Reading, tags: readonly Tag[]): boolean =>
  tags.some((tag) => reading.hits(tag).length > 0);
