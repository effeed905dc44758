// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { Case } from '../store.ts';
import type { ModerationTables } from '../tables.ts';
import type { TurnsTables } from './tables.ts';

export type Handover = Selectable<TurnsTables['case_handover']>;
export type StoredPlan = Selectable<TurnsTables['turn_plan']>;
export type StoredSheet = Selectable<TurnsTables['handover_sheet']>;

const tables = (tx: Tx) => tx.withTables<TurnsTables & ModerationTables>();

/** A case in somebody's hands. */
export type ClaimedCase = Case & {
  readonly claimed_by: string;
  readonly claimed_by_name: string;
  readonly claimed_at: Date;
  readonly claimed_how: NonNullable<Case['claimed_how']>;
};

export const isClaimed = (row: Case): row is ClaimedCase => row.claimed_by !== null;

export async function claimedCases(tx: Tx, body: string): Promise<ClaimedCase[]> {
  const rows = await tables(tx)
    .selectFrom('moderation_case')
    .selectAll()
    .where('body', '=', body)
    .where('claimed_by', 'is not', null)
    .orderBy('claimed_at')
    .orderBy('id')
    .execute();
  return rows.filter(isClaimed);
}

/** Of these people, taken before then; locked in the order of all cases. */
export async function lockClaimsOf(
  tx: Tx,
  body: string,
  { people, before }: { readonly people: readonly string[]; readonly before: Date },
): Promise<ClaimedCase[]> {
  if (people.length === 0) return [];
  const rows = await tables(tx)
    .selectFrom('moderation_case')
    .selectAll()
    .where('body', '=', body)
    .where('claimed_by', 'in', [...people])
    .where('claimed_at', '<', before)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.filter(isClaimed);
}

export async function insertHandover(tx: Tx, row: Insertable<TurnsTables['case_handover']>): Promise<void> {
  await tables(tx).insertInto('case_handover').values(row).execute();
}

export async function handoverByKey(tx: Tx, body: string, key: string): Promise<Handover | undefined> {
  return tables(tx)
    .selectFrom('case_handover')
    .selectAll()
    .where('body', '=', body)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
}

/** Oldest first. */
export async function handoversOf(tx: Tx, caseId: string): Promise<Handover[]> {
  return tables(tx)
    .selectFrom('case_handover')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

interface Screen {
  readonly body: string;
  readonly person: string;
  readonly screen: string;
}

/** What the screen showed before, where that was not long ago. */
export async function shownOn(tx: Tx, { body, person, screen }: Screen, since: Date): Promise<string | undefined> {
  const row = await tables(tx)
    .selectFrom('case_presence')
    .select('case_id')
    .where('body', '=', body)
    .where('person', '=', person)
    .where('screen', '=', screen)
    .where('seen_at', '>', since)
    .executeTakeFirst();
  return row?.case_id;
}

export async function showOn(tx: Tx, row: Insertable<TurnsTables['case_presence']>): Promise<void> {
  const { person_name, case_id, seen_at } = row;
  await tables(tx)
    .insertInto('case_presence')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['body', 'person', 'screen']).doUpdateSet({ person_name, case_id, seen_at }),
    )
    .execute();
}

export async function clearScreen(tx: Tx, { body, person, screen }: Screen): Promise<void> {
  await tables(tx)
    .deleteFrom('case_presence')
    .where('body', '=', body)
    .where('person', '=', person)
    .where('screen', '=', screen)
    .execute();
}

export async function clearScreensBefore(tx: Tx, body: string, before: Date): Promise<void> {
  await tables(tx).deleteFrom('case_presence').where('body', '=', body).where('seen_at', '<', before).execute();
}

/** Who has it open, without one of them. */
export async function lookingAt(
  tx: Tx,
  caseId: string,
  { since, not }: { readonly since: Date; readonly not: string },
): Promise<{ id: string; name: string }[]> {
  return tables(tx)
    .selectFrom('case_presence')
    .select(['person as id', 'person_name as name'])
    .distinct()
    .where('case_id', '=', caseId)
    .where('seen_at', '>', since)
    .where('person', '<>', not)
    .orderBy('person_name')
    .execute();
}

export async function latestPlan(tx: Tx, body: string): Promise<StoredPlan | undefined> {
  return tables(tx)
    .selectFrom('turn_plan')
    .selectAll()
    .where('body', '=', body)
    .orderBy('revision', 'desc')
    .executeTakeFirst();
}

const MOST_PLANS = 20;

