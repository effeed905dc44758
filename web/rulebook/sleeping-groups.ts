// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SleepingClause } from '#rulebook/contract';

/** Clauses of which the same is to be said: they wait for the same act, or the same act woke them. */
export type SleepingGroup = readonly [SleepingClause, ...SleepingClause[]];

/** In the order of the policy, by the first of each. */
export function sleepingGroups(sleeping: readonly SleepingClause[]): readonly SleepingGroup[] {
  const groups = new Map<string, [SleepingClause, ...SleepingClause[]]>();
  for (const clause of sleeping) {
    const { what, waitsFor, awake } = clause;
    const key = JSON.stringify(awake === null ? [what, waitsFor] : [what, awake.act.number, awake.act.date]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [clause]);
    else group.push(clause);
  }
  return [...groups.values()];
}
