// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { EditorialTables } from '../tables.ts';

type Table = EditorialTables['editorial_stop'];
export type StopRow = Selectable<Table>;

const tables = (tx: Tx) => tx.withTables<EditorialTables>();

export async function insertStop(tx: Tx, stop: Insertable<Table>): Promise<void> {
  await tables(tx).insertInto('editorial_stop').values(stop).execute();
}

export const openStop = (tx: Tx, body: string): Promise<StopRow | undefined> =>
  tables(tx)
    .selectFrom('editorial_stop')
    .selectAll()
    .where('body', '=', body)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();

/** Held until the end of the transaction: two who lift it do so one after the other. */
export const lockStop = (tx: Tx, body: string): Promise<StopRow | undefined> =>
  tables(tx)
    .selectFrom('editorial_stop')
    .selectAll()
    .where('body', '=', body)
    .where('lifted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

export async function updateStop(tx: Tx, id: string, change: Updateable<Table>): Promise<void> {
  await tables(tx).updateTable('editorial_stop').set(change).where('id', '=', id).execute();
}

/** How many approved contents have their hour still to come. */
export async function plannedAfter(tx: Tx, body: string, now: Date): Promise<number> {
  const { count } = await tables(tx)
    .selectFrom('editorial_draft')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('body', '=', body)
    .where('state', '=', 'approved')
    .where('goes_at', '>', now)
    .executeTakeFirstOrThrow();
  return Number(count);
}
