// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Selectable, sql } from 'kysely';
import type { NetworkName } from '#channels';
import type { Tx } from '#platform';
import type { Place } from './ports.ts';
import type { AccountTables } from './tables.ts';

// The register, and how far each account was read; see the other stores for what a connection lives by.

export type Account = Selectable<AccountTables['account']>;
export type Cursor = Selectable<AccountTables['account_cursor']>;

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

/** Those of a body that are not closed, in the order in which the desk lists them. */
export async function accountsOf(tx: Tx, body: string): Promise<Account[]> {
  return tables(tx)
    .selectFrom('account')
    .selectAll()
    .where('body', '=', body)
    .where('state', '!=', 'closed')
    .orderBy('network')
    .orderBy('handle')
    .execute();
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

export async function cursorsOf(tx: Tx, body: string): Promise<ReadonlyMap<string, Cursor>> {
  const rows = await tables(tx).selectFrom('account_cursor').selectAll().where('body', '=', body).execute();
  return new Map(rows.map((row) => [row.account_id, row]));
}

export async function saveCursor(
  tx: Tx,
  place: Place,
  state: { cursor?: string; read_at?: Date; error: string | null; failures: number },
): Promise<void> {
  await saveState(tx, place, state);
}

/** When something was last written there and seen to stand. */
export const saveWritten = (tx: Tx, place: Place, at: Date): Promise<void> => saveState(tx, place, { written_at: at });

/** When the network last told something by itself. */
export const saveTold = (tx: Tx, place: Place, at: Date): Promise<void> => saveState(tx, place, { told_at: at });

async function saveState(tx: Tx, place: Place, state: Partial<Cursor>): Promise<void> {
  await tables(tx)
    .insertInto('account_cursor')
    .values({ failures: 0, ...state, account_id: place.account, body: place.body })
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
