// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Selectable, Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { DeliveryTables } from './tables.ts';

export type StoredCommand = Selectable<DeliveryTables['delivery_command']>;

const tables = (tx: Tx) => tx.withTables<DeliveryTables>();

export async function insertCommand(tx: Tx, command: StoredCommand): Promise<void> {
  const { payload, proof, error } = command;
  await tables(tx)
    .insertInto('delivery_command')
    .values({
      ...command,
      payload: JSON.stringify(payload),
      proof: proof && JSON.stringify(proof),
      error: error && JSON.stringify(error),
    })
    .execute();
}

export async function lockCommand(tx: Tx, id: string): Promise<StoredCommand | undefined> {
  return tables(tx).selectFrom('delivery_command').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function lockCommandsOf(tx: Tx, cause: string): Promise<StoredCommand[]> {
  return tables(tx)
    .selectFrom('delivery_command')
    .selectAll()
    .where('cause', '=', cause)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function updateCommand(
  tx: Tx,
  id: string,
  change: Updateable<DeliveryTables['delivery_command']>,
): Promise<void> {
  await tables(tx).updateTable('delivery_command').set(change).where('id', '=', id).execute();
}

/** The commands of some causes, or of an item; oldest first. */
export async function commandsOf(
  tx: Tx,
  of: { readonly causes: readonly string[] } | { readonly item: string },
): Promise<StoredCommand[]> {
  const select = tables(tx).selectFrom('delivery_command').selectAll().orderBy('id');
  if ('item' in of) return select.where('item_id', '=', of.item).execute();
  return of.causes.length === 0 ? [] : select.where('cause', 'in', of.causes).execute();
}

/** Ids of commands still on their way that nobody has touched since. */
export async function unsettledBefore(tx: Tx, body: string, before: Date): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('delivery_command')
    .select('id')
    .where('body', '=', body)
    .where('state', 'in', ['queued', 'sent', 'under-way', 'unknown'])
    .where((where) => where(where.fn.coalesce('leased_until', 'created_at'), '<', before))
    .execute();
  return rows.map((row) => row.id);
}
