// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, PolicyClause } from './compiled.ts';
import { saidOf } from './said.ts';

/** What the internal part says of whoever breaks its rules. */
export interface Discipline {
  readonly clause: PolicyClause;
  readonly force: 'must' | 'may';
  /** The source's own proviso. */
  readonly condition?: string;
}

/** The clause in force that sends breaches of the internal rules to a disciplinary procedure; none: the policy is silent. */
export function disciplineIn(policy: CompiledPolicy): Discipline | undefined {
  for (const { clause, what } of saidOf(policy, 'ladder')) {
    const rung = what.items.find(({ measure }) => measure === 'disciplinary');
    if (rung === undefined || clause.dormant) continue;
    return { clause, force: rung.force, ...(rung.condition !== undefined && { condition: rung.condition }) };
  }
  return undefined;
}
