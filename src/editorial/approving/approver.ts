// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Actor, heldMandates } from '#governance';
import type { Tx } from '#platform';
import { type CompiledPolicy, contentApprovers, isSameOffice, type NetworkName } from '#policy';
import { editorialError } from '../errors.ts';

interface Approving {
  readonly policy: CompiledPolicy;
  readonly networks: readonly NetworkName[];
  readonly actor: Actor;
  readonly now: Date;
}

/** Where the policy names who approves contents, nobody else does, whatever they lead. Throws OTHER_APPROVER. */
export async function refuseOtherApprover(tx: Tx, { policy, networks, actor, now }: Approving): Promise<void> {
  const named = contentApprovers(policy, networks).filter(({ of }) => of === 'content');
  if (named.length === 0) return;
  const offices = (await heldMandates(tx, actor.id, now))
    .filter(({ role }) => role === 'head')
    .flatMap(({ office }) => office ?? []);
  for (const { by, clause } of named)
    if (by !== null && !offices.some((office) => isSameOffice(by, office)))
      throw editorialError('OTHER_APPROVER', `${by}, punto ${clause}`);
}
