// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tag } from './lexicon/entry.ts';
import type { Hit, Reading } from './reading.ts';
import type { Stretch } from './sentence.ts';
import { type TagSet, tagSet } from './tag-set.ts';

/** Kinds of words that say something only beside one another, in whatever order: «vendo … patente … senza esame». */
export interface Frame {
  readonly parts: readonly (readonly Tag[])[];
  readonly needs: readonly TagSet[];
  /** How many words away from the first part the others may be. */
  readonly within: number;
  /** True where the end of a sentence does not part them. */
  readonly across?: boolean;
}

/** Made once, where a module begins; the rarest part goes first, the others are looked for around it. */
export const frame = (within: number, ...parts: readonly (readonly Tag[])[]): Frame => ({
  parts,
  needs: parts.map(tagSet),
  within,
});

/** The same over the ends of sentences, for what is told in several short ones. */
export const frameAcross = (within: number, ...parts: readonly (readonly Tag[])[]): Frame => ({
  ...frame(within, ...parts),
  across: true,
});

const tagged = (hits: readonly Hit[], tags: readonly Tag[]): Hit | undefined =>
  hits.find(({ tag }) => tags.includes(tag));

const isFree = (hit: Hit | undefined, taken: readonly Hit[]): hit is Hit =>
  hit !== undefined && !taken.some(({ first, last }) => first <= hit.last && hit.first <= last);

interface Sought {
  readonly tags: readonly Tag[];
  readonly taken: readonly Hit[];
}

/** The nearest hit of a part around a word that shares no word with those taken. */
const around = (reading: Reading, at: Hit, part: Pick<Frame, 'within' | 'across'> & Sought): Hit | undefined => {
  const bounds = part.across ? { first: 0, last: reading.words.length - 1 } : reading.sentence(at.first);
  for (let away = 1; away <= part.within; away++) {
    const next = at.last + away;
    if (next <= bounds.last) {
      const hit = tagged(reading.starting(next), part.tags);
      if (isFree(hit, part.taken)) return hit;
    }
    const previous = at.first - away;
    if (previous >= bounds.first) {
      const hit = tagged(reading.ending(previous), part.tags);
      if (isFree(hit, part.taken)) return hit;
    }
  }
  return undefined;
};

const complete = (reading: Reading, head: Hit, { parts, within, across = false }: Frame): Stretch | undefined => {
  const taken = [head];
  for (const tags of parts.slice(1)) {
    const hit = around(reading, head, { tags, within, across, taken });
    if (hit === undefined) return undefined;
    taken.push(hit);
  }
  const hits = taken.toSorted((one, other) => one.first - other.first);
  return { first: hits[0]?.first ?? head.first, last: Math.max(...hits.map(({ last }) => last)), hits };
};

const NONE: Stretch[] = [];

/** Every stretch of one sentence in which all parts of a frame stand near its first part. */
export const framed = (reading: Reading, sought: Frame): Stretch[] => {
  for (const set of sought.needs) if (!reading.hasAny(set)) return NONE;
  const found: Stretch[] = [];
  for (const tag of sought.parts[0] ?? [])
    for (const head of reading.hits(tag)) {
      const stretch = complete(reading, head, sought);
      if (stretch !== undefined) found.push(stretch);
    }
  return found;
};
