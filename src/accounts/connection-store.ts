// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Selectable, Updateable } from 'kysely';
import type { NetworkName } from '#channels';
import type { Tx } from '#platform';
import type { AccountTables } from './tables.ts';

type ConnectionTable = AccountTables['account_connection'];
export type StoredConnection = Selectable<ConnectionTable>;
export type LiveConnection = StoredConnection & { readonly network: NetworkName };

const tables = (tx: Tx) => tx.withTables<AccountTables>();

/** What a new connection, or a new grant for an old one, consists of. */
export interface NewSecrets {
  readonly account_id: string;
  readonly body: string;
  readonly base_url: string;
  readonly sealed_credentials: Buffer;
  readonly updated_at: Date;
  readonly connected_by: string | null;
  readonly expiries: ConnectionTable['expiries']['__select__'];
}

/** As of a connection just made: what was known of the one before is forgotten, what was read of it is not. */
export async function saveConnection(tx: Tx, secrets: NewSecrets): Promise<void> {
  const fresh = {
    ...secrets,
    expiries: JSON.stringify(secrets.expiries),
    lacking: [],
    quota: null,
    fault: null,
    fault_at: null,
    checked_at: null,
    check_after: null,
    renewed_at: null,
    renewing_until: null,
    notices_address: null,
    notices_until: null,
    notices_after: null,
    notices_error: null,
  };
  await tables(tx)
    .insertInto('account_connection')
    .values(fresh)
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(fresh))
    .execute();
}

export async function connectionOf(tx: Tx, account: string): Promise<StoredConnection | undefined> {
  return tables(tx).selectFrom('account_connection').selectAll().where('account_id', '=', account).executeTakeFirst();
}

export async function lockConnection(tx: Tx, account: string): Promise<StoredConnection | undefined> {
  return tables(tx)
    .selectFrom('account_connection')
    .selectAll()
    .where('account_id', '=', account)
    .forUpdate()
    .executeTakeFirst();
}

export async function connectionsOf(tx: Tx, body: string): Promise<ReadonlyMap<string, StoredConnection>> {
  const rows = await tables(tx).selectFrom('account_connection').selectAll().where('body', '=', body).execute();
  return new Map(rows.map((row) => [row.account_id, row]));
}

/** Connections of the body's active accounts, with their network. */
export async function liveConnections(tx: Tx, body: string): Promise<LiveConnection[]> {
  return tables(tx)
    .selectFrom('account_connection')
    .innerJoin('account', 'account.id', 'account_connection.account_id')
    .selectAll('account_connection')
    .select('account.network')
    .where('account_connection.body', '=', body)
    .where('account.state', '=', 'active')
    .orderBy('account_connection.account_id')
    .execute();
}

/** `since`: only while these are still the secrets it speaks of. False: others are there now. */
export async function updateConnection(
  tx: Tx,
  { account, since }: { readonly account: string; readonly since?: Date },
  change: Updateable<ConnectionTable>,
): Promise<boolean> {
  let update = tables(tx).updateTable('account_connection').set(change).where('account_id', '=', account);
  if (since !== undefined) update = update.where('updated_at', '=', since);
  const result = await update.executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Takes the right to renew these very secrets until then; false: others are there, or somebody is at it. */
export async function leaseRenewal(
  tx: Tx,
  lease: { readonly account: string; readonly since: Date; readonly now: Date; readonly until: Date },
): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('account_connection')
    .set({ renewing_until: lease.until })
    .where('account_id', '=', lease.account)
    .where('updated_at', '=', lease.since)
    .where((where) => where.or([where('renewing_until', 'is', null), where('renewing_until', '<=', lease.now)]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Takes the right to ask for notices until then; false: it was asked at that address, or somebody is at it. */
export async function leaseNotices(
  tx: Tx,
  lease: { readonly account: string; readonly address: string; readonly now: Date; readonly until: Date },
): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('account_connection')
    .set({ notices_address: lease.address, notices_after: lease.until })
    .where('account_id', '=', lease.account)
    .where((where) =>
      where.or([
        where('notices_address', 'is distinct from', lease.address),
        where('notices_after', 'is', null),
        where('notices_after', '<=', lease.now),
      ]),
    )
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function deleteConnection(tx: Tx, account: string): Promise<boolean> {
  const result = await tables(tx).deleteFrom('account_connection').where('account_id', '=', account).executeTakeFirst();
  return result.numDeletedRows > 0n;
}
