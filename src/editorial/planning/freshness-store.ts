// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { PlanningTables } from './tables.ts';

export type Freshness = Selectable<PlanningTables['editorial_freshness']>;

const MOST_LISTED = 300;
const tables = (tx: Tx) => tx.withTables<PlanningTables>();

export async function insertFreshness(tx: Tx, row: Insertable<PlanningTables['editorial_freshness']>): Promise<void> {
  await tables(tx).insertInto('editorial_freshness').values(row).execute();
}

/** What is open by its day, then what was done, the latest first. */
export const freshnessOf = (tx: Tx, body: string): Promise<Freshness[]> =>
  tables(tx)
    .selectFrom('editorial_freshness')
    .selectAll()
    .where('body', '=', body)
    .orderBy(sql`done_at is not null`)
    .orderBy('done_at', 'desc')
    .orderBy('review_on')
    .orderBy('id')
    .limit(MOST_LISTED)
    .execute();

/** Whose day has come and whose task is not open yet. */
export const freshnessDue = (tx: Tx, body: string, today: string): Promise<Freshness[]> =>
  tables(tx)
    .selectFrom('editorial_freshness')
    .selectAll()
    .where('body', '=', body)
    .where('done_at', 'is', null)
    .where('due_at', 'is', null)
    .where('review_on', '<=', today)
    .orderBy('review_on')
    .forUpdate()
    .execute();

export async function markDue(tx: Tx, id: string, at: Date): Promise<void> {
  await tables(tx).updateTable('editorial_freshness').set({ due_at: at }).where('id', '=', id).execute();
}

/** Undefined where it was done already. */
export const lockFreshness = (tx: Tx, id: string): Promise<Freshness | undefined> =>
  tables(tx)
    .selectFrom('editorial_freshness')
    .selectAll()
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

export async function settleFreshness(
  tx: Tx,
  id: string,
  done: Pick<Freshness, 'done_at' | 'done_by' | 'done_by_name' | 'outcome'>,
): Promise<void> {
  await tables(tx).updateTable('editorial_freshness').set(done).where('id', '=', id).execute();
}

/** The days of the tasks that are open, the oldest first. */
export async function openFreshnessDays(tx: Tx, body: string): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('editorial_freshness')
    .select('review_on')
    .where('body', '=', body)
    .where('done_at', 'is', null)
    .where('due_at', 'is not', null)
    .orderBy('review_on')
    .execute();
  return rows.map(({ review_on }) => review_on);
}
