// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { ModerationTables, StoredJudgement } from './tables.ts';

export type Case = Selectable<ModerationTables['moderation_case']>;
export type NewCase = Insertable<ModerationTables['moderation_case']>;
export type Decision = Selectable<ModerationTables['decision']>;
export type StoredJudging = Selectable<ModerationTables['judgement']>;
export type NewDecision = Omit<
  Decision,
  'undone_at' | 'undone_by' | 'undone_by_name' | 'undone_reasons' | 'superseded_by'
>;

const tables = (tx: Tx) => tx.withTables<ModerationTables>();

/** The first of so many numbers that nobody else gets. */
export async function nextCaseNumbers(tx: Tx, body: string, count: number): Promise<number> {
  const { last } = await tables(tx)
    .insertInto('case_number')
    .values({ body, last: count })
    .onConflict((conflict) =>
      conflict.column('body').doUpdateSet({ last: sql<string>`case_number.last + ${count}::bigint` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return Number(last) - count + 1;
}

export async function insertCases(tx: Tx, rows: readonly NewCase[]): Promise<void> {
  await tables(tx)
    .insertInto('moderation_case')
    .values([...rows])
    .execute();
}

export async function updateCase(
  tx: Tx,
  id: string,
  change: Updateable<ModerationTables['moderation_case']>,
): Promise<void> {
  await tables(tx).updateTable('moderation_case').set(change).where('id', '=', id).execute();
}

export async function caseById(tx: Tx, id: string): Promise<Case | undefined> {
  return tables(tx).selectFrom('moderation_case').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockCase(tx: Tx, id: string): Promise<Case | undefined> {
  return tables(tx).selectFrom('moderation_case').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function lockCaseOfItem(tx: Tx, item: string): Promise<Case | undefined> {
  return tables(tx)
    .selectFrom('moderation_case')
    .selectAll()
    .where('item_id', '=', item)
    .forUpdate()
    .executeTakeFirst();
}

/** In the order in which all cases are locked. */
export async function lockCasesOfItems(tx: Tx, items: readonly string[]): Promise<Case[]> {
  return tables(tx)
    .selectFrom('moderation_case')
    .selectAll()
    .where('item_id', '=', sql<string>`any(${items}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Items of open cases. */
export async function openItems(tx: Tx, body: string): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('moderation_case')
    .select('item_id')
    .where('body', '=', body)
    .where('state', '=', 'open')
    .execute();
  return rows.map((row) => row.item_id);
}

/** Those of versions already judged under that policy are left as they are. */
/** Each later than what was judged before of its case, so that which came last can always be told. */
export async function insertJudgements(
  tx: Tx,
  rows: readonly (Omit<StoredJudging, 'signals' | 'judgement'> & { signals: string; judgement: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  await tables(tx)
    .insertInto('judgement')
    .values(rows.map((row) => ({ ...row, at: afterThoseOf(row) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const afterThoseOf = ({ case_id, at }: Pick<StoredJudging, 'case_id' | 'at'>) =>
  sql<Date>`greatest(${at}::timestamptz, (
    select max(earlier.at) + interval '1 millisecond' from judgement earlier where earlier.case_id = ${case_id}::uuid))`;

/** Which versions of which cases were judged, and by which reading of which policy version. */
export interface Judgings {
  has(caseId: string, itemVersion: number, policy: { readonly version: string; readonly digest: string }): boolean;
  /** The newest version of the item; 0: none. */
  latest(caseId: string): number;
}

export async function judgingsOf(tx: Tx, cases: readonly string[]): Promise<Judgings> {
  const rows = await tables(tx)
    .selectFrom('judgement')
    .select(['case_id', 'item_version', 'policy_version'])
    .select(sql<string | null>`judgement -> 'policy' ->> 'digest'`.as('digest'))
    .where('case_id', '=', sql<string>`any(${cases}::uuid[])`)
    .execute();
  const byCase = Map.groupBy(rows, (row) => row.case_id);
  return {
    has: (id, itemVersion, { version, digest }) =>
      byCase
        .get(id)
        ?.some((row) => row.item_version === itemVersion && row.policy_version === version && row.digest === digest) ??
      false,
    latest: (id) => Math.max(0, ...(byCase.get(id) ?? []).map((row) => row.item_version)),
  };
}

export async function latestJudgement(
  tx: Tx,
  caseId: string,
): Promise<(Omit<StoredJudging, 'judgement'> & { judgement: StoredJudgement }) | undefined> {
  return tables(tx)
    .selectFrom('judgement')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('item_version', 'desc')
    .orderBy('at', 'desc')
    .executeTakeFirst();
}

export async function insertDecision(tx: Tx, decision: NewDecision): Promise<void> {
  const grounds = JSON.stringify(decision.grounds);
  await tables(tx)
    .insertInto('decision')
    .values({ ...decision, grounds, undone_at: null, undone_by: null, undone_by_name: null, undone_reasons: null })
    .execute();
}

export async function decisionByKey(tx: Tx, body: string, key: string): Promise<Decision | undefined> {
  return tables(tx)
    .selectFrom('decision')
    .selectAll()
    .where('body', '=', body)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
}

export async function decisionById(tx: Tx, id: string): Promise<Decision | undefined> {
  return tables(tx).selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Oldest first. */
export async function decisionsOf(tx: Tx, caseId: string): Promise<Decision[]> {
  return tables(tx)
    .selectFrom('decision')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export async function markUndone(
  tx: Tx,
  id: string,
  undoing: { at: Date; by: { id: string; name: string }; reasons: string },
): Promise<void> {
  const change = {
    undone_at: undoing.at,
    undone_by: undoing.by.id,
    undone_by_name: undoing.by.name,
    undone_reasons: undoing.reasons,
  };
  await tables(tx).updateTable('decision').set(change).where('id', '=', id).execute();
}

/** Null: it stands again. */
export async function markSuperseded(tx: Tx, id: string, by: string | null): Promise<void> {
  await tables(tx).updateTable('decision').set({ superseded_by: by }).where('id', '=', id).execute();
}

/** Standing decisions that hid or removed an item of the author, and reached the network. */
export async function measuresOnAuthor(tx: Tx, author: string): Promise<number> {
  const row = await tables(tx)
    .selectFrom('decision')
    .innerJoin('moderation_case', 'moderation_case.id', 'decision.case_id')
    .select(sql<string>`count(*)`.as('count'))
    .where(sql<boolean>`moderation_case.item_id in (select id from item where author_id = ${author})`)
    .where('decision.kind', 'in', ['hide', 'remove'])
    .where('decision.undone_at', 'is', null)
    .where('decision.superseded_by', 'is', null)
    // What the network refused was not done to anyone.
    .where('moderation_case.enforcement', '=', 'confirmed')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The newest version judged of each of these items. */
export async function judgedVersions(tx: Tx, items: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tables(tx)
    .selectFrom('judgement')
    .innerJoin('moderation_case', 'moderation_case.id', 'judgement.case_id')
    .select(['moderation_case.item_id', (select) => select.fn.max('judgement.item_version').as('version')])
    .where('moderation_case.item_id', '=', sql<string>`any(${items}::uuid[])`)
    .groupBy('moderation_case.item_id')
    .execute();
  return new Map(rows.map((row) => [row.item_id, row.version]));
}
