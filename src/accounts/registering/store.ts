// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { NetworkName } from '#channels';
import type { Tx } from '#platform';
import type { AccountTables } from '../tables.ts';
import type { RegisteringTables } from './tables.ts';

// The requests, and the life of the accounts; `standing-store.ts` has what is read of accounts together.

export type StoredRequest = Selectable<RegisteringTables['account_request']>;
export type Keeper = Selectable<RegisteringTables['account_keeper']>;
export type Change = Selectable<RegisteringTables['account_change']>;
export type StoredCheck = Selectable<RegisteringTables['account_check']>;
export type Impostor = Selectable<RegisteringTables['account_impostor']>;
export type RegisterChoice = Selectable<RegisteringTables['register_choice']>;

const tables = (tx: Tx) => tx.withTables<RegisteringTables & AccountTables>();

/** Whoever enters something at the same moment waits: nothing is entered twice. */
export async function lockRegister(tx: Tx, body: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`account register ${body}`}, 0))`.execute(tx);
}

export async function insertRequest(tx: Tx, row: Insertable<RegisteringTables['account_request']>): Promise<void> {
  await tables(tx).insertInto('account_request').values(row).execute();
}

export async function lockRequest(tx: Tx, id: string): Promise<StoredRequest | undefined> {
  return tables(tx).selectFrom('account_request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function updateRequest(
  tx: Tx,
  id: string,
  change: Updateable<RegisteringTables['account_request']>,
): Promise<void> {
  await tables(tx).updateTable('account_request').set(change).where('id', '=', id).execute();
}

/** The newest first. */
export async function requestsOf(tx: Tx, body: string): Promise<StoredRequest[]> {
  return tables(tx)
    .selectFrom('account_request')
    .selectAll()
    .where('body', '=', body)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
}

/** Authorised and not yet opened, the oldest first; locked. */
export async function lockAuthorised(tx: Tx, body: string, network: NetworkName): Promise<StoredRequest[]> {
  return tables(tx)
    .selectFrom('account_request')
    .selectAll()
    .where('body', '=', body)
    .where('network', '=', network)
    .where('state', '=', 'authorised')
    .orderBy('settled_at')
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function lockAccount(tx: Tx, id: string): Promise<Selectable<AccountTables['account']> | undefined> {
  return tables(tx).selectFrom('account').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function setAccountState(tx: Tx, id: string, state: AccountTables['account']['state']): Promise<void> {
  await tables(tx).updateTable('account').set({ state }).where('id', '=', id).execute();
}

export async function insertChange(tx: Tx, row: Change): Promise<void> {
  await tables(tx).insertInto('account_change').values(row).execute();
}

/** False while the person already runs the account. */
export async function insertKeeper(tx: Tx, row: Keeper): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('account_keeper')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** False where there is none in force under that id. */
export async function endKeeper(
  tx: Tx,
  { account, id }: { readonly account: string; readonly id: string },
  ending: Pick<Keeper, 'ended_at' | 'ended_act' | 'ended_by'>,
): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('account_keeper')
    .set(ending)
    .where('id', '=', id)
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function endAllKeepers(
  tx: Tx,
  account: string,
  ending: Pick<Keeper, 'ended_at' | 'ended_act' | 'ended_by'>,
): Promise<void> {
  await tables(tx)
    .updateTable('account_keeper')
    .set(ending)
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .execute();
}

export async function insertCheck(tx: Tx, row: StoredCheck): Promise<void> {
  await tables(tx).insertInto('account_check').values(row).execute();
}

export async function insertImpostor(tx: Tx, row: Impostor): Promise<void> {
  await tables(tx).insertInto('account_impostor').values(row).execute();
}

export async function lockImpostor(tx: Tx, id: string): Promise<Impostor | undefined> {
  return tables(tx).selectFrom('account_impostor').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function updateImpostor(
  tx: Tx,
  id: string,
  change: Updateable<RegisteringTables['account_impostor']>,
): Promise<void> {
  await tables(tx).updateTable('account_impostor').set(change).where('id', '=', id).execute();
}

/** The newest first. */
export async function impostorsOf(tx: Tx, body: string): Promise<Impostor[]> {
  return tables(tx)
    .selectFrom('account_impostor')
    .selectAll()
    .where('body', '=', body)
    .orderBy('noticed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
}

export async function insertRegisterChoice(tx: Tx, row: RegisterChoice): Promise<void> {
  await tables(tx).insertInto('register_choice').values(row).execute();
}

/** The last one; undefined: the body chose nothing. */
export async function registerChoiceOf(tx: Tx, body: string): Promise<RegisterChoice | undefined> {
  return tables(tx)
    .selectFrom('register_choice')
    .selectAll()
    .where('body', '=', body)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertArchive(tx: Tx, row: Selectable<RegisteringTables['account_archive']>): Promise<void> {
  await tables(tx).insertInto('account_archive').values(row).execute();
}

export async function archiveOf(
  tx: Tx,
  account: string,
): Promise<Selectable<RegisteringTables['account_archive']> | undefined> {
  return tables(tx).selectFrom('account_archive').selectAll().where('account_id', '=', account).executeTakeFirst();
}
