// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, PolicyClause } from './compiled.ts';
import { known } from './missing.ts';
import { saidOf } from './said.ts';

/** What the policy says of whoever is too young, on one kind of account. */
export interface MinorsRule {
  readonly clause: PolicyClause;
  /** In years; absent: the source is silent. */
  readonly age?: number;
  readonly below: 'not-allowed' | 'with-consent';
  /** Who may give the consent, in the policy's own words. */
  readonly consentOf: readonly string[];
}

/** The rule for an account, `young` for one that a person declared to be thematic for the young; none: the policy is silent. */
export function minorsOn(policy: CompiledPolicy, { young }: { readonly young: boolean }): MinorsRule | undefined {
  const said = saidOf(policy, 'minors').filter(({ clause }) => !clause.dormant);
  const found = said.find(({ what }) => what.accounts === 'for-young' && young) ?? said.find(ofAll);
  if (found === undefined) return undefined;
  const age = known(found.what.age);
  return {
    clause: found.clause,
    ...(age !== undefined && { age }),
    below: found.what.below,
    consentOf: known(found.what.consentOf) ?? [],
  };
}

const ofAll = ({ what }: { readonly what: { readonly accounts?: 'all' | 'for-young' } }): boolean =>
  what.accounts !== 'for-young';

/** The clause that asks for a consent before young people take part in an account made for them, if the policy has one. */
export const consentForYoung = (policy: CompiledPolicy): MinorsRule | undefined => {
  const rule = minorsOn(policy, { young: true });
  return rule?.below === 'with-consent' ? rule : undefined;
};
