// SPDX-License-Identifier: AGPL-3.0-or-later
import { accountById, accountsOf, leaveAccounts } from '#accounts';
import { leaveFeeds, placeOfOuting } from '#editorial';
import type { PeoplePorts, Place, PlaceOf, PolicyOnMandates } from '#governance';
import { isId } from '#kernel';
import { leaveTurns, type ModerationPorts, placeOfPiece } from '#moderation';
import type { Database } from '#platform';
import { isSameOffice, mandateTerms, NETWORK_LABELS } from '#policy';
import { inForceIfAny } from '#rulebook';

// Governance lies below the policy, the accounts and the cases: what it has to ask of them is brought to it here.

export const policyOnMandates: PolicyOnMandates = {
  termsOf: async (tx, body, now) => {
    const policy = await inForceIfAny(tx, body, now);
    return policy === undefined ? undefined : mandateTerms(policy.compiled);
  },
  same: isSameOffice,
};

/** Whatever holds something of people is told when one leaves. */
export const peoplePortsOf = (ports: ModerationPorts): PeoplePorts => ({
  ...ports,
  policy: policyOnMandates,
  holders: [leaveAccounts, leaveFeeds, (tx, leaver) => leaveTurns(ports, tx, leaver)],
  accountsOf: async (tx, body) =>
    (await accountsOf(tx, body)).map((account) => ({ ...account, label: NETWORK_LABELS[account.network] })),
});

export const placeOfIn =
  ({ database }: { readonly database: Database }): PlaceOf =>
  ({ body, kind, id }) =>
    database.inBody(body, async (tx): Promise<Place | undefined> => {
      if (kind === 'outings') return placeOfOuting(tx, id);
      if (kind !== 'accounts') return placeOfPiece(tx, kind, id);
      const account = isId(id) ? await accountById(tx, id) : undefined;
      return account && { network: account.network, account: account.id };
    });
