// SPDX-License-Identifier: AGPL-3.0-or-later
import { isDeepStrictEqual } from 'node:util';
import { record } from '#audit';
import type { Expiry } from '#channels';
import type { Actor } from '#governance';
import type { Tx } from '#platform';
import { lockConnection, type StoredConnection, saveConnection } from './connection-store.ts';
import { accountError } from './errors.ts';
import { storedExpiries } from './expiries.ts';
import type { AccountPorts } from './ports.ts';
import { openSecrets, placeOfAccount, type Secrets, sealSecrets } from './sealed.ts';
import { accountById } from './store.ts';
import { tellScreens } from './tell.ts';

export interface NewConnection {
  readonly body: string;
  readonly account: string;
  readonly baseUrl: string;
  readonly credentials: Secrets;
  /** Until when the secrets hold, as far as the network said. */
  readonly expiries?: readonly Expiry[];
  /** The act by which it is connected; absent: the one that approved the account. */
  readonly act?: string;
  /** Who connects it; absent: whoever installs. */
  readonly by?: Actor;
}

/**
 * Stores the secrets, sealed for this one account, and enters in the record that it was connected; the same address with the
 * same secrets changes nothing. How far it was read and what waits to be written stay as they are. Throws ACCOUNT_UNKNOWN, and
 * ACCOUNT_STATE_WRONG of one that was closed.
 */
export const connectAccount = (ports: AccountPorts, connection: NewConnection): Promise<void> =>
  ports.database.inBody(connection.body, (tx) => connectIn(ports, tx, connection));

/** As `connectAccount`, in the caller's transaction. */
export async function connectIn(ports: AccountPorts, tx: Tx, connection: NewConnection): Promise<void> {
  const { body, account, baseUrl, credentials, expiries = [], act, by } = connection;
  const { vault, clock } = ports;
  const row = await accountById(tx, account);
  if (row === undefined) throw accountError('ACCOUNT_UNKNOWN');
  if (row.state === 'closed') throw accountError('ACCOUNT_STATE_WRONG', row.name);
  const known = await lockConnection(tx, account);
  const changed = known === undefined ? ['address', 'secrets'] : changesOf(known, connection, ports);
  if (changed.length === 0) return;
  const now = clock.now();
  await saveConnection(tx, {
    account_id: account,
    body,
    base_url: baseUrl,
    sealed_credentials: sealSecrets(vault, credentials, placeOfAccount(account)),
    updated_at: after(known, now),
    connected_by: by?.id ?? null,
    expiries: storedExpiries(expiries),
  });
  await record(tx, body, now, {
    kind: 'account.connected',
    subject: account,
    person: by ?? null,
    grounds: [],
    policyVersion: null,
    summary: `${known === undefined ? 'Collegato' : 'Ricollegato'} l’account ${row.name} (${row.network})`,
    facts: { network: row.network, externalId: row.external_id, act: act ?? row.act, changed },
  });
  await tellScreens(ports, tx, { body, account });
}

/** One that is told broken is made anew by whatever comes, be it the same. */
function changesOf(known: StoredConnection, { baseUrl, credentials }: NewConnection, { vault }: AccountPorts) {
  const address = known.base_url === baseUrl ? [] : ['address'];
  const kept = openSecrets(vault, known.sealed_credentials, placeOfAccount(known.account_id));
  const secrets = isDeepStrictEqual(kept, credentials) ? [] : ['secrets'];
  const broken = known.fault === null ? [] : ['fault'];
  return [...address, ...secrets, ...broken];
}

/** The moment of new secrets tells them from those before: it is never the same. */
export function after(known: Pick<StoredConnection, 'updated_at'> | undefined, now: Date): Date {
  const before = known?.updated_at.getTime() ?? 0;
  return new Date(Math.max(now.getTime(), before + 1));
}
