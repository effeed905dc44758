// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql, type Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { ModerationTables } from '../tables.ts';
import type { LadderTables } from './tables.ts';
import { youngAmong } from './young-store.ts';

export type Measure = Selectable<LadderTables['author_measure']>;
export type Breach = Selectable<LadderTables['breach']>;
export type Violation = Selectable<LadderTables['confirmed_violation']>;
export type Report = Selectable<LadderTables['platform_report']>;
export type Choice = Selectable<LadderTables['ladder_choice']>;

const tables = (tx: Tx) => tx.withTables<LadderTables & Pick<ModerationTables, 'moderation_case' | 'decision'>>();

/** Until the end of the transaction nobody else counts or acts on these authors. Held after the case, before any measure. */
export async function holdAuthors(tx: Tx, authors: readonly string[]): Promise<void> {
  for (const author of authors.toSorted())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`ladder ${author}`}, 0))`.execute(tx);
}

export async function latestChoice(tx: Tx, body: string): Promise<Choice | undefined> {
  return tables(tx)
    .selectFrom('ladder_choice')
    .selectAll()
    .where('body', '=', body)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

export async function insertLadderChoice(tx: Tx, choice: Choice): Promise<void> {
  await tables(tx).insertInto('ladder_choice').values(choice).execute();
}

export async function insertBreach(tx: Tx, breach: Breach): Promise<void> {
  await tables(tx).insertInto('breach').values(breach).execute();
}

/** Null: it counts again. */
export async function voidBreach(tx: Tx, decision: string, at: Date | null): Promise<void> {
  await tables(tx).updateTable('breach').set({ void_at: at }).where('decision_id', '=', decision).execute();
}

interface Within {
  readonly since: Date | null;
  /** Absent: until now. */
  readonly until?: Date;
}

/** Items with a standing breach of one person, under all their names, each once, and the clauses broken; none of who is too young. */
export async function breachesWithin(
  tx: Tx,
  authors: readonly string[],
  { since, until }: Within,
): Promise<{ readonly count: number; readonly clauses: readonly string[] }> {
  if ((await youngAmong(tx, authors)).size > 0) return { count: 0, clauses: [] };
  const { rows } = await sql<{ count: string; clauses: string[] | null }>`
    select count(distinct item_id) as count, array_agg(distinct clause order by clause) as clauses
      from breach, unnest(clauses) as clause
      where author_id = any(${authors}::uuid[]) and void_at is null
        and (${since}::timestamptz is null or at >= ${since})
        and (${until ?? null}::timestamptz is null or at <= ${until ?? null})`.execute(tx);
  return { count: Number(rows[0]?.count ?? 0), clauses: rows[0]?.clauses ?? [] };
}

/** Latest first. */
export async function breachesOf(
  tx: Tx,
  author: string,
): Promise<(Breach & { readonly number: string; readonly kind: 'hide' | 'remove' })[]> {
  const { rows } = await sql<Breach & { number: string; kind: 'hide' | 'remove' }>`
    select breach.*, c.number, d.kind from breach
      join moderation_case c on c.id = breach.case_id join decision d on d.id = breach.decision_id
      where breach.author_id = ${author} and (breach.void_at is null or d.superseded_by is null) order by breach.at desc, breach.decision_id desc limit 200`.execute(
    tx,
  );
  return rows;
}

/** The clauses under which an item was taken down and stands so; empty where that is no breach. */
export async function standingBreach(tx: Tx, caseId: string): Promise<readonly string[]> {
  const rows = await tables(tx)
    .selectFrom('breach')
    .select('clauses')
    .where('case_id', '=', caseId)
    .where('void_at', 'is', null)
    .orderBy('at')
    .execute();
  return rows.flatMap(({ clauses }) => clauses);
}

/** Decisions that the projection tells otherwise than they stand; none when all is well. */
export async function breachesAstray(tx: Tx, body: string): Promise<string[]> {
  const { rows } = await sql<{ decision_id: string }>`
    select breach.decision_id from breach join decision d on d.id = breach.decision_id
      where breach.body = ${body}
        and (d.kind not in ('hide', 'remove') or d.case_id <> breach.case_id
          or d.undone_at is not null and breach.void_at is null
          or d.undone_at is null and d.superseded_by is null and breach.void_at is not null)`.execute(tx);
  return rows.map((row) => row.decision_id);
}

/** The one that holds. */
export async function violationOn(tx: Tx, caseId: string): Promise<Violation | undefined> {
  return tables(tx)
    .selectFrom('confirmed_violation')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
}

export async function insertViolation(tx: Tx, violation: Violation): Promise<void> {
  await tables(tx).insertInto('confirmed_violation').values(violation).execute();
}

export async function withdrawViolation(
  tx: Tx,
  id: string,
  by: Pick<Violation, 'withdrawn_at' | 'withdrawn_by'>,
): Promise<void> {
  await tables(tx).updateTable('confirmed_violation').set(by).where('id', '=', id).execute();
}

export async function insertMeasure(tx: Tx, measure: Measure): Promise<void> {
  await tables(tx).insertInto('author_measure').values(measure).execute();
}

export async function measureByKey(tx: Tx, body: string, key: string): Promise<Measure | undefined> {
  return tables(tx)
    .selectFrom('author_measure')
    .selectAll()
    .where('body', '=', body)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
}

export async function measureById(tx: Tx, id: string): Promise<Measure | undefined> {
  return tables(tx).selectFrom('author_measure').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The measures of a case, and the standing bans of these authors, locked. */
export async function lockMeasuresOn(tx: Tx, caseId: string, authors: readonly string[]): Promise<void> {
  await sql`
    select id from author_measure
      where case_id = ${caseId}
        or (author_id = any(${authors}::uuid[]) and kind = 'ban' and ended_at is null)
      order by id for update`.execute(tx);
}

export async function lockMeasure(tx: Tx, id: string): Promise<Measure | undefined> {
  return tables(tx).selectFrom('author_measure').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function changeMeasure(
  tx: Tx,
  id: string,
  change: Updateable<LadderTables['author_measure']>,
): Promise<void> {
  await tables(tx).updateTable('author_measure').set(change).where('id', '=', id).execute();
}

type Where = { readonly authors: readonly string[] } | { readonly case: string } | { readonly bansOf: string };

/** Latest first. */
export async function measuresWhere(tx: Tx, where: Where): Promise<(Measure & { readonly number: string })[]> {
  let select = tables(tx)
    .selectFrom('author_measure')
    .innerJoin('moderation_case', 'moderation_case.id', 'author_measure.case_id')
    .selectAll('author_measure')
    .select('moderation_case.number');
  if ('authors' in where)
    select = select.where('author_measure.author_id', '=', sql<string>`any(${where.authors}::uuid[])`);
  else if ('case' in where) select = select.where('case_id', '=', where.case);
  else
    select = select
      .where('author_measure.body', '=', where.bansOf)
      .where('author_measure.kind', '=', 'ban')
      .where('ended_at', 'is', null);
  return select.orderBy('author_measure.at', 'desc').orderBy('author_measure.id', 'desc').limit(500).execute();
}

export async function standingBan(tx: Tx, author: string): Promise<Measure | undefined> {
  return tables(tx)
    .selectFrom('author_measure')
    .selectAll()
    .where('author_id', '=', author)
    .where('kind', '=', 'ban')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

/** What ended a ban. */
export async function unbanOf(tx: Tx, ban: string): Promise<Measure | undefined> {
  return tables(tx).selectFrom('author_measure').selectAll().where('ends', '=', ban).executeTakeFirst();
}

/** Bans whose day has come and that nobody was called to yet, locked. */
export async function lockBansToCall(tx: Tx, body: string, today: string): Promise<Measure[]> {
  return tables(tx)
    .selectFrom('author_measure')
    .selectAll()
    .where('body', '=', body)
    .where('kind', '=', 'ban')
    .where('ended_at', 'is', null)
    .where('review_called_at', 'is', null)
    .where('review_on', '<=', today)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function insertReport(tx: Tx, report: Report): Promise<void> {
  await tables(tx).insertInto('platform_report').values(report).execute();
}

export async function reportById(tx: Tx, id: string): Promise<Report | undefined> {
  return tables(tx).selectFrom('platform_report').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockReport(tx: Tx, id: string): Promise<Report | undefined> {
  return tables(tx).selectFrom('platform_report').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function changeReport(
  tx: Tx,
  id: string,
  change: Updateable<LadderTables['platform_report']>,
): Promise<void> {
  await tables(tx).updateTable('platform_report').set(change).where('id', '=', id).execute();
}

export async function voidDutyOf(tx: Tx, decision: string): Promise<void> {
  await tables(tx)
    .updateTable('platform_report')
    .set({ state: 'void' })
    .where('decision_id', '=', decision)
    .where('state', '=', 'due')
    .execute();
}

type ReportsWhere = { readonly case: string } | { readonly author: string } | { readonly openOf: string };

/** Latest first; of a body, only those still to be made or finished. */
export async function reportsWhere(tx: Tx, where: ReportsWhere): Promise<(Report & { readonly number: string })[]> {
  let select = tables(tx)
    .selectFrom('platform_report')
    .innerJoin('moderation_case', 'moderation_case.id', 'platform_report.case_id')
    .selectAll('platform_report')
    .select('moderation_case.number');
  if ('case' in where) select = select.where('case_id', '=', where.case);
  else if ('author' in where) select = select.where('platform_report.author_id', '=', where.author);
  else
    select = select
      .where('platform_report.body', '=', where.openOf)
      .where('platform_report.state', 'in', ['due', 'sent']);
  return select.orderBy('platform_report.at', 'desc').orderBy('platform_report.id', 'desc').limit(500).execute();
}
