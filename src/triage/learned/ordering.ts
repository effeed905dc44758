// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, Modality } from '#policy';
import type { LearnedScore } from './scores.ts';

/** How much it matters to look soon, by what the policy says of the category. */
const MATTERS: Record<Modality, number> = {
  'must-remove': 1,
  'may-remove': 0.9,
  asked: 0.7,
  route: 0.5,
  'no-reply': 0.2,
  protected: 0,
};

const byPolicy = new WeakMap<CompiledPolicy, ReadonlyMap<string, number>>();

/** Of each category that the policy's awake rules speak of, how much it matters. */
function mattersIn(policy: CompiledPolicy): ReadonlyMap<string, number> {
  const known = byPolicy.get(policy);
  if (known !== undefined) return known;
  const matters = new Map<string, number>();
  for (const { categories, modality, clause } of policy.rules) {
    if (clause.dormant) continue;
    for (const category of categories) matters.set(category, Math.max(matters.get(category) ?? 0, MATTERS[modality]));
  }
  byPolicy.set(policy, matters);
  return matters;
}

/**
 * From 0 (nothing that this policy speaks of) to 1: how soon a person should look, among cases that are otherwise equal. What
 * the policy is silent on, asleep or protects counts nothing.
 */
export function orderingScore(scores: readonly LearnedScore[], policy: CompiledPolicy): number {
  const matters = mattersIn(policy);
  let highest = 0;
  for (const { category, probability } of scores)
    highest = Math.max(highest, probability * (matters.get(category) ?? 0));
  return highest;
}
