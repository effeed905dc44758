// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { ReferralTables } from './tables.ts';

export type Referral = Selectable<ReferralTables['referral']>;
export type Answer = Selectable<ReferralTables['referral_answer']>;
export type StoredOutcome = Selectable<ReferralTables['request_outcome']>;
export type Terms = Selectable<ReferralTables['referral_choice']>;
export type CaseOffice = Selectable<ReferralTables['case_office']>;

const tables = (tx: Tx) => tx.withTables<ReferralTables>();

export async function insertReferral(tx: Tx, row: Insertable<ReferralTables['referral']>): Promise<void> {
  await tables(tx).insertInto('referral').values(row).execute();
}

export async function changeReferral(
  tx: Tx,
  id: string,
  change: Updateable<ReferralTables['referral']>,
): Promise<void> {
  await tables(tx).updateTable('referral').set(change).where('id', '=', id).execute();
}

export const referralById = (tx: Tx, id: string): Promise<Referral | undefined> =>
  tables(tx).selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirst();

export const lockReferral = (tx: Tx, id: string): Promise<Referral | undefined> =>
  tables(tx).selectFrom('referral').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export async function lockReferralsOn(tx: Tx, caseId: string): Promise<void> {
  await tables(tx)
    .selectFrom('referral')
    .select('id')
    .where('case_id', '=', caseId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export const referralOfDecision = (tx: Tx, decision: string): Promise<Referral | undefined> =>
  tables(tx).selectFrom('referral').selectAll().where('decision_id', '=', decision).forUpdate().executeTakeFirst();

/** Oldest first. */
export const referralsOfCase = (tx: Tx, caseId: string): Promise<Referral[]> =>
  tables(tx).selectFrom('referral').selectAll().where('case_id', '=', caseId).orderBy('at').orderBy('id').execute();

/** Ids of those at which the desk has to look now. */
export async function referralsToLook(tx: Tx, body: string, now: Date): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('referral')
    .select('id')
    .where('body', '=', body)
    .where('look_at', '<=', now)
    .orderBy('look_at')
    .limit(100)
    .execute();
  return rows.map(({ id }) => id);
}

/** Where it is still to be looked at. */
export const lockReferralToLook = (tx: Tx, id: string, now: Date): Promise<Referral | undefined> =>
  tables(tx)
    .selectFrom('referral')
    .selectAll()
    .where('id', '=', id)
    .where('look_at', '<=', now)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

/** Whether a person carries the letter with the link that opens it now. */
export const isCarried = ({ link_by_hand, state }: Referral): boolean =>
  link_by_hand && state !== 'answered' && state !== 'withdrawn';

export async function insertAnswer(tx: Tx, row: Insertable<ReferralTables['referral_answer']>): Promise<void> {
  await tables(tx).insertInto('referral_answer').values(row).execute();
}

/** Oldest first. */
export async function answersOf(tx: Tx, referrals: readonly string[]): Promise<Answer[]> {
  if (referrals.length === 0) return [];
  return tables(tx)
    .selectFrom('referral_answer')
    .selectAll()
    .where('referral_id', 'in', [...referrals])
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export async function insertOutcome(tx: Tx, row: Insertable<ReferralTables['request_outcome']>): Promise<void> {
  await tables(tx).insertInto('request_outcome').values(row).execute();
}

export async function voidOutcomeOf(tx: Tx, decision: string, at: Date): Promise<void> {
  await tables(tx).updateTable('request_outcome').set({ void_at: at }).where('decision_id', '=', decision).execute();
}

/** The last one that stands. */
export const outcomeOf = (tx: Tx, caseId: string): Promise<StoredOutcome | undefined> =>
  standingOutcomes(tx, caseId).executeTakeFirst();

/** The last one that stands of what was written so: an edit may ask something else. */
export const outcomeOfVersion = (tx: Tx, caseId: string, version: number): Promise<StoredOutcome | undefined> =>
  standingOutcomes(tx, caseId).where('item_version', '=', version).executeTakeFirst();

const standingOutcomes = (tx: Tx, caseId: string) =>
  tables(tx)
    .selectFrom('request_outcome')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('void_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1);

export async function insertTerms(tx: Tx, row: Terms): Promise<void> {
  await tables(tx).insertInto('referral_choice').values(row).execute();
}

export const termsOf = (tx: Tx, body: string): Promise<Terms | undefined> =>
  tables(tx)
    .selectFrom('referral_choice')
    .selectAll()
    .where('body', '=', body)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Whose a case is does not change with what its author writes later; where it is sent does. */
export async function keepCaseOffices(tx: Tx, rows: readonly CaseOffice[]): Promise<void> {
  const cases = [...new Set(rows.map(({ case_id }) => case_id))];
  if (cases.length === 0) return;
  await tables(tx)
    .deleteFrom('case_office')
    .where('case_id', '=', sql<string>`any(${cases}::uuid[])`)
    .where('role', '=', 'route')
    .execute();
  await tables(tx)
    .insertInto('case_office')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export const officesOfCase = (tx: Tx, caseId: string): Promise<CaseOffice[]> =>
  tables(tx).selectFrom('case_office').selectAll().where('case_id', '=', caseId).execute();
