// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { type Choice, choicesOf } from './store.ts';

/** What a body chose about the learned part. */
export interface Chosen {
  readonly ordering: boolean;
  readonly ownDecisions: boolean;
  /** The last reset: what was decided before is not learned from. */
  readonly since: Date | undefined;
}

/** Where nothing was chosen, nothing is on. */
export function chosenIn(choices: readonly Pick<Choice, 'choice' | 'at'>[]): Chosen {
  const last = (...kinds: readonly Choice['choice'][]) => choices.findLast(({ choice }) => kinds.includes(choice));
  return {
    ordering: last('ordering-on', 'ordering-off')?.choice === 'ordering-on',
    ownDecisions: last('own-decisions-on', 'own-decisions-off')?.choice === 'own-decisions-on',
    since: last('reset')?.at,
  };
}

export const chosenBy = async (tx: Tx, body: string): Promise<Chosen> => chosenIn(await choicesOf(tx, body));
