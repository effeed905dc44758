// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { CautionTables } from './tables.ts';

export type ElectoralPeriod = Selectable<CautionTables['electoral_period']>;
export type Matter = Selectable<CautionTables['open_matter']>;
export type PlainChoice = Selectable<CautionTables['plain_writing_choice']>;

const tables = (tx: Tx) => tx.withTables<CautionTables>();

/** The latest first. */
export const periodsOf = (tx: Tx, body: string): Promise<ElectoralPeriod[]> =>
  tables(tx)
    .selectFrom('electoral_period')
    .selectAll()
    .where('body', '=', body)
    .orderBy('closes_at', 'desc')
    .orderBy('id')
    .execute();

/** Those that nobody withdrew and that a moment may still fall in. */
export const periodsOpenAt = (tx: Tx, body: string, moment: Date): Promise<ElectoralPeriod[]> =>
  tables(tx)
    .selectFrom('electoral_period')
    .selectAll()
    .where('body', '=', body)
    .where('withdrawn_at', 'is', null)
    .where('closes_at', '>', moment)
    .orderBy('closes_at')
    .execute();

export const lockPeriod = (tx: Tx, id: string): Promise<ElectoralPeriod | undefined> =>
  tables(tx).selectFrom('electoral_period').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export async function insertPeriod(tx: Tx, period: Insertable<CautionTables['electoral_period']>): Promise<void> {
  await tables(tx).insertInto('electoral_period').values(period).execute();
}

export async function updatePeriod(
  tx: Tx,
  id: string,
  change: Updateable<CautionTables['electoral_period']>,
): Promise<void> {
  await tables(tx).updateTable('electoral_period').set(change).where('id', '=', id).execute();
}

/** The latest first. */
export const mattersOf = (tx: Tx, body: string): Promise<Matter[]> =>
  tables(tx).selectFrom('open_matter').selectAll().where('body', '=', body).orderBy('id', 'desc').execute();

export const lockMatter = (tx: Tx, id: string): Promise<Matter | undefined> =>
  tables(tx).selectFrom('open_matter').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export async function insertMatter(tx: Tx, matter: Insertable<CautionTables['open_matter']>): Promise<void> {
  await tables(tx).insertInto('open_matter').values(matter).execute();
}

export async function updateMatter(
  tx: Tx,
  id: string,
  change: Updateable<CautionTables['open_matter']>,
): Promise<void> {
  await tables(tx).updateTable('open_matter').set(change).where('id', '=', id).execute();
}

export const latestPlainChoice = (tx: Tx, body: string): Promise<PlainChoice | undefined> =>
  tables(tx)
    .selectFrom('plain_writing_choice')
    .selectAll()
    .where('body', '=', body)
    .orderBy('id', 'desc')
    .executeTakeFirst();

export async function insertPlainChoice(
  tx: Tx,
  choice: Insertable<CautionTables['plain_writing_choice']>,
): Promise<void> {
  await tables(tx).insertInto('plain_writing_choice').values(choice).execute();
}

export type PortalChoice = Selectable<CautionTables['portal_choice']>;

/** By the clause that asks for it, the last of each. */
export async function portalsOf(tx: Tx, body: string): Promise<ReadonlyMap<string, PortalChoice>> {
  const rows = await tables(tx)
    .selectFrom('portal_choice')
    .selectAll()
    .where('body', '=', body)
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.clause, row]));
}

export async function insertPortal(tx: Tx, choice: Insertable<CautionTables['portal_choice']>): Promise<void> {
  await tables(tx).insertInto('portal_choice').values(choice).execute();
}
