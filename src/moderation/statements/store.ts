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

export async function lockStatementsOfCase(tx: Tx, caseId: string): Promise<void> {
  await tables(tx)
    .selectFrom('statement')
    .select('id')
    .where('case_id', '=', caseId)
    .orderBy('id')
    .forUpdate()
    .execute();
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

interface Untold {
  readonly id: string;
  readonly case_id: string;
  readonly number: string;
  readonly network: string;
  readonly measure: StoredStatement['measure'];
  readonly told: StoredStatement['told'];
  readonly promised_at: Date;
  /** A write that would tell it waits for a person. */
  readonly failed: boolean;
}

/** To be given by a person: from the start, because a write failed, or promised before `late`. Oldest first. */
export async function statementsUntold(
  tx: Tx,
  { body, late, limit }: { readonly body: string; readonly late: Date; readonly limit: number },
): Promise<Untold[]> {
  const { rows } = await sql<Untold>`
    select * from (
      select statement.id, statement.case_id, moderation_case.number, moderation_case.network, statement.measure, statement.told,
             statement.promised_at,
             exists (select from delivery_command
                      where delivery_command.body = statement.body
                        and cause in (statement.id::text, statement.cause::text) and type in ('reply', 'answer-message')
                        and state in ('failed', 'by-hand')) as failed
        from statement join moderation_case on moderation_case.id = statement.case_id
       where statement.body = ${body} and statement.given_at is null and statement.withdrawn_at is null
         and statement.promised_at is not null) untold
     where told = 'by-hand' or failed or promised_at < ${late}
     order by promised_at, id limit ${limit}`.execute(tx);
  return rows;
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
