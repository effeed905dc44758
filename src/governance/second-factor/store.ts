// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { Role } from '../role.ts';
import type { GovernanceTables } from '../tables.ts';

const tables = (tx: Tx) => tx.withTables<GovernanceTables>();

export type StoredFactor = Selectable<GovernanceTables['second_factor']>;

export async function hasFactorOn(tx: Tx, person: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('second_factor')
    .select('person')
    .where('person', '=', person)
    .where('state', '=', 'on')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whoever else asks waits. */
export async function lockFactor(tx: Tx, person: string): Promise<StoredFactor | undefined> {
  return tables(tx).selectFrom('second_factor').selectAll().where('person', '=', person).forUpdate().executeTakeFirst();
}

/** False where one is on: only an offer is overwritten by another. */
export async function offer(tx: Tx, row: { person: string; sealed_key: Buffer; at: Date }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx)
    .insertInto('second_factor')
    .values({ ...row, state: 'offered', on_at: null })
    .onConflict((conflict) =>
      conflict
        .column('person')
        .doUpdateSet({ sealed_key: row.sealed_key, at: row.at, last_step: 0 })
        .where('second_factor.state', '=', 'offered'),
    )
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function turnOn(tx: Tx, person: string, { step, at }: { readonly step: number; readonly at: Date }) {
  await tables(tx)
    .updateTable('second_factor')
    .set({ state: 'on', on_at: at, last_step: step })
    .where('person', '=', person)
    .execute();
}

export async function takeStep(tx: Tx, person: string, step: number): Promise<void> {
  await tables(tx).updateTable('second_factor').set({ last_step: step }).where('person', '=', person).execute();
}

/** Its recovery codes with it; whether there was one. */
export async function removeFactorOf(tx: Tx, person: string): Promise<boolean> {
  await tables(tx).deleteFrom('recovery_code').where('person', '=', person).execute();
  const { numDeletedRows } = await tables(tx)
    .deleteFrom('second_factor')
    .where('person', '=', person)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function replaceCodes(
  tx: Tx,
  person: string,
  { digests, at }: { readonly digests: readonly string[]; readonly at: Date },
): Promise<void> {
  await tables(tx).deleteFrom('recovery_code').where('person', '=', person).execute();
  await tables(tx)
    .insertInto('recovery_code')
    .values(digests.map((digest) => ({ digest, person, at, used_at: null })))
    .execute();
}

/** Whether it was there, and nobody had used it. */
export async function takeCode(tx: Tx, code: { person: string; digest: string; at: Date }): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('recovery_code')
    .set({ used_at: code.at })
    .where('person', '=', code.person)
    .where('digest', '=', code.digest)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function codesLeft(tx: Tx, person: string): Promise<number> {
  const { left } = await tables(tx)
    .selectFrom('recovery_code')
    .select(({ fn }) => fn.countAll<string>().as('left'))
    .where('person', '=', person)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(left);
}

/** Passwords, as the sign-in library keeps them. */
export async function passwordOf(tx: Tx, person: string): Promise<string | null> {
  const row = await tables(tx)
    .selectFrom('sign_in_credential')
    .select('password')
    .where('user_id', '=', person)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst();
  return row?.password ?? null;
}

export async function endSession(tx: Tx, session: string): Promise<boolean> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom('sign_in_session')
    .where('id', '=', session)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function endOtherSessions(tx: Tx, person: string, session: string): Promise<void> {
  await tables(tx).deleteFrom('sign_in_session').where('user_id', '=', person).where('id', '<>', session).execute();
}

export async function sessionShowed(tx: Tx, session: string, factor: boolean): Promise<void> {
  await tables(tx).updateTable('sign_in_session').set({ factor }).where('id', '=', session).execute();
}

export async function insertRule(tx: Tx, row: Insertable<GovernanceTables['second_factor_rule']>): Promise<void> {
  await tables(tx).insertInto('second_factor_rule').values(row).execute();
}

/** Of each role that something was ever chosen for, the latest. */
export async function rulesOf(tx: Tx, body: string): Promise<{ role: Role; since: Date | null }[]> {
  return tables(tx)
    .selectFrom('second_factor_rule')
    .distinctOn('role')
    .select(['role', 'since'])
    .where('body', '=', body)
    .orderBy('role')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Whether the body wants a second factor of the role of a mandate. */
export const wantsFactor = (now: Date) => sql<boolean>`coalesce((
  select chosen.since <= ${now} from second_factor_rule chosen
   where chosen.body = mandate.body and chosen.role = mandate.role
   order by chosen.at desc, chosen.id desc limit 1), false)`;

/** People of the body with a second factor of their own. */
export async function peopleWithFactor(tx: Tx, body: string): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('second_factor')
    .select('person')
    .where('state', '=', 'on')
    .where('person', 'in', (select) => select.selectFrom('mandate').select('person').where('body', '=', body))
    .execute();
  return rows.map(({ person }) => person);
}
