// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql, type Updateable } from 'kysely';
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

export async function commandById(tx: Tx, id: string): Promise<StoredCommand | undefined> {
  return tables(tx).selectFrom('delivery_command').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Every write about an item, held until the end of the transaction: nobody settles them meanwhile. */
export async function holdWritesOn(tx: Tx, item: string): Promise<void> {
  await tables(tx)
    .selectFrom('delivery_command')
    .select('id')
    .where('item_id', '=', item)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Of a body, commands whose words stand there in clear, as they were stored before words were sealed; locked. */
export async function wordedInClear(tx: Tx, body: string, limit: number): Promise<StoredCommand[]> {
  return tables(tx)
    .selectFrom('delivery_command')
    .selectAll()
    .where('body', '=', body)
    .where(sql<boolean>`sealed_text is null and payload ->> 'text' <> ''`)
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
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

/** Where the fate of a command is still open. */
const UNSETTLED = ['queued', 'sent', 'under-way', 'unknown'] as const;

type Placed = Pick<StoredCommand, 'id' | 'body' | 'account_id' | 'place'>;

const onPlaceOf = (tx: Tx, { body, account_id, place }: Placed) =>
  tables(tx)
    .selectFrom('delivery_command')
    .selectAll()
    .where('body', '=', body)
    .where('account_id', '=', account_id)
    .where('place', '=', place);

/** What was asked for earlier on the same place and is not settled yet. */
export async function olderUnsettled(tx: Tx, command: Placed): Promise<StoredCommand[]> {
  if (command.place === null) return [];
  return onPlaceOf(tx, command).where('id', '<', command.id).where('state', 'in', UNSETTLED).execute();
}

/** Whether something asked for later on the same place went before it. */
export async function isOvertaken(tx: Tx, command: Placed): Promise<boolean> {
  if (command.place === null) return false;
  const later = onPlaceOf(tx, command).where('id', '>', command.id).where('state', 'in', GONE).limit(1);
  return (await later.executeTakeFirst()) !== undefined;
}

/** Sent, whether or not it is known what came of it. */
const GONE = ['sent', 'under-way', 'unknown', 'confirmed'] as const;

/** Those that waited for it to be settled, as nothing else kept them: their ids. They wait no more. */
export async function wakeYounger(tx: Tx, { id, body, account_id, place }: Placed): Promise<string[]> {
  if (place === null) return [];
  const rows = await tables(tx)
    .updateTable('delivery_command')
    .set({ leased_until: null })
    .where('body', '=', body)
    .where('account_id', '=', account_id)
    .where('place', '=', place)
    .where('id', '>', id)
    .where('state', '=', 'queued')
    .where('error', 'is', null)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Ids of commands still on their way that nobody has touched since. */
export async function unsettledBefore(tx: Tx, body: string, before: Date): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('delivery_command')
    .select('id')
    .where('body', '=', body)
    .where('state', 'in', UNSETTLED)
    .where((where) => where(where.fn.coalesce('leased_until', 'created_at'), '<', before))
    .execute();
  return rows.map((row) => row.id);
}
