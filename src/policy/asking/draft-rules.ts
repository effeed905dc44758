// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import type { NetworkName } from '../facts.ts';
import type { Missing } from '../missing.ts';
import { saidOf } from '../said.ts';
import type { DraftCheck } from '../values/draft-checks.ts';
import { covers } from '../values/networks.ts';

/** What a clause has a draft checked for, and what becomes of one that shows it. */
export interface DraftRule {
  readonly clause: string;
  readonly outcome: 'block' | 'justify' | 'advise';
  /** Named by the clause, beside its categories. */
  readonly seeks: readonly DraftCheck[];
  /** Slugs that triage may notice in the text. */
  readonly categories: readonly string[];
  /** The page to which the content has to lead; absent where the clause asks for none. */
  readonly link?: string | Missing;
}

/**
 * The clauses by which a draft is checked, in the order of the file; without a network those of every network. Sleeping ones
 * check nothing, and one that does not say what becomes of a draft only advises.
 */
export function draftRules(policy: CompiledPolicy, network?: NetworkName): readonly DraftRule[] {
  return saidOf(policy, 'content')
    .filter(({ clause, what }) => !clause.dormant && (network === undefined || covers(what.channels, network)))
    .map(({ clause, what }) => ({
      clause: clause.id,
      outcome: what.outcome ?? 'advise',
      seeks: what.seeks ?? [],
      categories: what.categories ?? [],
      ...(what.link !== undefined && { link: what.link }),
    }));
}
