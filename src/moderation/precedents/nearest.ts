// SPDX-License-Identifier: AGPL-3.0-or-later
import { HEARD, mayBeCsam, type Signal } from '#policy';
import { nearness, subjectsOf } from '#triage';

/** What two cases are compared by. */
export interface Comparable {
  readonly clauses: readonly string[];
  readonly text: string;
  readonly signals: readonly Signal[];
}

/** How much the words count; the rest is what was noticed in them. */
const WORDS = 0.6;

const rounded = (value: number): number => Math.round(value * 100) / 100;

export const showsCsam = ({ signals }: Comparable): boolean => mayBeCsam(signals);

const categoriesOf = ({ signals }: Comparable): ReadonlySet<string> =>
  new Set(signals.filter(({ strength }) => strength >= HEARD).map(({ category }) => category));

/** A case read once, to be compared with many. */
export interface Profile {
  readonly subjects: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
}

export const profileOf = (one: Comparable): Profile => ({
  subjects: subjectsOf(one.text),
  categories: categoriesOf(one),
});

/** From 0 to 1: by the words and by what was noticed. Symmetric. */
export function nearnessOf(one: Profile, other: Profile): number {
  const noticed = one.categories.size === 0 ? 0 : nearness(one.categories, other.categories);
  return rounded(WORDS * nearness(one.subjects, other.subjects) + (1 - WORDS) * noticed);
}

/** How like the words of two cases are at least, that are so near. */
export const likenessNeeded = (near: number): number => (near - 0.005 - (1 - WORDS)) / WORDS;

/** How near two cases are, from 0 to 1; 0 where they touch no clause in common. Pure. */
export function comparing(one: Comparable): (other: Comparable) => number {
  const profile = profileOf(one);
  return (other) =>
    other.clauses.some((clause) => one.clauses.includes(clause)) ? nearnessOf(profile, profileOf(other)) : 0;
}
