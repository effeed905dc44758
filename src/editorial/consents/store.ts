// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { ConsentTables } from './tables.ts';

export type Subject = Selectable<ConsentTables['consent_subject']>;
export type ConsentRow = Selectable<ConsentTables['consent']>;
export type SignatureRow = Selectable<ConsentTables['consent_signature']>;
export type WithdrawalRow = Selectable<ConsentTables['consent_withdrawal']>;
export type WarningRow = Selectable<ConsentTables['consent_warning']>;
export type DocumentRow = Selectable<ConsentTables['consent_document']>;
type DocumentFacts = Omit<DocumentRow, 'sealed'>;

/** An entry with all that hangs on it, sealed as it is. */
export interface Stored {
  readonly consent: ConsentRow;
  readonly subject: Subject;
  readonly signatures: readonly SignatureRow[];
  readonly document: DocumentFacts | null;
  readonly withdrawal: WithdrawalRow | null;
  /** The last one. */
  readonly warning: WarningRow | null;
}

const MOST_LISTED = 1000;
const DOCUMENT = ['consent_id', 'body', 'type', 'bytes', 'kept_by', 'at'] as const;
const tables = (tx: Tx) => tx.withTables<ConsentTables>();

export async function insertSubject(tx: Tx, subject: Insertable<ConsentTables['consent_subject']>): Promise<void> {
  await tables(tx).insertInto('consent_subject').values(subject).execute();
}

/** Held until the end of the transaction: who enters, withdraws or erases begins here. */
export const lockSubject = (tx: Tx, id: string): Promise<Subject | undefined> =>
  tables(tx).selectFrom('consent_subject').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export async function eraseSubject(
  tx: Tx,
  id: string,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  const erased = { sealed_key: null, erased_at: at, erased_by: by };
  await tables(tx).updateTable('consent_subject').set(erased).where('id', '=', id).execute();
}

/** False where it was entered before. */
export async function insertConsent(tx: Tx, consent: Insertable<ConsentTables['consent']>): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('consent')
    .values(consent)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertSignatures(tx: Tx, all: readonly SignatureRow[]): Promise<void> {
  if (all.length > 0)
    await tables(tx)
      .insertInto('consent_signature')
      .values([...all])
      .execute();
}

export async function insertDocument(tx: Tx, document: DocumentRow): Promise<void> {
  await tables(tx).insertInto('consent_document').values(document).execute();
}

export async function insertWithdrawal(tx: Tx, withdrawal: WithdrawalRow): Promise<void> {
  await tables(tx).insertInto('consent_withdrawal').values(withdrawal).execute();
}

export async function insertWarning(tx: Tx, warning: WarningRow): Promise<void> {
  await tables(tx)
    .insertInto('consent_warning')
    .values(warning)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function insertChoice(tx: Tx, choice: Insertable<ConsentTables['consent_choice']>): Promise<void> {
  await tables(tx).insertInto('consent_choice').values(choice).execute();
}

/** What the body last said of itself. */
export const choiceOf = (tx: Tx, body: string): Promise<Selectable<ConsentTables['consent_choice']> | undefined> =>
  tables(tx)
    .selectFrom('consent_choice')
    .selectAll()
    .where('body', '=', body)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();

export const documentOf = (tx: Tx, consent: string): Promise<DocumentRow | undefined> =>
  tables(tx).selectFrom('consent_document').selectAll().where('consent_id', '=', consent).executeTakeFirst();

/** The latest first. */
export async function storedIn(tx: Tx, body: string): Promise<Stored[]> {
  const rows = await tables(tx)
    .selectFrom('consent')
    .selectAll()
    .where('body', '=', body)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(MOST_LISTED)
    .execute();
  return withAll(tx, rows);
}

export async function storedByIds(tx: Tx, ids: readonly string[]): Promise<Stored[]> {
  if (ids.length === 0) return [];
  return withAll(tx, await tables(tx).selectFrom('consent').selectAll().where('id', 'in', ids).execute());
}

export async function storedOfSubject(tx: Tx, subject: string): Promise<Stored[]> {
  return withAll(tx, await tables(tx).selectFrom('consent').selectAll().where('subject_id', '=', subject).execute());
}

/** Of one body, those that end between two days and were not taken back. */
export async function storedEnding(
  tx: Tx,
  body: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<Stored[]> {
  const rows = await tables(tx)
    .selectFrom('consent')
    .selectAll()
    .where('body', '=', body)
    .where('valid_until', '>=', from)
    .where('valid_until', '<=', until)
    .execute();
  return (await withAll(tx, rows)).filter(
    ({ withdrawal, subject }) => withdrawal === null && subject.sealed_key !== null,
  );
}

async function withAll(tx: Tx, rows: readonly ConsentRow[]): Promise<Stored[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const subjects = await tables(tx)
    .selectFrom('consent_subject')
    .selectAll()
    .where('id', 'in', [...new Set(rows.map(({ subject_id }) => subject_id))])
    .execute();
  const signatures = await tables(tx)
    .selectFrom('consent_signature')
    .selectAll()
    .where('consent_id', 'in', ids)
    .orderBy('nth')
    .execute();
  const withdrawals = await tables(tx)
    .selectFrom('consent_withdrawal')
    .selectAll()
    .where('consent_id', 'in', ids)
    .execute();
  const documents = await tables(tx)
    .selectFrom('consent_document')
    .select(DOCUMENT)
    .where('consent_id', 'in', ids)
    .execute();
  const warnings = await tables(tx)
    .selectFrom('consent_warning')
    .selectAll()
    .where('consent_id', 'in', ids)
    .orderBy('days')
    .execute();
  const isOf =
    ({ id }: ConsentRow) =>
    (one: { readonly consent_id: string }) =>
      one.consent_id === id;
  return rows.flatMap((consent) => {
    const subject = subjects.find(({ id }) => id === consent.subject_id);
    if (subject === undefined) return [];
    return [
      {
        ...{ consent, subject },
        signatures: signatures.filter(isOf(consent)),
        document: documents.find(isOf(consent)) ?? null,
        withdrawal: withdrawals.find(isOf(consent)) ?? null,
        warning: warnings.find(isOf(consent)) ?? null,
      },
    ];
  });
}

/** Drafts of which some version names one of these entries. */
export async function draftsNaming(tx: Tx, body: string, entries: readonly string[]): Promise<string[]> {
  if (entries.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select distinct draft_id as id from editorial_version
     where body = ${body} and exists (
       select from unnest(${sql.val(entries)}::text[]) as entry
        where content @> jsonb_build_object('bases', jsonb_build_array(entry))
           or content @> jsonb_build_object('media', jsonb_build_array(jsonb_build_object('grounds',
                jsonb_build_object('bases', jsonb_build_array(entry))))))
     order by id`.execute(tx);
  return rows.map(({ id }) => id);
}
