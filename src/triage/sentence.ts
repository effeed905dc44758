// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy/contract';
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

/** Steps made ready by `sequence`: every tag known by its place in a set. */
export interface Sequence {
  readonly steps: readonly Step[];
  readonly needs: readonly TagSet[];
}

/** Made once, where a module begins: most texts lack a tag that it needs, and that is seen at a glance. */
export const sequence = (...steps: readonly Step[]): Sequence => ({
  steps,
  needs: steps.map(({ tags }) => tagSet(tags)),
});

/** Of the hits at a word, the first with a tag, in the order of the tags. */
const firstTagged = (hits: readonly Hit[], tags: readonly Tag[]): Hit | undefined => {
  if (hits.length === 0) return undefined;
  for (const tag of tags) for (const hit of hits) if (hit.tag === tag) return hit;
  return undefined;
};

/** The hits that complete a sequence from the step at a place on, the nearest first; added to those before. */
const complete = (reading: Reading, hits: Hit[], steps: readonly Step[]): boolean => {
  const step = steps[hits.length];
  const after = hits[hits.length - 1];
  if (step === undefined || after === undefined) return true;
  const end = Math.min(after.last + 1 + (step.within ?? 0), reading.sentence(after.last).last);
  for (let index = after.last + 1; index <= end; index++) {
    if (step.throughFillers === true && index > after.last + 1 && !reading.isWithin(index - 1, 'filler')) break;
    const here = reading.starting(index);
    if (here.length === 0) continue;
    for (const tag of step.tags)
      for (const hit of here) {
        if (hit.tag !== tag) continue;
        hits.push(hit);
        if (complete(reading, hits, steps)) return true;
        hits.pop();
      }
  }
  return false;
};

const NO_STRETCHES: Stretch[] = [];

/** Every stretch of one sentence in which the steps follow one another; from each beginning, the nearest one. */
export const sequences = (reading: Reading, { steps, needs }: Sequence): Stretch[] => {
  for (const set of needs) if (!reading.hasAny(set)) return NO_STRETCHES;
  const found: Stretch[] = [];
  for (const tag of steps[0]?.tags ?? [])
    for (const head of reading.hits(tag)) {
      const hits = [head];
      if (complete(reading, hits, steps)) found.push({ first: head.first, last: hits.at(-1)?.last ?? head.last, hits });
    }
  return found;
};

/** A hit taken alone. */
export const alone = (hit: Hit): Stretch => ({ first: hit.first, last: hit.last, hits: [hit] });

/** What to look for near a word, made ready by `look`. */
export interface Look {
  readonly tags: readonly Tag[];
  readonly set: TagSet;
  /** How many words away at most. */
  readonly distance: number;
}

/** Made once, where a module begins. */
export const look = (tags: readonly Tag[], distance: number): Look => ({ tags, set: tagSet(tags), distance });

/** The nearest hit with one of the tags that ends at most `distance` words before, in the same sentence. */
export const before = (reading: Reading, index: number, { tags, set, distance }: Look): Hit | undefined => {
  if (!reading.hasAny(set)) return undefined;
  const from = Math.max(index - distance, reading.sentence(index).first);
  for (let at = index - 1; at >= from; at--) {
    const hit = firstTagged(reading.ending(at), tags);
    if (hit !== undefined) return hit;
  }
  return undefined;
};

/** The nearest hit with one of the tags that begins at most `distance` words after, in the same sentence. */
export const after = (reading: Reading, index: number, { tags, set, distance }: Look): Hit | undefined => {
  if (!reading.hasAny(set)) return undefined;
  const to = Math.min(index + distance, reading.sentence(index).last);
  for (let at = index + 1; at <= to; at++) {
    const hit = firstTagged(reading.starting(at), tags);
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

/** By distance: where a denial may stand. */
const DENIALS = Array.from({ length: 6 }, (_, distance) => look(['negation'], distance));

/** What is denied is not said: «non siete dei ladri». At most five words before. */
export const isDenied = (reading: Reading, index: number, distance = 3): boolean => {
  const denial = DENIALS[distance];
  return denial !== undefined && before(reading, index, denial) !== undefined;
};

const TOLD = look(['report'], 7);

const inQuotes = (reading: Reading, { first, last }: Stretch): boolean =>
  reading.quote(first) >= 0 && reading.quote(first) === reading.quote(last);

/** Someone else's words, told or quoted: «mi hanno dato del ladro». */
export const isReported = (reading: Reading, stretch: Stretch): boolean =>
  inQuotes(reading, stretch) || before(reading, stretch.first, TOLD) !== undefined;
