// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql, type Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { ReviewTables } from './tables.ts';

export type Review = Selectable<ReviewTables['review']>;

const tables = (tx: Tx) => tx.withTables<ReviewTables>();

/** What counts as the one review of a statement. */
const STANDING = ['open', 'recorded', 'confirmed', 'overturned', 'corrected'] as const;

/** What a review that was just asked for does not have yet. */
export const UNDECIDED = {
  ...{ item_id: null, word_digest: null, sealed: null, asked_from: null, opened_at: null, answer_by: null },
  ...{ decided_at: null, person: null, person_name: null, outcome: null, restored: null, told: null, given_at: null },
} as const;

export async function insertReview(tx: Tx, review: Review): Promise<void> {
  await tables(tx).insertInto('review').values(review).execute();
}

/** False where the statement has its one review already. */
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

export async function unprovedByWord(tx: Tx, digest: string): Promise<Review | undefined> {
  return tables(tx)
    .selectFrom('review')
    .selectAll()
    .where('word_digest', '=', digest)
    .where('state', '=', 'unproved')
    .executeTakeFirst();
}

export async function updateReview(tx: Tx, id: string, change: Updateable<ReviewTables['review']>): Promise<void> {
  await tables(tx).updateTable('review').set(change).where('id', '=', id).execute();
}

/** The one review of each of these statements, by statement. */
export async function standingOf(tx: Tx, statements: readonly string[]): Promise<ReadonlyMap<string, Review>> {
  if (statements.length === 0) return new Map();
  const rows = await tables(tx)
    .selectFrom('review')
    .selectAll()
    .where('statement_id', '=', sql<string>`any(${statements}::uuid[])`)
    .where('state', 'in', STANDING)
    .execute();
  return new Map(rows.map((row) => [row.statement_id, row]));
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

/** Decided or recorded, the latest first. */
export async function closedReviews(tx: Tx, body: string, limit: number): Promise<Review[]> {
  return tables(tx)
    .selectFrom('review')
    .selectAll()
    .where('body', '=', body)
    .where('state', 'in', ['recorded', 'confirmed', 'overturned', 'corrected'])
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

/** Asked on the page, never proved: forgotten with what was written. Returns how many. */
export async function lapse(tx: Tx, body: string, before: Date): Promise<number> {
  const rows = await tables(tx)
    .updateTable('review')
    .set({ state: 'lapsed', sealed: null, asked_from: null, word_digest: null })
    .where('body', '=', body)
    .where('state', '=', 'unproved')
    .where('asked_at', '<', before)
    .returning('id')
    .execute();
  return rows.length;
}
