// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { ModerationTables } from './tables.ts';

// What was sealed before acting, the keys it is sealed under, why it may be kept, and what of it has to go.

export type KeepingBasis = Selectable<ModerationTables['keeping_basis']>;

const tables = (tx: Tx) => tx.withTables<ModerationTables>();

export async function insertEvidence(tx: Tx, row: Selectable<ModerationTables['evidence']>): Promise<void> {
  await tables(tx).insertInto('evidence').values(row).execute();
}

export async function evidenceOf(
  tx: Tx,
  decision: string,
): Promise<Selectable<ModerationTables['evidence']> | undefined> {
  return tables(tx).selectFrom('evidence').selectAll().where('decision_id', '=', decision).executeTakeFirst();
}

/** By the tables' owner: evidence of what was written under what may be child-abuse content, sealed anew without its words. */
export async function resealEvidence(
  tx: Tx,
  decision: string,
  { sealed, lasting }: Pick<Selectable<ModerationTables['evidence']>, 'sealed' | 'lasting'>,
): Promise<void> {
  await sql`select reseal_evidence(${decision}::uuid, ${sealed}::bytea, ${lasting}::bytea)`.execute(tx);
}

/** The subject's sealed key; the given one is stored if there is none. */
export async function subjectKey(tx: Tx, row: Selectable<ModerationTables['subject_key']>): Promise<Buffer> {
  await tables(tx)
    .insertInto('subject_key')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { sealed_key } = await tables(tx)
    .selectFrom('subject_key')
    .select('sealed_key')
    .where('body', '=', row.body)
    .where('subject', '=', row.subject)
    .executeTakeFirstOrThrow();
  return sealed_key;
}

export async function insertBasis(tx: Tx, basis: KeepingBasis): Promise<void> {
  await tables(tx).insertInto('keeping_basis').values(basis).execute();
}

/** The one in use: recorded last. */
export async function basisOn(tx: Tx, body: string, network: string): Promise<KeepingBasis | undefined> {
  return tables(tx)
    .selectFrom('keeping_basis')
    .selectAll()
    .where('body', '=', body)
    .where('network', '=', network)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

/** Of cases whose item's words are gone: what of them stands in the case and in what was noticed. Returns the cases. */
export async function blankCases(tx: Tx, items: readonly string[]): Promise<string[]> {
  const rows = await tables(tx)
    .updateTable('moderation_case')
    .set({ excerpt: '', author_name: null, must_look: sql<boolean>`must_look or state = 'open'` })
    .where('item_id', '=', sql<string>`any(${items}::uuid[])`)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** By the tables' owner: words quoted in what was noticed in versions whose words are gone. */
export async function blankJudgements(tx: Tx, items: readonly string[]): Promise<void> {
  await sql`select purge_judgement_words(${items}::uuid[])`.execute(tx);
}

/** By the tables' owner: what was sealed of these cases to go with the words of their items. */
export async function purgeEvidenceOf(tx: Tx, cases: readonly string[], at: Date): Promise<void> {
  await sql`select purge_evidence(array(select id from decision where case_id = any(${cases}::uuid[])), ${at})`.execute(
    tx,
  );
}

/** By the tables' owner: what was sealed for a term that has passed. */
export async function purgeEvidencePast(tx: Tx, body: string, now: Date): Promise<void> {
  await sql`
    select purge_evidence(
      array(select decision_id from evidence where body = ${body} and purged_at is null and kept_until <= ${now}), ${now})
    `.execute(tx);
}
