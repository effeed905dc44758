// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '#platform';
import type { PlanningTables } from './tables.ts';

export type Feed = Selectable<PlanningTables['editorial_plan_feed']>;

const MOST_LISTED = 100;
const tables = (tx: Tx) => tx.withTables<PlanningTables>();

export async function insertFeed(tx: Tx, feed: Insertable<PlanningTables['editorial_plan_feed']>): Promise<void> {
  await tables(tx).insertInto('editorial_plan_feed').values(feed).execute();
}

/** Undefined where it was revoked. */
export const feedByToken = (tx: Tx, digest: string): Promise<Feed | undefined> =>
  tables(tx)
    .selectFrom('editorial_plan_feed')
    .selectAll()
    .where('token_digest', '=', digest)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();

export const lockFeed = (tx: Tx, id: string): Promise<Feed | undefined> =>
  tables(tx)
    .selectFrom('editorial_plan_feed')
    .selectAll()
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

export async function revokeFeed(tx: Tx, id: string, { at, by }: { readonly at: Date; readonly by: string }) {
  await tables(tx)
    .updateTable('editorial_plan_feed')
    .set({ revoked_at: at, revoked_by_name: by })
    .where('id', '=', id)
    .execute();
}

/** The latest first. */
export const feedsOf = (tx: Tx, body: string): Promise<Feed[]> =>
  tables(tx)
    .selectFrom('editorial_plan_feed')
    .selectAll()
    .where('body', '=', body)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(MOST_LISTED)
    .execute();

/** How many were open. */
export async function revokeFeedsOf(
  tx: Tx,
  { body, person, at, by }: { readonly body: string; readonly person: string; readonly at: Date; readonly by: string },
): Promise<number> {
  const rows = await tables(tx)
    .updateTable('editorial_plan_feed')
    .set({ revoked_at: at, revoked_by_name: by })
    .where('body', '=', body)
    .where('person', '=', person)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return rows.length;
}
