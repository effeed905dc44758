// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChannelError, ChannelFault } from '#channels';
import { askCheck } from './ask-check.ts';
import { updateConnection } from './connection-store.ts';
import { loseConnection } from './lose.ts';
import type { OpenedAccount } from './open.ts';
import type { AccountPorts, Place } from './ports.ts';
import { refusalIn, renew } from './renew.ts';

/**
 * `go-on`: other secrets are there, open the account again. `wait`: they are being renewed, ask again in some seconds. `lost`:
 * only a person can connect it again, and was told. `other`: the refusal is not about the secrets.
 */
export type AfterRefusal = 'go-on' | 'wait' | 'lost' | 'other';

interface Refusal {
  readonly error: ChannelError;
  readonly account: OpenedAccount;
}

/** What to do after a network refused a reading or a write; renews, or tells who must know. */
export async function afterRefusal(ports: AccountPorts, place: Place, refusal: Refusal): Promise<AfterRefusal> {
  const { error, account } = refusal;
  switch (error.kind) {
    case 'token-expired':
      return afterExpiry(ports, place, refusal);
    case 'reauth-needed':
      return afterDemand(ports, place, refusal);
    case 'role-lost':
      // One write may be refused for less: the next check, at once, tells whether the role is gone.
      await ports.database.inBody(place.body, (tx) =>
        updateConnection(tx, { account: place.account, since: account.secretsSince }, { check_after: null }),
      );
      return 'other';
    default:
      return 'other';
  }
}

async function afterExpiry(ports: AccountPorts, place: Place, { error, account }: Refusal): Promise<AfterRefusal> {
  const since = account.secretsSince;
  const renewal = account.isJustRenewed ? 'impossible' : await renew(ports, place, since);
  if (renewal === 'renewed') return 'go-on';
  if (renewal === 'elsewhere') return 'wait';
  if (renewal === 'impossible') await loseConnection(ports, place, { error, since });
  return 'lost';
}

/** A network demands a new consent also where one permission alone is missing: a check tells the two apart. */
async function afterDemand(ports: AccountPorts, place: Place, { error, account }: Refusal): Promise<AfterRefusal> {
  // Known already, by a check or by an expiry; what holds again is found by a reading that succeeds.
  if (account.isLost) return 'lost';
  try {
    await askCheck(ports, place, account);
    return 'other';
  } catch (fault) {
    if (!(fault instanceof ChannelFault)) throw fault;
    if (refusalIn(fault) === undefined) return 'other';
    await loseConnection(ports, place, { error, since: account.secretsSince });
    return 'lost';
  }
}
