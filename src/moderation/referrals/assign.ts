// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { type CompiledPolicy, type ItemFacts, type Judgement, officesFor, ownerOf } from '#policy';
import { type CaseOffice, keepCaseOffices } from './store.ts';

/** Who has what the policy gives to nobody. */
export const DESK = 'Banco social';

interface Judged {
  readonly case: string;
  readonly item: Pick<ItemFacts, 'channel' | 'kind'>;
  readonly judgement: Judgement;
}

/** From the moment it is judged a case has an office, and stands in the queue of those to which its clauses send it. */
export async function assign(
  tx: Tx,
  policy: CompiledPolicy,
  { body, cases }: { readonly body: string; readonly cases: readonly Judged[] },
): Promise<void> {
  await keepCaseOffices(
    tx,
    cases.flatMap((one) => placesOf(policy, body, one)),
  );
}

function placesOf(policy: CompiledPolicy, body: string, judged: Judged): CaseOffice[] {
  const place = { case_id: judged.case, body };
  const owner = ownerOf(policy, judged);
  return [
    { ...place, role: 'owner', office: owner?.name ?? DESK, clause: owner?.clause ?? null },
    ...officesFor(policy, judged).map(({ name, clause }) => ({
      ...place,
      role: 'route' as const,
      office: name,
      clause,
    })),
  ];
}
