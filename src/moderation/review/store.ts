// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql, type Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { ReviewTables } from './tables.ts';

export type Review = Selectable<ReviewTables['review']>;

const tables = (tx: Tx) => tx.withTables<ReviewTables>();

/** What counts as a review of a statement: its author's own, and one that somebody brought to the desk. */
const STANDING = ['open', 'recorded', 'confirmed', 'overturned', 'corrected'] as const;

/** What a review that was just asked for does not have yet. */
export const UNDECIDED = {
  ...{ item_id: null, word_digest: null, sealed: null, asked_from: null, opened_at: null, answer_by: null },
  ...{ decided_at: null, person: null, person_name: null, outcome: null, restored: null, told: null, given_at: null },
} as const;

export async function insertReview(tx: Tx, review: Review): Promise<void> {
  await tables(tx).insertInto('review').values(review).execute();
}

/** False where the statement has one already. */
export async function insertStanding(tx: Tx, review: Review): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('review')
    .values(review)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function reviewById(tx: Tx, id: string): Promise<Review | undefined> {
  return tables(tx).selectFrom('review').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockReview(tx: Tx, id: string): Promise<Review | undefined> {
  return tables(tx).selectFrom('review').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function reviewByWord(tx: Tx, digest: string): Promise<Review | undefined> {
  return tables(tx).selectFrom('review').selectAll().where('word_digest', '=', digest).executeTakeFirst();
}

export async function updateReview(tx: Tx, id: string, change: Updateable<ReviewTables['review']>): Promise<void> {
  await tables(tx).updateTable('review').set(change).where('id', '=', id).execute();
}

/** The review of each of these statements, by statement: its author's own, else the one brought to the desk. */
export async function standingOf(tx: Tx, statements: readonly string[]): Promise<ReadonlyMap<string, Review>> {
  if (statements.length === 0) return new Map();
  const rows = await tables(tx)
    .selectFrom('review')
    .selectAll()
    .where('statement_id', '=', sql<string>`any(${statements}::uuid[])`)
    .where('state', 'in', STANDING)
    .orderBy(sql`via = 'by-hand'`, 'desc')
    .execute();
  return new Map(rows.map((row) => [row.statement_id, row]));
}

/** Nothing more can be asked: one brought to the desk leaves its author their own. */
export const isSpent = (review: Pick<Review, 'via' | 'state'> | undefined): boolean =>
  review !== undefined && (review.via !== 'by-hand' || review.state === 'open');

/** Whether another person is still to look at a decision again. */
export async function isUnderReview(tx: Tx, decision: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from review join statement on statement.id = review.statement_id
      where statement.cause = ${decision}::uuid and review.state = 'open'`.execute(tx);
  return rows.length > 0;
}

/** Measures on a case that another person than who had decided them found wrong: who had, and on which version of the words. */
export async function overturnedOn(
  tx: Tx,
  caseId: string,
): Promise<{ readonly person: string; readonly item_version: number }[]> {
  const { rows } = await sql<{ person: string; item_version: number }>`
    select decision.person, decision.item_version from decision
      join statement on statement.cause = decision.id join review on review.statement_id = statement.id
      where decision.case_id = ${caseId} and review.state in ('overturned', 'corrected')
        and review.person <> decision.person`.execute(tx);
  return rows;
}

/** The review that an item asked for or proved. */
export async function reviewByItem(tx: Tx, item: string): Promise<Review | undefined> {
  return tables(tx).selectFrom('review').selectAll().where('item_id', '=', item).executeTakeFirst();
}

/** How often somebody asked on the page since a moment, for one statement or from one address. */
export async function asksSince(
  tx: Tx,
  of: { readonly statement: string; readonly from: string; readonly since: Date },
): Promise<{ readonly ofStatement: number; readonly ofAddress: number }> {
  const row = await tables(tx)
    .selectFrom('review')
    .select([
      sql<string>`count(*) filter (where statement_id = ${of.statement}::uuid)`.as('of_statement'),
      sql<string>`count(*) filter (where asked_from = ${of.from})`.as('of_address'),
    ])
    .where('via', '=', 'page')
    .where('asked_at', '>=', of.since)
    .executeTakeFirstOrThrow();
  return { ofStatement: Number(row.of_statement), ofAddress: Number(row.of_address) };
}

export async function openReviews(tx: Tx, body: string): Promise<Review[]> {
  return tables(tx)
    .selectFrom('review')
    .selectAll()
    .where('body', '=', body)
    .where('state', '=', 'open')
    .orderBy(sql`answer_by nulls last`)
    .orderBy('opened_at')
    .execute();
}

/** Decided or recorded: those whose outcome a person is to give, then the latest first. */
export async function closedReviews(tx: Tx, body: string, limit: number): Promise<Review[]> {
  return tables(tx)
    .selectFrom('review')
    .selectAll()
    .where('body', '=', body)
    .where('state', 'in', ['recorded', 'confirmed', 'overturned', 'corrected'])
    .orderBy(
      sql`given_at is null and (told is not distinct from 'by-hand' or exists (select from delivery_command
            where delivery_command.body = review.body and cause = review.state || ':' || review.id
              and delivery_command.state in ('failed', 'by-hand')))`,
      'desc',
    )
    .orderBy(sql`coalesce(decided_at, opened_at)`, 'desc')
    .limit(limit)
    .execute();
}

/** Put on record or mended, and the author has not been told yet. */
export async function untold(tx: Tx, body: string): Promise<Review[]> {
  return tables(tx)
    .selectFrom('review')
    .selectAll()
    .where('body', '=', body)
    .where('state', 'in', ['recorded', 'corrected'])
    .where('told', 'is', null)
    .limit(100)
    .execute();
}

/** What is left of a review that was asked on the page and came to nothing by itself. */
export const FORGOTTEN = { state: 'lapsed', sealed: null, asked_from: null, word_digest: null } as const;

/** Asked on the page, never proved: forgotten with what was written. Returns how many. */
export async function lapse(tx: Tx, body: string, before: Date): Promise<number> {
  const rows = await tables(tx)
    .updateTable('review')
    .set(FORGOTTEN)
    .where('body', '=', body)
    .where('state', '=', 'unproved')
    .where('asked_at', '<', before)
    .returning('id')
    .execute();
  return rows.length;
}
