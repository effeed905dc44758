// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import { known } from '../missing.ts';
import { saidOf } from '../said.ts';

/** Whose consent is needed, and in which form; null: the policy does not say. */
export interface Consent {
  readonly of: string;
  readonly form: 'written' | 'explicit' | 'any' | null;
  readonly clause: string;
}

export interface ConsentAnswer {
  readonly needed: readonly Consent[];
  /** The clause by which none is needed, where one is. */
  readonly exemptedBy: string | null;
}

/** Who publishes, and the circumstance in the policy's own words that may make consent unneeded. */
export interface Showing {
  readonly by: 'staff' | 'users';
  readonly circumstance?: string;
}

/** Which consents the policy wants before somebody is shown. */
export function consentsFor(policy: CompiledPolicy, { by, circumstance }: Showing): ConsentAnswer {
  const said = saidOf(policy, 'consent').filter(
    ({ clause, what }) => !clause.dormant && (what.applies === by || what.applies === 'everyone'),
  );
  const exempting = said.find(
    ({ what }) => circumstance !== undefined && (known(what.exceptions)?.includes(circumstance) ?? false),
  );
  if (exempting !== undefined) return { needed: [], exemptedBy: exempting.clause.id };
  // A clause that only tells an exception asks for nothing that the others have not asked for.
  const asking = said.filter(({ what }) => what.exceptions === undefined);
  const needed = (asking.length > 0 ? asking : said).flatMap(({ clause, what }) =>
    what.of.map((of) => ({ of, form: known(what.form) ?? null, clause: clause.id })),
  );
  return { needed, exemptedBy: null };
}
