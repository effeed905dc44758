// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PlanTermsView } from '#editorial/contract';
import { planWords } from '../../words/plan.ts';

const words = planWords.terms;

/** What the policy says of a plan, in plain words. */
export function PlanTerms({ terms }: { readonly terms: PlanTermsView | null }) {
  if (terms === null) return <p>{words.silent}</p>;
  const { preparedBy, approval, every } = terms;
  const said = [
    ...(preparedBy === null ? [] : [words.prepared(preparedBy)]),
    approval === null
      ? words.notAsked
      : approval.by === null
        ? words.approverMissing(approval.clause)
        : words.approved(approval.by, approval.clause),
    ...every.map((one) => words.every[one.every](one.clause)),
  ];
  return <p>{said.join(' ')}</p>;
}
