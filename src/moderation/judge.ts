// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type CompiledPolicy,
  evaluate,
  type HolidayCalendar,
  type ItemFacts,
  type Judgement,
  ownTerms,
  type Signal,
} from '#policy';
import { analyse } from '#triage';
import type { Company } from './company.ts';

export interface Judging {
  readonly signals: readonly Signal[];
  readonly judgement: Judgement;
}

/** Text to signals, signals and policy to judgement: the machine's whole part, pure. */
export function judge(
  policy: CompiledPolicy,
  facts: ItemFacts,
  circumstances: { now: Date; holidays: HolidayCalendar; company?: Company },
): Judging {
  const context = {
    kind: facts.kind,
    ...ownTerms(policy),
    ...(facts.post && { post: facts.post }),
    ...circumstances.company,
  };
  const signals = analyse(facts.text, context);
  return { signals, judgement: evaluate(policy, facts, signals, circumstances.now, circumstances.holidays) };
}
