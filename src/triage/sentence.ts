// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import type { Tag } from './lexicon/entry.ts';
import type { Hit, Reading } from './reading.ts';
import { type TagSet, tagSet } from './tag-set.ts';

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

/** Of the hits at a word, those with the tags, in the order of the tags. */
const tagged = (hits: readonly Hit[], tags: readonly Tag[]): readonly Hit[] =>
  hits.length < 2
    ? hits.filter((hit) => tags.includes(hit.tag))
    : tags.flatMap((tag) => hits.filter((hit) => hit.tag === tag));

const follow = (reading: Reading, after: Hit, step: Step): Hit[] => {
  const found: Hit[] = [];
  const end = Math.min(after.last + 1 + (step.within ?? 0), reading.sentence(after.last).last);
  for (let index = after.last + 1; index <= end; index++) {
    if (step.throughFillers === true && index > after.last + 1 && !reading.isWithin(index - 1, 'filler')) break;
    found.push(...tagged(reading.starting(index), step.tags));
  }
  return found;
};

/** The tags of each step, put together once: most texts lack one of them, and that is seen at a glance. */
const sets = new WeakMap<readonly Step[], readonly TagSet[]>();
const setsOf = (steps: readonly Step[]): readonly TagSet[] => {
  const known = sets.get(steps) ?? steps.map(({ tags }) => tagSet(tags));
  sets.set(steps, known);
  return known;
};

/** Every stretch of one sentence in which the steps follow one another; from each beginning, the nearest one. */
export const sequences = (reading: Reading, steps: readonly Step[]): Stretch[] => {
  const [head, ...rest] = steps;
  if (head === undefined || setsOf(steps).some((set) => !reading.hasAny(set))) return [];
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
): Hit | undefined => {
  if (!hasAny(reading, look.tags)) return undefined;
  const from = Math.max(index - look.distance, reading.sentence(index).first);
  for (let at = index - 1; at >= from; at--) {
    const hit = tagged(reading.ending(at), look.tags)[0];
    if (hit !== undefined) return hit;
  }
  return undefined;
};

/** The nearest hit with one of the tags that begins at most `distance` words after, in the same sentence. */
export const after = (
  reading: Reading,
  index: number,
  look: { tags: readonly Tag[]; distance: number },
): Hit | undefined => {
  if (!hasAny(reading, look.tags)) return undefined;
  const to = Math.min(index + look.distance, reading.sentence(index).last);
  for (let at = index + 1; at <= to; at++) {
    const hit = tagged(reading.starting(at), look.tags)[0];
    if (hit !== undefined) return hit;
  }
  return undefined;
};

/** Whether a hit with the tag lies strictly between two words. */
export const isBetween = (reading: Reading, tag: Tag, gap: { after: number; before: number }): boolean => {
  if (reading.hits(tag).length === 0) return false;
  for (let at = gap.after + 1; at < gap.before; at++)
    if (reading.starting(at).some((hit) => hit.tag === tag && hit.last < gap.before)) return true;
  return false;
};

/** Offsets of a stretch in the original text. */
export const spanOf = (reading: Reading, stretch: { first: number; last: number }): Span => [
  reading.words[stretch.first]?.start ?? 0,
  reading.words[stretch.last]?.end ?? 0,
];

/** What is denied is not said: «non siete dei ladri». */
export const isDenied = (reading: Reading, index: number, distance = 3): boolean =>
  before(reading, index, { tags: ['negation'], distance }) !== undefined;

const inQuotes = (reading: Reading, { first, last }: Stretch): boolean =>
  reading.quote(first) >= 0 && reading.quote(first) === reading.quote(last);

/** Someone else's words, told or quoted: «mi hanno dato del ladro». */
export const isReported = (reading: Reading, stretch: Stretch): boolean =>
  inQuotes(reading, stretch) || before(reading, stretch.first, { tags: ['report'], distance: 7 }) !== undefined;

export const hasAny = (reading: Reading, tags: readonly Tag[]): boolean =>
  tags.some((tag) => reading.hits(tag).length > 0);
