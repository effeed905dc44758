// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from './compiled.ts';
import { blocksOf, clausesOf } from './document.ts';
import type { ItemFacts } from './facts.ts';
import type { Judgement, TouchedClause } from './judgement.ts';
import { removability } from './judging/removability.ts';

interface On {
  readonly item: Pick<ItemFacts, 'channel' | 'kind'>;
  readonly judgement: Judgement;
}

/**
 * What is never counted by author, whatever becomes of the item: opinions, health and other sensitive data of whoever writes, a
 * personal case. Counting them would be a profile.
 */
const NEVER_COUNTED: readonly string[] = ['political', 'uncivil-opinion', 'sensitive-data', 'personal-case'];

const countable = (categories: readonly string[]): boolean =>
  categories.some((category) => !NEVER_COUNTED.includes(category));

/** Clauses in force that the item touches and that can take it down. */
function takenDownBy(policy: CompiledPolicy, { item, judgement }: On): readonly TouchedClause[] {
  return judgement.clauses.filter(
    ({ id, dormant }) =>
      !dormant && policy.rules.some((rule) => rule.clause.id === id && removability(policy, rule, item) !== undefined),
  );
}

/** Whether a clause, cited as a ground, says that the item breaks the rules: not one that only keeps it waiting. */
export const takesDown = (policy: CompiledPolicy, item: On['item'], id: string): boolean =>
  isReservation(policy, id) ||
  policy.rules.some((rule) => rule.clause.id === id && removability(policy, rule, item) !== undefined);

/** A clause about who is too young is no rule that a child is counted for. */
const aboutMinors = ({ document }: CompiledPolicy): ReadonlySet<string> =>
  new Set(clausesOf(document).flatMap(({ clause }) => (blocksOf(clause, 'minors').length > 0 ? [clause.id] : [])));

/**
 * The clauses under which hiding or removing an item counts as a breach of its author; none: it does not count. `grounds` are the
 * clauses that the person cited. A clause that mixes what counts with what never does counts only for what was noticed.
 */
export function breachUnder(policy: CompiledPolicy, on: On, grounds: readonly string[]): readonly string[] {
  const young = aboutMinors(policy);
  const touched = new Map(takenDownBy(policy, on).map(({ id, categories }) => [id, categories]));
  const restrains = (id: string) =>
    policy.rules.filter((rule) => rule.clause.id === id && removability(policy, rule, on.item) !== undefined);
  const counts = (id: string): boolean => {
    if (young.has(id)) return false;
    const noticed = touched.get(id);
    if (noticed !== undefined) return countable(noticed);
    if (isReservation(policy, id)) return countsAsOther([...touched.values()].flat());
    const written = restrains(id).flatMap(({ categories }) => categories);
    return written.length > 0 && written.every((category) => !NEVER_COUNTED.includes(category));
  };
  return [...new Set(grounds)].filter(counts);
}

/** A general reservation cited alone counts unless all that was noticed is of what never does. */
const countsAsOther = (noticed: readonly string[]): boolean => noticed.length === 0 || countable(noticed);
const isReservation = ({ discretions }: CompiledPolicy, id: string): boolean =>
  discretions.some(({ clause }) => clause.id === id && !clause.dormant);
