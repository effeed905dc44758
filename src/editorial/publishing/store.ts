// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { EditorialTables } from '../tables.ts';

export type Publication = Selectable<EditorialTables['editorial_publication']>;
export type Outing = Selectable<EditorialTables['editorial_outing']>;

const MOST_LISTED = 500;
const tables = (tx: Tx) => tx.withTables<EditorialTables>();

export async function insertPublication(tx: Tx, publication: Publication): Promise<void> {
  await tables(tx).insertInto('editorial_publication').values(publication).execute();
}

export const publicationById = (tx: Tx, id: string): Promise<Publication | undefined> =>
  tables(tx).selectFrom('editorial_publication').selectAll().where('id', '=', id).executeTakeFirst();

/** What last went out of a draft: its texts are the ones on the networks. */
export const latestPublication = (tx: Tx, draft: string): Promise<Publication | undefined> =>
  tables(tx)
    .selectFrom('editorial_publication')
    .selectAll()
    .where('draft_id', '=', draft)
    .orderBy('id', 'desc')
    .executeTakeFirst();

export async function insertOuting(tx: Tx, outing: Insertable<EditorialTables['editorial_outing']>): Promise<Outing> {
  return tables(tx).insertInto('editorial_outing').values(outing).returningAll().executeTakeFirstOrThrow();
}

export async function updateOuting(
  tx: Tx,
  id: string,
  change: Updateable<EditorialTables['editorial_outing']>,
): Promise<void> {
  await tables(tx).updateTable('editorial_outing').set(change).where('id', '=', id).execute();
}

export const outingById = (tx: Tx, id: string): Promise<Outing | undefined> =>
  tables(tx).selectFrom('editorial_outing').selectAll().where('id', '=', id).executeTakeFirst();

export const outingsOf = (tx: Tx, draft: string): Promise<Outing[]> =>
  tables(tx).selectFrom('editorial_outing').selectAll().where('draft_id', '=', draft).orderBy('id').execute();

/** All that is not out, or not gone, yet; the oldest first. */
export const openOutings = (tx: Tx, body: string): Promise<Outing[]> =>
  tables(tx)
    .selectFrom('editorial_outing')
    .selectAll()
    .where('body', '=', body)
    .where('state', 'in', ['waiting', 'ordered', 'stopped'])
    .orderBy('at')
    .orderBy('id')
    .limit(MOST_LISTED)
    .execute();
