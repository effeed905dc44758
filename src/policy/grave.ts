// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Judgement } from './judgement.ts';
import { HEARD, type Signal } from './signal.ts';

/** Health and the like of a person: shown to everybody, each minute counts (art. 2-septies, comma 8, Codice privacy). */
const SHOWN_TO_ALL = 'sensitive-data';

/**
 * Whether it cannot wait for office hours: what the policy's vocabulary calls gravest, a life in danger, or somebody's health
 * data in public. `isPrivate`: only the body and who wrote it see it.
 */
export function cannotWait(
  { priority, urgent, clauses }: Pick<Judgement, 'priority' | 'urgent' | 'clauses'>,
  signals: readonly Pick<Signal, 'category' | 'strength'>[],
  isPrivate: boolean,
): boolean {
  if (urgent === true || priority === 0) return true;
  if (isPrivate) return false;
  const touched = clauses.some(({ categories, dormant }) => !dormant && categories.includes(SHOWN_TO_ALL));
  return touched || signals.some(({ category, strength }) => category === SHOWN_TO_ALL && strength >= HEARD);
}
