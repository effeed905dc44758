// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql } from 'kysely';
import type { Actor } from '#governance';
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

export type YoungCase = Selectable<LadderTables['young_case']>;

/** Whether the rule on minors was found to be about a case, and what became of the data then. */
export async function youngCaseOn(tx: Tx, caseId: string): Promise<YoungCase | undefined> {
  return tables(tx).selectFrom('young_case').selectAll().where('case_id', '=', caseId).executeTakeFirst();
}

/** Cases whose data somebody asked to take away, the oldest asking first. */
export async function waitingToEmpty(tx: Tx, body: string): Promise<(YoungCase & { readonly number: string })[]> {
  const { rows } = await sql<YoungCase & { number: string }>`
    select young_case.*, moderation_case.number from young_case
      join moderation_case on moderation_case.id = young_case.case_id
     where young_case.body = ${body} and asked_at is not null and emptied_at is null
     order by asked_at`.execute(tx);
  return rows;
}

/** Null: nobody asks any more. */
export async function askToEmpty(
  tx: Tx,
  caseId: string,
  asked: { readonly by: Actor; readonly at: Date } | null,
): Promise<void> {
  const change = {
    asked_by: asked?.by.id ?? null,
    asked_by_name: asked?.by.name ?? null,
    asked_at: asked?.at ?? null,
  };
  await tables(tx).updateTable('young_case').set(change).where('case_id', '=', caseId).execute();
}

export async function insertYoungCase(tx: Tx, { id, body }: Pick<Case, 'id' | 'body'>, at: Date): Promise<void> {
  await tables(tx)
    .insertInto('young_case')
    .values({ case_id: id, body, at, emptied_at: null, asked_by: null, asked_by_name: null, asked_at: null })
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
