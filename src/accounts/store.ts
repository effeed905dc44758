// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Selectable, sql } from 'kysely';
import type { NetworkName } from '#channels';
import type { Tx } from '#platform';
import type { AccountTables } from './tables.ts';

export type Account = Selectable<AccountTables['account']>;
export type StoredConnection = Selectable<AccountTables['account_connection']>;

const tables = (tx: Tx) => tx.withTables<AccountTables>();

/** False when an account, of whichever body, is registered under the same id on the network. */
export async function insertAccount(tx: Tx, account: Account): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('account')
    .values(account)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Among those of the transaction's body. */
export async function ownAccountId(tx: Tx, network: NetworkName, externalId: string): Promise<string | undefined> {
  const row = await tables(tx)
    .selectFrom('account')
    .select('id')
    .where('network', '=', network)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  return row?.id;
}

export async function accountById(tx: Tx, id: string): Promise<Account | undefined> {
  return tables(tx).selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function saveConnection(tx: Tx, row: StoredConnection): Promise<void> {
  await tables(tx)
    .insertInto('account_connection')
    .values(row)
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
    .execute();
}

export async function connectionOf(tx: Tx, account: string): Promise<StoredConnection | undefined> {
  return tables(tx).selectFrom('account_connection').selectAll().where('account_id', '=', account).executeTakeFirst();
}

/** How far the account was read, in its network's own terms; null: never. */
export async function cursorOf(tx: Tx, account: string): Promise<{ cursor: string | null; failures: number }> {
  const row = await tables(tx)
    .selectFrom('account_cursor')
    .select(['cursor', 'failures'])
    .where('account_id', '=', account)
    .executeTakeFirst();
  return row ?? { cursor: null, failures: 0 };
}

export async function saveCursor(
  tx: Tx,
  place: { readonly body: string; readonly account: string },
  state: { cursor?: string; read_at?: Date; error: string | null; failures: number },
): Promise<void> {
  await tables(tx)
    .insertInto('account_cursor')
    .values({ account_id: place.account, body: place.body, ...state })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(state))
    .execute();
}

/** How far the active accounts of a body were read; nulls for one never tried. */
export async function readingsIn(tx: Tx, body: string) {
  return tables(tx)
    .selectFrom('account')
    .leftJoin('account_cursor', 'account_cursor.account_id', 'account.id')
    .select(['account.id as account', 'account.network', 'account.handle', 'account.name'])
    .select(['account_cursor.read_at', 'account_cursor.error', 'account_cursor.failures'])
    .where('account.body', '=', body)
    .where('account.state', '=', 'active')
    .orderBy('account.network')
    .orderBy('account.handle')
    .execute();
}

/** Across bodies, ids only (a function of the tables' owner). */
export async function bodyOfAccount(tx: Tx, account: string): Promise<string | null> {
  const { rows } = await sql<{ body: string | null }>`select body_of_account(${account}::uuid) as body`.execute(tx);
  return rows[0]?.body ?? null;
}

export async function accountOnNetwork(
  tx: Tx,
  network: string,
  externalId: string,
): Promise<{ body: string; id: string } | undefined> {
  const { rows } = await sql<{
    body: string;
    id: string;
  }>`select * from account_on_network(${network}, ${externalId})`.execute(tx);
  return rows[0];
}

export async function activeAccounts(tx: Tx): Promise<{ body: string; id: string; network: NetworkName }[]> {
  const { rows } = await sql<{
    body: string;
    id: string;
    network: NetworkName;
  }>`select * from active_accounts()`.execute(tx);
  return rows;
}
