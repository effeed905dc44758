// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy';
import { nearness, subjectsOf } from '#triage';

/** What two cases are compared by. */
export interface Comparable {
  readonly clauses: readonly string[];
  readonly text: string;
  readonly signals: readonly Signal[];
}

const ENOUGH = 0.5;
/** How much the words count; the rest is what was noticed in them. */
const WORDS = 0.6;

const rounded = (value: number): number => Math.round(value * 100) / 100;

export const showsCsam = ({ signals }: Comparable): boolean => signals.some(({ category }) => category === 'csam');

const categoriesOf = ({ signals }: Comparable): ReadonlySet<string> =>
  new Set(signals.filter(({ strength }) => strength >= ENOUGH).map(({ category }) => category));

/** How near two cases are, from 0 to 1: by their words and by what was noticed; 0 where they touch no clause in common. Pure. */
export function comparing(one: Comparable): (other: Comparable) => number {
  const subjects = subjectsOf(one.text);
  const categories = categoriesOf(one);
  return (other) => {
    if (!other.clauses.some((clause) => one.clauses.includes(clause))) return 0;
    const noticed = categories.size === 0 ? 0 : nearness(categories, categoriesOf(other));
    return rounded(WORDS * nearness(subjects, subjectsOf(other.text)) + (1 - WORDS) * noticed);
  };
}
