// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { Ground } from '../contract.ts';
import type { ModerationTables } from '../tables.ts';
import type { LearnedTables } from './tables.ts';

export type Choice = Selectable<LearnedTables['learned_choice']>;
export type OwnLines = Selectable<LearnedTables['learned_lines']>;
export type Reading = Selectable<LearnedTables['learned_reading']>;

const tables = (tx: Tx) => tx.withTables<LearnedTables & Pick<ModerationTables, 'moderation_case'>>();

export async function insertChoice(tx: Tx, choice: Choice): Promise<void> {
  await tables(tx).insertInto('learned_choice').values(choice).execute();
}

/** Oldest first. */
export async function choicesOf(tx: Tx, body: string): Promise<Choice[]> {
  return tables(tx)
    .selectFrom('learned_choice')
    .selectAll()
    .where('body', '=', body)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export async function linesFacts(tx: Tx, body: string): Promise<Omit<OwnLines, 'sealed'> | undefined> {
  return tables(tx)
    .selectFrom('learned_lines')
    .select(['body', 'model', 'decisions', 'at'])
    .where('body', '=', body)
    .executeTakeFirst();
}

export async function sealedLines(tx: Tx, body: string): Promise<Buffer | undefined> {
  const row = await tables(tx).selectFrom('learned_lines').select('sealed').where('body', '=', body).executeTakeFirst();
  return row?.sealed;
}

export async function keepLines(tx: Tx, lines: OwnLines): Promise<void> {
  const { body: _, ...change } = lines;
  await tables(tx)
    .insertInto('learned_lines')
    .values(lines)
    .onConflict((conflict) => conflict.column('body').doUpdateSet(change))
    .execute();
}

export async function dropLines(tx: Tx, body: string): Promise<void> {
  await tables(tx).deleteFrom('learned_lines').where('body', '=', body).execute();
}

export type RankedReading = Reading & { readonly rank: number };

/** As many as one statement may well carry. */
const AT_ONCE = 1000;

/** Keeps what was read of cases, and their places in the queue. */
export async function keepReadings(tx: Tx, readings: readonly RankedReading[]): Promise<void> {
  for (let from = 0; from < readings.length; from += AT_ONCE) await keepSome(tx, readings.slice(from, from + AT_ONCE));
}

async function keepSome(tx: Tx, readings: readonly RankedReading[]): Promise<void> {
  await tables(tx)
    .insertInto('learned_reading')
    .values(readings.map(({ rank: _, scores, ...reading }) => ({ ...reading, scores: JSON.stringify(scores) })))
    .onConflict((conflict) =>
      conflict.column('case_id').doUpdateSet((row) => ({
        item_version: row.ref('excluded.item_version'),
        part: row.ref('excluded.part'),
        scores: row.ref('excluded.scores'),
        at: row.ref('excluded.at'),
      })),
    )
    .execute();
  await sql`
    update moderation_case set learned_rank = placed.rank
      from unnest(${readings.map((one) => one.case_id)}::uuid[], ${readings.map((one) => one.rank)}::smallint[])
        as placed (id, rank)
     where moderation_case.id = placed.id`.execute(tx);
}

export async function readingOf(tx: Tx, caseId: string): Promise<Reading | undefined> {
  return tables(tx).selectFrom('learned_reading').selectAll().where('case_id', '=', caseId).executeTakeFirst();
}

/** What was read of each case, by case. */
export async function readingsOf(tx: Tx, body: string): Promise<ReadonlyMap<string, Reading>> {
  const rows = await tables(tx).selectFrom('learned_reading').selectAll().where('body', '=', body).execute();
  return new Map(rows.map((row) => [row.case_id, row]));
}

/** Forgets what was read of every case, and brings the queue back to its order. */
export async function dropReadings(tx: Tx, body: string): Promise<void> {
  await tables(tx).deleteFrom('learned_reading').where('body', '=', body).execute();
  await tables(tx)
    .updateTable('moderation_case')
    .set({ learned_rank: 100 })
    .where('body', '=', body)
    .where('learned_rank', '!=', 100)
    .execute();
}

/** Open cases, locked in one order, each with the version of its item that was judged last. */
export async function lockOpenCases(
  tx: Tx,
  body: string,
): Promise<{ readonly id: string; readonly item: string; readonly version: number }[]> {
  const { rows } = await sql<{ id: string; item: string; version: number }>`
    select id, item_id as item,
        (select max(item_version) from judgement where case_id = moderation_case.id) as version
      from moderation_case where body = ${body} and state = 'open' order by id for update`.execute(tx);
  return rows;
}

export interface Lesson {
  readonly kind: 'publish' | 'hide' | 'remove' | 'reply' | 'route' | 'no-action';
  readonly grounds: readonly Ground[];
  readonly policy_version: string;
  readonly item: string;
  readonly item_version: number;
  readonly deleted_by_author: boolean;
  /** Clauses that the judgement cited, with the categories of each that were noticed. */
  readonly touched: readonly { readonly id: string; readonly categories: readonly string[] }[] | null;
}

export interface Window {
  readonly since: Date;
  /** Of one day, in Italy, at most so many; and at most so many in all, the latest. */
  readonly perDay: number;
  readonly atMost: number;
}

/** Decisions that stand, oldest first. */
export async function standingDecisions(tx: Tx, body: string, { since, perDay, atMost }: Window): Promise<Lesson[]> {
  const { rows } = await sql<Lesson>`
    with counted as (
      select id, case_id, kind, grounds, policy_version, item_version, at,
          row_number() over (partition by (at at time zone 'Europe/Rome')::date order by at, id) as nth
        from decision where body = ${body} and undone_at is null and superseded_by is null and at >= ${since}
    ), latest as (
      select * from counted where nth <= ${perDay} order by at desc, id desc limit ${atMost}
    )
    select latest.kind, latest.grounds, latest.policy_version, latest.item_version, c.item_id as item, c.deleted_by_author,
        (select judgement -> 'clauses' from judgement j
          where j.case_id = latest.case_id and j.item_version = latest.item_version
            and j.policy_version = latest.policy_version
          order by j.at desc limit 1) as touched
      from latest join moderation_case c on c.id = latest.case_id
      order by latest.at, latest.id`.execute(tx);
  return rows;
}
