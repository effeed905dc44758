// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Selectable } from 'kysely';
import type { NetworkName } from '#channels';
import type { Tx } from '#platform';
import type { AccountTables } from './tables.ts';

// What comes before a connection: the body's application, its declaration, a person on the way to the network.

export type StoredApplication = Selectable<AccountTables['account_application']>;
export type Declaration = Selectable<AccountTables['account_declaration']>;
export type Authorisation = Selectable<AccountTables['account_authorisation']>;

const tables = (tx: Tx) => tx.withTables<AccountTables>();

export async function saveApplication(tx: Tx, row: StoredApplication): Promise<void> {
  await tables(tx)
    .insertInto('account_application')
    .values(row)
    .onConflict((conflict) => conflict.columns(['body', 'network']).doUpdateSet(row))
    .execute();
}

export async function applicationOn(
  tx: Tx,
  body: string,
  network: NetworkName,
): Promise<StoredApplication | undefined> {
  return tables(tx)
    .selectFrom('account_application')
    .selectAll()
    .where('body', '=', body)
    .where('network', '=', network)
    .forUpdate()
    .executeTakeFirst();
}

export async function applicationsOf(tx: Tx, body: string): Promise<StoredApplication[]> {
  return tables(tx).selectFrom('account_application').selectAll().where('body', '=', body).execute();
}

export async function insertDeclaration(tx: Tx, row: Declaration): Promise<void> {
  await tables(tx).insertInto('account_declaration').values(row).execute();
}

/** The last one; undefined: the body declared nothing. */
export async function declarationOn(tx: Tx, body: string, network: NetworkName): Promise<Declaration | undefined> {
  return tables(tx)
    .selectFrom('account_declaration')
    .selectAll()
    .where('body', '=', body)
    .where('network', '=', network)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertAuthorisation(tx: Tx, row: Authorisation): Promise<void> {
  await tables(tx).insertInto('account_authorisation').values(row).execute();
}

/** Marks it as used, once, for the person who asked for it; undefined: there is none, or it is over. */
export async function redeemAuthorisation(
  tx: Tx,
  asked: { readonly state: string; readonly person: string; readonly bornAfter: Date; readonly now: Date },
): Promise<Authorisation | undefined> {
  return tables(tx)
    .updateTable('account_authorisation')
    .set({ redeemed_at: asked.now })
    .where('state', '=', asked.state)
    .where('person', '=', asked.person)
    .where('created_at', '>', asked.bornAfter)
    .where('redeemed_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

export async function saveChoices(tx: Tx, state: string, sealed_choices: Buffer): Promise<void> {
  await tables(tx).updateTable('account_authorisation').set({ sealed_choices }).where('state', '=', state).execute();
}

/** One that was used, and whose accounts wait to be chosen from; locked. */
export async function authorisationWithChoices(
  tx: Tx,
  asked: { readonly state: string; readonly person: string; readonly bornAfter: Date },
): Promise<Authorisation | undefined> {
  return tables(tx)
    .selectFrom('account_authorisation')
    .selectAll()
    .where('state', '=', asked.state)
    .where('person', '=', asked.person)
    .where('created_at', '>', asked.bornAfter)
    .where('sealed_choices', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
}

export async function deleteAuthorisation(tx: Tx, state: string): Promise<void> {
  await tables(tx).deleteFrom('account_authorisation').where('state', '=', state).execute();
}

/** Of one person; how many there were. */
export async function deleteAuthorisationsOf(tx: Tx, body: string, person: string): Promise<number> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom('account_authorisation')
    .where('body', '=', body)
    .where('person', '=', person)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export async function deleteAuthorisationsBefore(tx: Tx, body: string, before: Date): Promise<void> {
  await tables(tx)
    .deleteFrom('account_authorisation')
    .where('body', '=', body)
    .where('created_at', '<=', before)
    .execute();
}
