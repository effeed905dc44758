// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { Case } from '../store.ts';
import type { Refusal } from './contract.ts';
import type { BulkTables } from './tables.ts';

export type Bulk = Selectable<BulkTables['bulk_decision']>;
export type BulkItem = Selectable<BulkTables['bulk_decision_item']>;

const tables = (tx: Tx) => tx.withTables<BulkTables>();

/** False where the key was used already. */
export async function insertBulk(
  tx: Tx,
  bulk: Omit<Insertable<BulkTables['bulk_decision']>, 'ground'> & { readonly ground: object },
  cases: readonly { readonly id: string; readonly revision: number }[],
): Promise<boolean> {
  const stored = await tables(tx)
    .insertInto('bulk_decision')
    .values({ ...bulk, ground: JSON.stringify(bulk.ground) })
    .onConflict((conflict) => conflict.columns(['body', 'idempotency_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (stored === undefined) return false;
  await tables(tx)
    .insertInto('bulk_decision_item')
    .values(
      cases.map(({ id, revision }, nth) => ({
        bulk_id: bulk.id,
        body: bulk.body,
        case_id: id,
        nth,
        revision,
        outcome: 'waiting' as const,
      })),
    )
    .execute();
  return true;
}

export async function bulkByKey(tx: Tx, body: string, key: string): Promise<Bulk | undefined> {
  return tables(tx)
    .selectFrom('bulk_decision')
    .selectAll()
    .where('body', '=', body)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
}

export async function bulkById(tx: Tx, id: string): Promise<Bulk | undefined> {
  return tables(tx).selectFrom('bulk_decision').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function itemsOfBulk(tx: Tx, bulk: string): Promise<BulkItem[]> {
  return tables(tx).selectFrom('bulk_decision_item').selectAll().where('bulk_id', '=', bulk).orderBy('nth').execute();
}

/** With what a person recognises each case by. */
export async function itemsShown(tx: Tx, bulk: string) {
  return tables(tx)
    .selectFrom('bulk_decision_item')
    .innerJoin('moderation_case', 'moderation_case.id', 'bulk_decision_item.case_id')
    .selectAll('bulk_decision_item')
    .select(['moderation_case.number', 'moderation_case.network', 'moderation_case.excerpt'])
    .where('bulk_id', '=', bulk)
    .orderBy('nth')
    .execute();
}

/** The latest first. */
export async function latestBulks(tx: Tx, body: string, limit: number) {
  return tables(tx)
    .selectFrom('bulk_decision')
    .innerJoin('bulk_decision_item', 'bulk_id', 'bulk_decision.id')
    .selectAll('bulk_decision')
    .select([
      sql<string>`count(*) filter (where outcome = 'decided')`.as('decided'),
      sql<string>`count(*) filter (where outcome = 'refused')`.as('refused'),
    ])
    .where('bulk_decision.body', '=', body)
    .groupBy('bulk_decision.id')
    .orderBy('bulk_decision.at', 'desc')
    .orderBy('bulk_decision.id', 'desc')
    .limit(limit)
    .execute();
}

type Place = Pick<BulkItem, 'bulk_id' | 'case_id'>;
type Outcome = { readonly decision: string } | { readonly refusal: Refusal };

/** What came of one case; the first word stands. */
export async function settleItem(tx: Tx, { bulk_id, case_id }: Place, outcome: Outcome): Promise<void> {
  await tables(tx)
    .updateTable('bulk_decision_item')
    .set(
      'decision' in outcome
        ? { outcome: 'decided', decision_id: outcome.decision }
        : { outcome: 'refused', refusal: JSON.stringify(outcome.refusal) },
    )
    .where('bulk_id', '=', bulk_id)
    .where('case_id', '=', case_id)
    .where('outcome', '=', 'waiting')
    .execute();
}

export async function settleUndoing(tx: Tx, { bulk_id, case_id }: Place, refusal: Refusal | null): Promise<void> {
  await tables(tx)
    .updateTable('bulk_decision_item')
    .set({
      undone: refusal === null ? 'undone' : 'refused',
      undo_refusal: refusal === null ? null : JSON.stringify(refusal),
    })
    .where('bulk_id', '=', bulk_id)
    .where('case_id', '=', case_id)
    .execute();
}

/** False where it was marked before. */
export async function markBulkUndone(
  tx: Tx,
  id: string,
  { at, by, reasons }: { readonly at: Date; readonly by: { id: string; name: string }; readonly reasons: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('bulk_decision')
    .set({ undone_at: at, undone_by: by.id, undone_by_name: by.name, undone_reasons: reasons })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** In the order asked for; what is not of this body is left out. */
export async function casesByIds(tx: Tx, ids: readonly string[]): Promise<Case[]> {
  const rows = await tables(tx)
    .selectFrom('moderation_case')
    .selectAll()
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
