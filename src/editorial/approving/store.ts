// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '#platform';
import type { EditorialTables } from '../tables.ts';

export type Approval = Selectable<EditorialTables['editorial_approval']>;

const tables = (tx: Tx) => tx.withTables<EditorialTables>();

export async function insertApproval(
  tx: Tx,
  approval: Insertable<EditorialTables['editorial_approval']>,
): Promise<void> {
  await tables(tx).insertInto('editorial_approval').values(approval).execute();
}

/** The one that nothing has voided; it may be expired. */
export const standingApproval = (tx: Tx, draft: string): Promise<Approval | undefined> =>
  tables(tx)
    .selectFrom('editorial_approval')
    .selectAll()
    .where('draft_id', '=', draft)
    .where('voided_at', 'is', null)
    .executeTakeFirst();

export const approvalById = (tx: Tx, id: string): Promise<Approval | undefined> =>
  tables(tx).selectFrom('editorial_approval').selectAll().where('id', '=', id).executeTakeFirst();

/** The last one, also where it was voided. */
export const latestApproval = (tx: Tx, draft: string): Promise<Approval | undefined> =>
  tables(tx)
    .selectFrom('editorial_approval')
    .selectAll()
    .where('draft_id', '=', draft)
    .orderBy('id', 'desc')
    .executeTakeFirst();

/** False where none stood. */
export async function voidApproval(
  tx: Tx,
  draft: string,
  { at, why }: { readonly at: Date; readonly why: string },
): Promise<boolean> {
  const row = await tables(tx)
    .updateTable('editorial_approval')
    .set({ voided_at: at, voided_why: why })
    .where('draft_id', '=', draft)
    .where('voided_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
