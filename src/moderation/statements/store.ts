// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql, type Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { StatementTables } from './tables.ts';

export type StoredStatement = Selectable<StatementTables['statement']>;
export type StatementChoice = Selectable<StatementTables['statement_choice']>;

const tables = (tx: Tx) => tx.withTables<StatementTables>();

export async function insertChoice(tx: Tx, choice: StatementChoice): Promise<void> {
  await tables(tx).insertInto('statement_choice').values(choice).execute();
}

export async function latestChoice(tx: Tx, body: string): Promise<StatementChoice | undefined> {
  return tables(tx)
    .selectFrom('statement_choice')
    .selectAll()
    .where('body', '=', body)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

export async function insertStatement(tx: Tx, statement: StoredStatement): Promise<void> {
  await tables(tx).insertInto('statement').values(statement).execute();
}

export async function statementById(tx: Tx, id: string): Promise<StoredStatement | undefined> {
  return tables(tx).selectFrom('statement').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockStatement(tx: Tx, id: string): Promise<StoredStatement | undefined> {
  return tables(tx).selectFrom('statement').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function statementByCause(tx: Tx, cause: string): Promise<StoredStatement | undefined> {
  return tables(tx).selectFrom('statement').selectAll().where('cause', '=', cause).executeTakeFirst();
}

export async function statementByDigest(tx: Tx, digest: string): Promise<StoredStatement | undefined> {
  return tables(tx).selectFrom('statement').selectAll().where('code_digest', '=', digest).executeTakeFirst();
}

export async function statementsByIds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, StoredStatement>> {
  const rows = await tables(tx)
    .selectFrom('statement')
    .selectAll()
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Oldest first. */
export async function statementsOfCase(tx: Tx, caseId: string): Promise<StoredStatement[]> {
  return tables(tx)
    .selectFrom('statement')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export async function updateStatement(
  tx: Tx,
  id: string,
  change: Updateable<StatementTables['statement']>,
): Promise<void> {
  await tables(tx).updateTable('statement').set(change).where('id', '=', id).execute();
}

/** Of a code that names no body; undefined where nothing bears it. */
export async function bodyOfStatement(tx: Tx, digest: string): Promise<string | undefined> {
  const { rows } = await sql<{ body: string | null }>`select body_of_statement(${digest}) as body`.execute(tx);
  return rows[0]?.body ?? undefined;
}
