// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Tx } from '#platform';
import type { Case } from '../store.ts';
import type { LadderTables } from './tables.ts';

const tables = (tx: Tx) => tx.withTables<LadderTables>();

/** Of these authors, those of whom a person said on one of their cases that they are too young. */
export async function youngAmong(tx: Tx, authors: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ author_id: string }>`
    select distinct item.author_id from young_case
      join moderation_case c on c.id = young_case.case_id join item on item.id = c.item_id
      where item.author_id = any(${authors}::uuid[])`.execute(tx);
  return new Set(rows.map(({ author_id }) => author_id));
}

/** Whether the rule on minors was found to be about a case, and whether data were taken away then. */
export async function youngCaseOn(tx: Tx, caseId: string): Promise<{ readonly emptied_at: Date | null } | undefined> {
  return tables(tx).selectFrom('young_case').select('emptied_at').where('case_id', '=', caseId).executeTakeFirst();
}

export async function insertYoungCase(tx: Tx, { id, body }: Pick<Case, 'id' | 'body'>, at: Date): Promise<void> {
  await tables(tx)
    .insertInto('young_case')
    .values({ case_id: id, body, at, emptied_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** By the tables' owner: what was sealed of such a case. */
export async function emptyYoungCase(tx: Tx, caseId: string, at: Date): Promise<void> {
  await tables(tx).updateTable('young_case').set({ emptied_at: at }).where('case_id', '=', caseId).execute();
  await sql`select purge_young(${caseId}, ${at})`.execute(tx);
}

/** Somebody asked for a review that did not end. */
export async function isContested(tx: Tx, caseId: string): Promise<boolean> {
  const { rows } = await sql`
    select from statement join review on review.statement_id = statement.id
      where statement.case_id = ${caseId} and review.state in ('unproved', 'open') limit 1`.execute(tx);
  return rows.length > 0;
}
