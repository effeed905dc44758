// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Tx } from '#platform';
import type { Signal } from '#policy';
import type { DecisionKind } from '../contract.ts';
import type { Ground } from '../grounding/contract.ts';
import type { PrecedentTables } from './tables.ts';

const MOST_COMPARED = 400;
const MOST_OF_A_MONTH = 3000;

/** A case as it was decided, with its words as far as they may be kept. */
export interface DecidedCase {
  readonly id: string;
  readonly number: string;
  readonly network: string;
  readonly excerpt: string;
  readonly clauses: readonly string[];
  readonly text: string;
  readonly signals: readonly Signal[];
  readonly decision: DecisionKind;
  readonly grounds: readonly Ground[];
  readonly at: Date;
  /** Only to know whether one person alone decided: never told. */
  readonly person: string;
}

const decidedCases = sql`
  select c.id, c.number, c.network, c.excerpt, c.clauses, v.text, j.signals, d.kind as decision, d.grounds, d.at, d.person
    from moderation_case c
    join item_version v on v.item_id = c.item_id and v.purged_at is null
    join lateral (
      select kind, grounds, at, person, item_version from decision
       where case_id = c.id and undone_at is null order by at desc, id desc limit 1) d
      on d.item_version = v.version
    join lateral (
      select signals from judgement where case_id = c.id order by item_version desc, at desc limit 1) j on true`;

/** Of public items of the transaction's body that touch one of these clauses, the latest. */
export async function decidedUnder(
  tx: Tx,
  { clauses, besides, since }: { readonly clauses: readonly string[]; readonly besides: string; readonly since: Date },
): Promise<DecidedCase[]> {
  const { rows } = await sql<DecidedCase>`
    ${decidedCases}
   where c.id in (select decided_under(${clauses}::text[], ${besides}, ${since}, ${MOST_COMPARED}))
   order by c.decided_at desc`.execute(tx);
  return rows;
}

export interface DecidedOfMonth {
  readonly cases: readonly DecidedCase[];
  /** The first that is among them, where there were more. */
  readonly since: Date | undefined;
}

/** The latest of them, where they are very many. */
export async function decidedBetween(tx: Tx, body: string, span: { from: Date; to: Date }): Promise<DecidedOfMonth> {
  const { rows } = await sql<DecidedCase>`
    ${decidedCases}
   where c.body = ${body} and c.state = 'decided' and c.kind <> 'message'
     and c.decided_at >= ${span.from} and c.decided_at < ${span.to}
   order by c.decided_at desc limit ${MOST_OF_A_MONTH + 1}`.execute(tx);
  const cases = rows.slice(0, MOST_OF_A_MONTH);
  return { cases, since: rows.length > cases.length ? cases.at(-1)?.at : undefined };
}

const tables = (tx: Tx) => tx.withTables<PrecedentTables>();

export async function insertSmallest(tx: Tx, row: PrecedentTables['equal_treatment_choice']): Promise<void> {
  await tables(tx).insertInto('equal_treatment_choice').values(row).execute();
}

export async function smallestChosen(tx: Tx, body: string): Promise<number | undefined> {
  const row = await tables(tx)
    .selectFrom('equal_treatment_choice')
    .select('smallest_group')
    .where('body', '=', body)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.smallest_group;
}
