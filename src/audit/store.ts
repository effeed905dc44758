// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Selectable } from 'kysely';
import type { Tx } from '#platform';
import { GENESIS } from './chain.ts';
import type { AuditTables } from './tables.ts';

export type StoredEntry = Selectable<AuditTables['audit_entry']>;

const tables = (tx: Tx) => tx.withTables<AuditTables>();

/** The end of the chain, held until the transaction ends: entries of one body are added one at a time. */
export async function lockHead(tx: Tx, body: string): Promise<{ seq: number; hash: string }> {
  await tables(tx)
    .insertInto('audit_head')
    .values({ body, seq: 0, hash: GENESIS })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const head = await tables(tx)
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('body', '=', body)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { seq: Number(head.seq), hash: head.hash };
}

export async function moveHead(tx: Tx, body: string, head: { seq: number; hash: string }): Promise<void> {
  await tables(tx).updateTable('audit_head').set(head).where('body', '=', body).execute();
}

export async function headOf(tx: Tx, body: string): Promise<{ seq: number; hash: string } | undefined> {
  const head = await tables(tx)
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('body', '=', body)
    .executeTakeFirst();
  return head && { seq: Number(head.seq), hash: head.hash };
}

export async function appendEntry(tx: Tx, entry: StoredEntry): Promise<void> {
  await tables(tx).insertInto('audit_entry').values(entry).execute();
}

/** Oldest first, after `seq`. */
export async function entriesAfter(tx: Tx, body: string, page: { seq: number; limit: number }): Promise<StoredEntry[]> {
  return tables(tx)
    .selectFrom('audit_entry')
    .selectAll()
    .where('body', '=', body)
    .where('seq', '>', page.seq)
    .orderBy('seq')
    .limit(page.limit)
    .execute();
}

/** Newest first, before `seq`. */
export async function entriesBefore(
  tx: Tx,
  body: string,
  page: { seq: number; limit: number },
): Promise<StoredEntry[]> {
  return tables(tx)
    .selectFrom('audit_entry')
    .selectAll()
    .where('body', '=', body)
    .where('seq', '<', page.seq)
    .orderBy('seq', 'desc')
    .limit(page.limit)
    .execute();
}

export async function entriesAbout(tx: Tx, body: string, subject: string): Promise<StoredEntry[]> {
  return tables(tx)
    .selectFrom('audit_entry')
    .selectAll()
    .where('body', '=', body)
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute();
}
