// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ChannelError } from '#channels';
import { updateConnection } from './connection-store.ts';
import { loseConnection } from './lose.ts';
import type { OpenedAccount } from './open.ts';
import type { AccountPorts, Place } from './ports.ts';
import { renew } from './renew.ts';

/**
 * `go-on`: other secrets are there, open the account again. `wait`: they are being renewed, ask again in some seconds. `lost`:
 * only a person can connect it again, and was told. `other`: the refusal is not about the secrets.
 */
export type AfterRefusal = 'go-on' | 'wait' | 'lost' | 'other';

/** What to do after a network refused a reading or a write; renews, or tells who must know. */
export async function afterRefusal(
  ports: AccountPorts,
  place: Place,
  { error, account }: { readonly error: ChannelError; readonly account: OpenedAccount },
): Promise<AfterRefusal> {
  const since = account.secretsSince;
  if (error.kind === 'role-lost') {
    // One write may be refused for less: the next check, at once, tells whether the role is gone.
    await ports.database.inBody(place.body, (tx) =>
      updateConnection(tx, { account: place.account, since }, { check_after: null }),
    );
    return 'other';
  }
  if (error.kind !== 'token-expired' && error.kind !== 'reauth-needed') return 'other';
  const mayHelp = error.kind === 'token-expired' && !account.isJustRenewed;
  const renewal = mayHelp ? await renew(ports, place, since) : 'impossible';
  if (renewal === 'renewed') return 'go-on';
  if (renewal === 'elsewhere') return 'wait';
  if (renewal === 'impossible') await loseConnection(ports, place, { error, since });
  return 'lost';
}
