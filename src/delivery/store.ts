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

/** Undefined: another process holds it. */
export async function lockCommand(tx: Tx, id: string): Promise<StoredCommand | undefined> {
  return tables(tx)
    .selectFrom('delivery_command')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
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

/** Oldest first. */
export async function commandsOf(tx: Tx, causes: readonly string[]): Promise<StoredCommand[]> {
  if (causes.length === 0) return [];
  return tables(tx).selectFrom('delivery_command').selectAll().where('cause', 'in', causes).orderBy('id').execute();
}
