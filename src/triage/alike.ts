// SPDX-License-Identifier: AGPL-3.0-or-later
import { spell } from './folding.ts';
import { type Reading, read } from './reading.ts';

/** Words in one shingle; shorter texts are compared whole. */
const SHINGLE = 3;
/** From here on two texts say nearly the same. */
export const ALIKE = 0.6;
/** What is pasted must not cost more than it says. */
const MOST_WORDS = 300;
const NUMBER = /\d+/gu;
/** Under one post the same texts are compared again and again. */
const MOST_KEPT = 1000;

const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
};

/** Hashed shingles of folded words. */
export type Shingles = ReadonlySet<number>;

const kept = new Map<string, Shingles>();

/** Figures count alike, so that a daily count is the same text. */
export function shinglesIn({ text, words }: Reading): Shingles {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const spelt = words.slice(0, MOST_WORDS).map((word) => spell(word).replace(NUMBER, '0'));
  const size = Math.min(SHINGLE, spelt.length);
  const shingles = new Set<number>();
  if (size > 0)
    for (let at = 0; at + size <= spelt.length; at++) shingles.add(hash(spelt.slice(at, at + size).join(' ')));
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, shingles);
  return shingles;
}

export const shinglesOf = (text: string): Shingles => kept.get(text) ?? shinglesIn(read(text));

/** From 0, nothing in common, to 1, the same. */
export function likeness(one: Shingles, other: Shingles): number {
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const shingle of one) if (other.has(shingle)) common++;
  return common / (one.size + other.size - common);
}

/** Of texts that also share some words in a row. */
const SAME_SUBJECTS = 0.75;

interface Group {
  readonly first: Shingles;
  readonly subjects: ReadonlySet<string>;
  readonly places: number[];
}

/** Texts put into groups one by one, so that whoever has very many may pause between them. */
export interface Gathering {
  /** Says the next text; its place is how many were said before. */
  add(text: string): void;
  /** The groups of more than one, each by its places, the largest first. */
  groups(): readonly (readonly number[])[];
}

export function gathering(): Gathering {
  const groups: Group[] = [];
  const byShingle = new Map<number, Set<Group>>();
  let said = 0;
  return {
    add: (text) => {
      const place = said++;
      const own = shinglesOf(text);
      const near = new Set([...own].flatMap((shingle) => [...(byShingle.get(shingle) ?? [])]));
      const subjects = subjectsOf(text);
      const group = [...near].find(
        (one) => likeness(own, one.first) >= ALIKE || nearness(subjects, one.subjects) >= SAME_SUBJECTS,
      );
      if (group !== undefined) {
        group.places.push(place);
        return;
      }
      const fresh = { first: own, subjects, places: [place] };
      groups.push(fresh);
      for (const shingle of own) byShingle.set(shingle, (byShingle.get(shingle) ?? new Set()).add(fresh));
    },
    groups: () =>
      groups
        .map(({ places }) => places)
        .filter(({ length }) => length > 1)
        .toSorted((one, other) => other.length - one.length),
  };
}

/**
 * Texts in groups of the same or nearly the same, each group by its places, the largest first; what is like no other is in
 * none. A text joins the group of the first one that it is like.
 */
export function groupsOfAlike(texts: readonly string[]): readonly (readonly number[])[] {
  const all = gathering();
  for (const text of texts) all.add(text);
  return all.groups();
}

/** Shorter words hold sentences together and say nothing of their subject. */
const SHORTEST = 4;
const STEM = 5;

/** The beginnings of the words that carry the subject. */
export const subjectsOf = (text: string): ReadonlySet<string> =>
  new Set(
    read(text)
      .words.slice(0, MOST_WORDS)
      .map(spell)
      .filter((word) => word.length >= SHORTEST)
      .map((word) => word.slice(0, STEM)),
  );

/** How many of the subjects of two texts are the same: from 0 to 1. Looser than `likeness`, which minds the order. */
export function nearness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const common = [...one].filter((word) => other.has(word)).length;
  return common / (one.size + other.size - common);
}