/** The plans that held since a moment, oldest first: the one that held then, and those set after it. */
export async function plansSince(tx: Tx, body: string, since: Date | undefined): Promise<StoredPlan[]> {
  const latest = await tables(tx)
    .selectFrom('turn_plan')
    .selectAll()
    .where('body', '=', body)
    .orderBy('revision', 'desc')
    .limit(MOST_PLANS)
    .execute();
  const held = since === undefined ? -1 : latest.findIndex(({ at }) => at <= since);
  return latest.slice(0, held === -1 ? undefined : held + 1).toReversed();
}

/** False where another was stored meanwhile. */
export async function insertPlan(tx: Tx, row: Omit<StoredPlan, 'plan'> & { readonly plan: string }): Promise<boolean> {
  const stored = await tables(tx)
    .insertInto('turn_plan')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('revision')
    .executeTakeFirst();
  return stored !== undefined;
}

export async function latestSheets(tx: Tx, body: string, limit: number): Promise<StoredSheet[]> {
  return tables(tx)
    .selectFrom('handover_sheet')
    .selectAll()
    .where('body', '=', body)
    .orderBy('closed_at', 'desc')
    .limit(limit)
    .execute();
}

export async function sheetById(tx: Tx, id: string): Promise<StoredSheet | undefined> {
  return tables(tx).selectFrom('handover_sheet').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertSheet(tx: Tx, row: Omit<StoredSheet, 'facts'> & { readonly facts: string }): Promise<void> {
  await tables(tx)
    .insertInto('handover_sheet')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function insertReading(tx: Tx, row: Insertable<TurnsTables['handover_sheet_reading']>): Promise<boolean> {
  const stored = await tables(tx)
    .insertInto('handover_sheet_reading')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('sheet_id')
    .executeTakeFirst();
  return stored !== undefined;
}

export async function readingsOf(tx: Tx, sheets: readonly string[]): Promise<ReadingRow[]> {
  if (sheets.length === 0) return [];
  return tables(tx)
    .selectFrom('handover_sheet_reading')
    .selectAll()
    .where('sheet_id', 'in', [...sheets])
    .orderBy('at')
    .execute();
}
export type ReadingRow = Selectable<TurnsTables['handover_sheet_reading']>;

/** Each a place where work is left: what it is called on the sheet, and which cases are in it. */
export const LEFT = {
  grave: sql<boolean>`state = 'open' and priority = 0`,
  claimed: sql<boolean>`claimed_by is not null`,
  byHand: sql<boolean>`state = 'decided' and enforcement = 'by-hand'`,
  stuck: sql<boolean>`state = 'decided' and enforcement in ('failed', 'unknown')`,
} as const;

export const overdueAt = (now: Date) => sql<boolean>`state = 'open' and due_rank < ${now}::timestamptz`;

export type LeftCase = Pick<Case, 'id' | 'number' | 'written_at' | 'claimed_at' | 'claimed_by_name'>;

/** Some of the cases of a place, oldest first, and how many there are. */
export async function leftIn(
  tx: Tx,
  body: string,
  { where, limit }: { readonly where: (typeof LEFT)[keyof typeof LEFT]; readonly limit: number },
): Promise<{ readonly total: number; readonly first: LeftCase[] }> {
  const rows = await tables(tx)
    .selectFrom('moderation_case')
    .select(['id', 'number', 'written_at', 'claimed_at', 'claimed_by_name', sql<string>`count(*) over ()`.as('total')])
    .where('body', '=', body)
    .where(where)
    .orderBy('number')
    .limit(limit)
    .execute();
  return { total: Number(rows[0]?.total ?? 0), first: rows };
}

export async function openCount(tx: Tx, body: string): Promise<number> {
  const row = await tables(tx)
    .selectFrom('moderation_case')
    .select(sql<string>`count(*)`.as('open'))
    .where('body', '=', body)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(row.open);
}

/** Standing decisions of a stretch of time, by what they were grounded on; one with two grounds counts under both. */
export async function decidedByGround(
  tx: Tx,
  body: string,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<{ ground: string; kind: string; count: number }[]> {
  const { rows } = await sql<{ ground: string; kind: string; count: string }>`
    select coalesce(ground ->> 'clause', ground ->> 'rule', 'Ordine: ' || (ground ->> 'authority')) as ground, kind,
      count(*) as count
    from decision cross join lateral jsonb_array_elements(grounds) as ground
    where body = ${body} and at >= ${from} and at < ${to} and undone_at is null
    group by 1, 2 order by 3 desc, 1, 2`.execute(tx);
  return rows.map(({ ground, kind, count }) => ({ ground, kind, count: Number(count) }));
}

export async function decidedCount(tx: Tx, body: string, { from, to }: { from: Date; to: Date }): Promise<number> {
  const row = await tables(tx)
    .selectFrom('decision')
    .select(sql<string>`count(*)`.as('decided'))
    .where('body', '=', body)
    .where('at', '>=', from)
    .where('at', '<', to)
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.decided);
}
