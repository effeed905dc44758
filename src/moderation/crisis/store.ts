// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { CrisisReport } from './contract.ts';
import type { CrisisTables } from './tables.ts';

export type CrisisRow = Selectable<CrisisTables['crisis']>;
export type StopRow = Selectable<CrisisTables['crisis_stop']>;
export type TextRow = Selectable<CrisisTables['crisis_text']>;
export type ThreadRow = Selectable<CrisisTables['crisis_closed_thread']>;

const tables = (tx: Tx) => tx.withTables<CrisisTables>();

/** False where one is on already. */
export async function insertCrisis(tx: Tx, crisis: Insertable<CrisisTables['crisis']>): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('crisis')
    .values(crisis)
    .onConflict((conflict) => conflict.column('body').where('ended_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Held until the end of the transaction. */
export async function lockCrisis(tx: Tx, body: string): Promise<CrisisRow | undefined> {
  return tables(tx)
    .selectFrom('crisis')
    .selectAll()
    .where('body', '=', body)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** The latest first. */
export async function latestCrises(tx: Tx, body: string, limit: number): Promise<CrisisRow[]> {
  return tables(tx)
    .selectFrom('crisis')
    .selectAll()
    .where('body', '=', body)
    .orderBy('started_at', 'desc')
    .limit(limit)
    .execute();
}

export async function endCrisis(
  tx: Tx,
  id: string,
  {
    report,
    ...end
  }: { ended_at: Date; ended_by: string; ended_by_name: string; ended_note: string; report: CrisisReport },
): Promise<void> {
  await tables(tx)
    .updateTable('crisis')
    .set({ ...end, report: JSON.stringify(report) })
    .where('id', '=', id)
    .execute();
}

export async function insertStopRow(tx: Tx, stop: Insertable<CrisisTables['crisis_stop']>): Promise<void> {
  await tables(tx).insertInto('crisis_stop').values(stop).execute();
}

export async function resumeStop(
  tx: Tx,
  crisis: string,
  change: { resumed_at: Date; resumed_by_name: string; waited: number },
): Promise<void> {
  await tables(tx)
    .updateTable('crisis_stop')
    .set(change)
    .where('crisis_id', '=', crisis)
    .where('resumed_at', 'is', null)
    .execute();
}

export async function stopsOf(tx: Tx, crisis: string): Promise<StopRow[]> {
  return tables(tx)
    .selectFrom('crisis_stop')
    .selectAll()
    .where('crisis_id', '=', crisis)
    .orderBy('stopped_at')
    .execute();
}

export async function insertText(tx: Tx, text: Insertable<CrisisTables['crisis_text']>): Promise<void> {
  await tables(tx).insertInto('crisis_text').values(text).execute();
}

/** Those that may be used, the oldest first. */
export async function textsReady(tx: Tx, body: string): Promise<TextRow[]> {
  return tables(tx)
    .selectFrom('crisis_text')
    .selectAll()
    .where('body', '=', body)
    .where('retired_at', 'is', null)
    .orderBy('approved_at')
    .orderBy('id')
    .execute();
}

/** The ready text of these very words, while a crisis is on. */
export async function readyInCrisis(tx: Tx, body: string, text: string): Promise<TextRow | undefined> {
  return tables(tx)
    .selectFrom('crisis_text')
    .selectAll()
    .where('body', '=', body)
    .where('retired_at', 'is', null)
    .where('text', '=', text)
    .where((where) =>
      where.exists(
        where.selectFrom('crisis').select('crisis.id').where('crisis.body', '=', body).where('ended_at', 'is', null),
      ),
    )
    .orderBy('approved_at')
    .executeTakeFirst();
}

/** The text put away now; undefined where there is none, or it was put away before. */
export async function retireText(tx: Tx, id: string, at: Date): Promise<TextRow | undefined> {
  return tables(tx)
    .updateTable('crisis_text')
    .set({ retired_at: at })
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** False where the key was used already. */
export async function insertThread(tx: Tx, thread: Insertable<CrisisTables['crisis_closed_thread']>): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('crisis_closed_thread')
    .values(thread)
    .onConflict((conflict) => conflict.columns(['body', 'idempotency_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function lockThread(tx: Tx, id: string): Promise<ThreadRow | undefined> {
  return tables(tx).selectFrom('crisis_closed_thread').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function markReopened(tx: Tx, id: string, at: Date): Promise<void> {
  await tables(tx).updateTable('crisis_closed_thread').set({ reopened_at: at }).where('id', '=', id).execute();
}

export async function threadsOf(tx: Tx, crisis: string): Promise<ThreadRow[]> {
  return tables(tx)
    .selectFrom('crisis_closed_thread')
    .selectAll()
    .where('crisis_id', '=', crisis)
    .orderBy('at')
    .execute();
}

/** Cases of items, by item. */
export async function casesOfItems(tx: Tx, items: readonly string[]) {
  const rows = await tables(tx)
    .selectFrom('moderation_case')
    .select(['id', 'number', 'item_id', 'excerpt'])
    .where('item_id', '=', sql<string>`any(${items}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.item_id, row]));
}

/** How many of others' items came since a moment. */
export async function receivedSince(tx: Tx, body: string, since: Date): Promise<number> {
  const { rows } = await sql<{ received: string }>`
    select count(*) as received from item where body = ${body} and received_at >= ${since} and not own`.execute(tx);
  return Number(rows[0]?.received ?? 0);
}

/** Standing decisions since a moment, by kind. */
export async function decisionsSince(tx: Tx, body: string, since: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await tables(tx)
    .selectFrom('decision')
    .select(['kind', sql<string>`count(*)`.as('count')])
    .where('body', '=', body)
    .where('at', '>=', since)
    .where('undone_at', 'is', null)
    .where('superseded_by', 'is', null)
    .groupBy('kind')
    .execute();
  return new Map(rows.map(({ kind, count }) => [kind, Number(count)]));
}
