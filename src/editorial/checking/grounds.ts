// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DraftRule } from '#policy';
import { CHECKS_OF_CATEGORY, type CheckName } from './check-names.ts';
import type { Severity } from './draft.ts';
import { LAW, type LawRule } from './law.ts';

/** What a finding rests on. */
export interface FindingGround {
  readonly clause: string;
  readonly severity: Severity;
  /** Other clauses that say it too, the strictest first. */
  readonly also: readonly string[];
}

const STRICTNESS: Readonly<Record<Severity, number>> = { block: 2, justify: 1, advise: 0 };

export const stricterFirst = (one: Severity, other: Severity): number => STRICTNESS[other] - STRICTNESS[one];

const asks = (rule: DraftRule, check: CheckName): boolean =>
  rule.seeks.some((sought) => sought === check) ||
  rule.categories.some((category) => CHECKS_OF_CATEGORY[category]?.includes(check)) ||
  (check === 'link-missing' && rule.link !== undefined);

/** The strictest of these rules, the first of equals, with all that say the same beside it; undefined where there is none. */
export function strictest(rules: readonly DraftRule[]): FindingGround | undefined {
  const [first, ...others] = rules.toSorted((one, other) => stricterFirst(one.outcome, other.outcome));
  if (first === undefined) return undefined;
  const also = others.map(({ clause }) => clause).filter((clause) => clause !== first.clause);
  return { clause: first.clause, severity: first.outcome, also: [...new Set(also)] };
}

/**
 * On what a check rests: the strictest clause that asks for it; the law where no clause does, or where the law binds everybody
 * and is stricter. Undefined: nobody asks for it, and nothing is said.
 */
export function groundOf(
  check: CheckName,
  rules: readonly DraftRule[],
  law: LawRule | undefined = LAW[check],
): FindingGround | undefined {
  const said = strictest(rules.filter((rule) => asks(rule, check)));
  if (law === undefined) return said;
  const also = said === undefined ? [] : [said.clause, ...said.also];
  const byLaw = { clause: law.rule, severity: law.severity, also };
  if (said === undefined) return byLaw;
  return law.bindsAll && stricterFirst(law.severity, said.severity) < 0 ? byLaw : said;
}
