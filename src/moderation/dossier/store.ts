// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql, type Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { ModerationTables } from '../tables.ts';
import type { DossierTables } from './tables.ts';

export type Term = Selectable<DossierTables['evidence_term']>;
export type Hold = Selectable<DossierTables['legal_hold']>;
export type Dossier = Selectable<DossierTables['dossier']>;
export type Report = Selectable<DossierTables['authority_report']>;
export type Concern = Selectable<DossierTables['csam_concern']>;
export type Numbered<Row> = Row & { readonly number: string };

/**
 * The desk's own terms, until the body chooses its by an act: originals for as long as a decision is commonly contested, files
 * handed over for as long as they are commonly fetched again.
 */
export const ORIGINAL_DAYS = 90;
export const DOSSIER_DAYS = 30;

const tables = (tx: Tx) =>
  tx.withTables<DossierTables & Pick<ModerationTables, 'moderation_case' | 'evidence' | 'decision'>>();

export async function insertTerm(tx: Tx, term: Term): Promise<void> {
  await tables(tx).insertInto('evidence_term').values(term).execute();
}

export async function latestTerm(tx: Tx, body: string): Promise<Term | undefined> {
  return tables(tx)
    .selectFrom('evidence_term')
    .selectAll()
    .where('body', '=', body)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

export async function termsOf(tx: Tx, body: string) {
  const term = await latestTerm(tx, body);
  return { originalDays: term?.original_days ?? ORIGINAL_DAYS, dossierDays: term?.dossier_days ?? DOSSIER_DAYS };
}

export async function insertHold(tx: Tx, hold: Hold): Promise<void> {
  await tables(tx).insertInto('legal_hold').values(hold).execute();
}

export async function liftHold(tx: Tx, id: string, change: Updateable<DossierTables['legal_hold']>): Promise<void> {
  await tables(tx).updateTable('legal_hold').set(change).where('id', '=', id).execute();
}

/** The one that stands. */
export async function holdOn(tx: Tx, caseId: string): Promise<Hold | undefined> {
  return tables(tx)
    .selectFrom('legal_hold')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
}

/** Standing ones first, then the latest. */
export async function holdsOf(tx: Tx, body: string, limit: number): Promise<Numbered<Hold>[]> {
  return tables(tx)
    .selectFrom('legal_hold')
    .innerJoin('moderation_case', 'moderation_case.id', 'legal_hold.case_id')
    .selectAll('legal_hold')
    .select('moderation_case.number')
    .where('legal_hold.body', '=', body)
    .orderBy(sql`lifted_at is not null`)
    .orderBy('legal_hold.at', 'desc')
    .limit(limit)
    .execute();
}

export async function insertDossier(tx: Tx, dossier: Dossier): Promise<void> {
  await tables(tx).insertInto('dossier').values(dossier).execute();
}

export async function dossierById(tx: Tx, id: string): Promise<Dossier | undefined> {
  return tables(tx).selectFrom('dossier').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Latest first. */
export async function dossiersOn(tx: Tx, caseId: string): Promise<Omit<Dossier, 'sealed'>[]> {
  return tables(tx)
    .selectFrom('dossier')
    .select(DOSSIER_FACTS)
    .where('case_id', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

const DOSSIER_FACTS = [
  'dossier.id',
  'dossier.body',
  'dossier.case_id',
  'dossier.form',
  'dossier.purpose',
  'dossier.subject',
  'dossier.bytes',
  'dossier.sha256',
  'dossier.kept_until',
  'dossier.purged_at',
  'dossier.on_clock',
  'dossier.person',
  'dossier.person_name',
  'dossier.at',
] as const;

export async function dossiersOf(tx: Tx, body: string, limit: number): Promise<Numbered<Omit<Dossier, 'sealed'>>[]> {
  return tables(tx)
    .selectFrom('dossier')
    .innerJoin('moderation_case', 'moderation_case.id', 'dossier.case_id')
    .select(DOSSIER_FACTS)
    .select('moderation_case.number')
    .where('dossier.body', '=', body)
    .orderBy('dossier.at', 'desc')
    .limit(limit)
    .execute();
}

/** Files whose term has passed; a hold, or authorities still to be told, keep those that no network's clock governs. */
export async function purgeDossiers(tx: Tx, body: string, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update dossier set sealed = '', purged_at = ${now}
     where body = ${body} and purged_at is null and kept_until <= ${now}
       and (on_clock or not exists (
         select from legal_hold where legal_hold.case_id = dossier.case_id and lifted_at is null))
       and (on_clock or purpose <> 'authorities' or not exists (
         select from authority_report
          where authority_report.case_id = dossier.case_id and state in ('asked', 'due')))`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

export async function purgeDossiersOn(tx: Tx, caseId: string, now: Date): Promise<void> {
  const gone = { sealed: Buffer.alloc(0), purged_at: now };
  await tables(tx)
    .updateTable('dossier')
    .set(gone)
    .where('case_id', '=', caseId)
    .where('purged_at', 'is', null)
    .execute();
}

/** By the tables' owner: originals of evidence whose term has passed. Returns how many went. */
export async function purgeOriginals(tx: Tx, body: string, at: { now: Date; day: string }): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    select purge_originals(${body}, ${at.now}, ${at.day}) as gone`.execute(tx);
  return rows[0]?.gone ?? 0;
}

export async function insertReport(tx: Tx, report: Report): Promise<void> {
  await tables(tx).insertInto('authority_report').values(report).execute();
}

export async function changeReport(
  tx: Tx,
  id: string,
  change: Updateable<DossierTables['authority_report']>,
): Promise<void> {
  await tables(tx).updateTable('authority_report').set(change).where('id', '=', id).execute();
}

/** What counts of a case: the live one, the police step before any other, else the last that was answered. */
export async function reportOn(tx: Tx, caseId: string): Promise<Report | undefined> {
  return tables(tx)
    .selectFrom('authority_report')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('state', '!=', 'void')
    .orderBy(sql`state not in ('asked', 'due')`)
    .orderBy('police', 'desc')
    .orderBy('at', 'desc')
    .executeTakeFirst();
}

/** What a case owes or has told the authorities, without the police step of a concern. */
export async function dutiesOn(tx: Tx, caseId: string): Promise<Report[]> {
  return tables(tx)
    .selectFrom('authority_report')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('state', 'in', ['asked', 'due', 'filed'])
    .where('police', '=', false)
    .execute();
}

export async function reportById(tx: Tx, id: string): Promise<Report | undefined> {
  return tables(tx).selectFrom('authority_report').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Waiting ones, the nearest day first. */
export async function reportsOf(tx: Tx, body: string, limit: number): Promise<Numbered<Report>[]> {
  return tables(tx)
    .selectFrom('authority_report')
    .innerJoin('moderation_case', 'moderation_case.id', 'authority_report.case_id')
    .selectAll('authority_report')
    .select('moderation_case.number')
    .where('authority_report.body', '=', body)
    .where('authority_report.state', 'in', ['asked', 'due'])
    .orderBy('due_on')
    .orderBy('authority_report.at')
    .limit(limit)
    .execute();
}

export async function insertConcern(tx: Tx, concern: Concern): Promise<void> {
  await tables(tx).insertInto('csam_concern').values(concern).execute();
}

export async function changeConcern(
  tx: Tx,
  id: string,
  change: Updateable<DossierTables['csam_concern']>,
): Promise<void> {
  await tables(tx).updateTable('csam_concern').set(change).where('id', '=', id).execute();
}

/** The open one. */
export async function concernOn(
  tx: Tx,
  of: { readonly item: string } | { readonly case: string } | { readonly id: string },
): Promise<Concern | undefined> {
  const select = tables(tx).selectFrom('csam_concern').selectAll().where('state', '=', 'open');
  if ('item' in of) return select.where('item_id', '=', of.item).executeTakeFirst();
  if ('case' in of) return select.where('case_id', '=', of.case).executeTakeFirst();
  return select.where('id', '=', of.id).executeTakeFirst();
}

/** Open ones of which nobody was told before then, neither by a letter nor on a device; locked. */
export async function lockUntold(tx: Tx, body: string, before: Date): Promise<Numbered<Concern>[]> {
  return tables(tx)
    .selectFrom('csam_concern')
    .innerJoin('moderation_case', 'moderation_case.id', 'csam_concern.case_id')
    .selectAll('csam_concern')
    .select('moderation_case.number')
    .where('csam_concern.body', '=', body)
    .where('csam_concern.state', '=', 'open')
    .where('csam_concern.alert', '=', 'promised')
    .where('csam_concern.at', '<=', before)
    .where(
      sql<boolean>`not exists (select from push_call
        where push_call.concern_id = csam_concern.id and push_call.state = 'sent')`,
    )
    .orderBy('csam_concern.id')
    .forUpdate('csam_concern')
    .execute();
}

export async function concernsOf(tx: Tx, body: string): Promise<Numbered<Concern & { told: boolean }>[]> {
  return tables(tx)
    .selectFrom('csam_concern')
    .innerJoin('moderation_case', 'moderation_case.id', 'csam_concern.case_id')
    .innerJoin('authority_report', 'authority_report.id', 'csam_concern.report_id')
    .selectAll('csam_concern')
    .select(['moderation_case.number', sql<boolean>`authority_report.state = 'filed'`.as('told')])
    .where('csam_concern.body', '=', body)
    .where('csam_concern.state', '=', 'open')
    .where('moderation_case.state', '=', 'open')
    .orderBy('csam_concern.at')
    .execute();
}

/** Of a case's decisions, oldest first. */
export async function evidenceOn(tx: Tx, caseId: string): Promise<Selectable<ModerationTables['evidence']>[]> {
  return tables(tx)
    .selectFrom('evidence')
    .innerJoin('decision', 'decision.id', 'evidence.decision_id')
    .selectAll('evidence')
    .where('decision.case_id', '=', caseId)
    .orderBy('evidence.at')
    .execute();
}
