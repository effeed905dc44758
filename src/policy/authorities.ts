// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from './compiled.ts';
import type { Judgement } from './judgement.ts';

/** Categories in which an offence that is prosecuted without a complaint may lie: a person says whether one does. */
const MAYBE_EX_OFFICIO: readonly string[] = ['threat', 'incitement', 'illegal', 'csam'];

/**
 * Of what an item touches and of what a decision cites, the categories for which «segnalare alle autorità?» is to be answered.
 * Empty: it is not asked. Pure.
 */
export function authoritiesAskedFor(
  policy: CompiledPolicy,
  judgement: Pick<Judgement, 'clauses'>,
  cited: readonly string[] = [],
): readonly string[] {
  const touched = judgement.clauses.flatMap(({ categories }) => categories);
  const judged = new Set(judgement.clauses.map(({ id }) => id));
  // What was judged says which of a clause's categories it is about; what a person cites on their own says them all.
  const chosen = policy.rules
    .filter(({ clause }) => cited.includes(clause.id) && !judged.has(clause.id))
    .flatMap(({ categories }) => categories);
  const all = new Set([...touched, ...chosen]);
  return MAYBE_EX_OFFICIO.filter((category) => all.has(category));
}

/** Clauses whose rules speak of a category, in the order of the policy; asleep or not. Pure. */
export const clausesOn = (policy: CompiledPolicy, category: string): readonly string[] => [
  ...new Set(policy.rules.filter(({ categories }) => categories.includes(category)).map(({ clause }) => clause.id)),
];
