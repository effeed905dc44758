// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { EditorialTables } from '../tables.ts';

export type UrgencyRow = Selectable<EditorialTables['editorial_urgency']>;
export type RatificationRow = Selectable<EditorialTables['editorial_ratification']>;

const tables = (tx: Tx) => tx.withTables<EditorialTables>();

/** The body's choice that stands. */
export const standingUrgency = (tx: Tx, body: string): Promise<UrgencyRow | undefined> =>
  tables(tx)
    .selectFrom('editorial_urgency')
    .selectAll()
    .where('body', '=', body)
    .where('ended_at', 'is', null)
    .executeTakeFirst();

export async function insertUrgency(tx: Tx, row: Insertable<EditorialTables['editorial_urgency']>): Promise<void> {
  await tables(tx).insertInto('editorial_urgency').values(row).execute();
}

/** False where none stood. */
export async function endUrgency(
  tx: Tx,
  body: string,
  ended: Pick<UrgencyRow, 'ended_at' | 'ended_by' | 'ended_by_name'>,
): Promise<boolean> {
  const row = await tables(tx)
    .updateTable('editorial_urgency')
    .set(ended)
    .where('body', '=', body)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertRatification(
  tx: Tx,
  row: Insertable<EditorialTables['editorial_ratification']>,
): Promise<void> {
  await tables(tx).insertInto('editorial_ratification').values(row).execute();
}

export async function updateRatification(
  tx: Tx,
  publication: string,
  change: Updateable<EditorialTables['editorial_ratification']>,
): Promise<void> {
  await tables(tx)
    .updateTable('editorial_ratification')
    .set(change)
    .where('publication_id', '=', publication)
    .execute();
}

export const pendingOf = (tx: Tx, draft: string): Promise<RatificationRow | undefined> =>
  tables(tx)
    .selectFrom('editorial_ratification')
    .selectAll()
    .where('draft_id', '=', draft)
    .where('state', '=', 'pending')
    .executeTakeFirst();

/** The first to be due first. */
export const pendingIn = (tx: Tx, body: string): Promise<RatificationRow[]> =>
  tables(tx)
    .selectFrom('editorial_ratification')
    .selectAll()
    .where('body', '=', body)
    .where('state', '=', 'pending')
    .orderBy('due_at')
    .execute();
