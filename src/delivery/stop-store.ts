// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { StoredCommand } from './store.ts';
import type { DeliveryTables } from './tables.ts';

export type Stop = Selectable<DeliveryTables['delivery_stop']>;

const MOST_WAITING = 2000;
const tables = (tx: Tx) => tx.withTables<DeliveryTables>();

export async function stopOf(tx: Tx, body: string): Promise<Stop | undefined> {
  return tables(tx).selectFrom('delivery_stop').selectAll().where('body', '=', body).executeTakeFirst();
}

const stopLock = (body: string) => sql`hashtextextended(${`delivery stop ${body}`}, 0)`;

/** Until the end of the transaction nobody stops sending: whoever asks to waits. */
export async function holdStop(tx: Tx, body: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${stopLock(body)})`.execute(tx);
}

/** Waits for whoever is taking a write at this moment. */
export async function holdSending(tx: Tx, body: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${stopLock(body)})`.execute(tx);
}

export async function insertStop(tx: Tx, stop: Stop): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx)
    .insertInto('delivery_stop')
    .values(stop)
    .onConflict((conflict) => conflict.column('body').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** From now on only the desk lifts it. */
export async function holdForDesk(tx: Tx, body: string): Promise<void> {
  await tables(tx).updateTable('delivery_stop').set({ held_by: 'desk' }).where('body', '=', body).execute();
}

export async function deleteStop(tx: Tx, body: string): Promise<void> {
  await tables(tx).deleteFrom('delivery_stop').where('body', '=', body).execute();
}

/** Not sent yet and let go by nobody since that moment, or not sent at all; the oldest first. */
export async function unsentCommands(tx: Tx, body: string, since: Date | null): Promise<StoredCommand[]> {
  return tables(tx)
    .selectFrom('delivery_command')
    .selectAll()
    .where('body', '=', body)
    .where('state', 'in', ['queued', 'under-way'])
    .where((where) =>
      where.or(since === null ? [where.lit(true)] : [where('let_go_at', 'is', null), where('let_go_at', '<', since)]),
    )
    .orderBy('created_at')
    .orderBy('id')
    .limit(MOST_WAITING)
    .execute();
}

/** The same, waiting for nothing any more: their ids. What is being sent meanwhile keeps its lease. */
export async function wakeUnsent(tx: Tx, body: string, since: Date | null): Promise<string[]> {
  const rows = await tables(tx)
    .updateTable('delivery_command')
    .set({ leased_until: null })
    .where('body', '=', body)
    .where('state', 'in', ['queued', 'under-way'])
    .where((where) =>
      where.or(since === null ? [where.lit(true)] : [where('let_go_at', 'is', null), where('let_go_at', '<', since)]),
    )
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** How a write ended, without its words. */
export type WriteEnd = Pick<StoredCommand, 'state' | 'sendings' | 'settled_at' | 'let_go_at'>;

/** How writes ordered in a stretch of time ended. */
export async function writesSince(tx: Tx, body: string, since: Date): Promise<readonly WriteEnd[]> {
  return tables(tx)
    .selectFrom('delivery_command')
    .select(['state', 'sendings', 'settled_at', 'let_go_at'])
    .where('body', '=', body)
    .where('created_at', '>=', since)
    .execute();
}
