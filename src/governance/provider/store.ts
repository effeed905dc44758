// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { GovernanceTables } from '../tables.ts';

const tables = (tx: Tx) => tx.withTables<GovernanceTables>();

export type StoredProvider = Selectable<GovernanceTables['sign_in_provider']>;
export type StoredFlow = Selectable<GovernanceTables['sign_in_flow']>;

/** Of every body, names alone. */
export async function providersOffered(tx: Tx): Promise<{ body: string; name: string }[]> {
  const { rows } = await sql<{ body: string; name: string }>`select body, name from sign_in_providers()`.execute(tx);
  return rows;
}

export async function providerOf(tx: Tx, body: string): Promise<StoredProvider | undefined> {
  return tables(tx).selectFrom('sign_in_provider').selectAll().where('body', '=', body).executeTakeFirst();
}

/** In the place of the one before: what the head chose of that one is not chosen of this. */
export async function replaceProvider(tx: Tx, row: Insertable<GovernanceTables['sign_in_provider']>): Promise<void> {
  const { body: _, ...rest } = row;
  await tables(tx)
    .insertInto('sign_in_provider')
    .values(row)
    .onConflict((conflict) => conflict.column('body').doUpdateSet(rest))
    .execute();
}

export async function removeProviderOf(tx: Tx, body: string): Promise<boolean> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom('sign_in_provider')
    .where('body', '=', body)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Whoever came through the provider of a body comes in anew. */
export async function endSessionsIn(tx: Tx, body: string): Promise<void> {
  await tables(tx).deleteFrom('sign_in_session').where('only_body', '=', body).execute();
}

export async function setByEmail(tx: Tx, body: string, by_email: boolean): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('sign_in_provider')
    .set({ by_email })
    .where('body', '=', body)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertFlow(tx: Tx, row: Insertable<GovernanceTables['sign_in_flow']>): Promise<void> {
  await tables(tx).insertInto('sign_in_flow').values(row).execute();
}

/** Once: whoever takes it has it alone. */
export async function takeFlow(tx: Tx, digest: string): Promise<StoredFlow | undefined> {
  return tables(tx).deleteFrom('sign_in_flow').where('digest', '=', digest).returningAll().executeTakeFirst();
}

export async function forgetFlows(tx: Tx, body: string, now: Date): Promise<void> {
  await tables(tx).deleteFrom('sign_in_flow').where('body', '=', body).where('expires_at', '<=', now).execute();
}

interface Known {
  readonly body: string;
  readonly issuer: string;
  readonly subject: string;
}

/** Waits for whoever enters as the same. */
export async function lockSubject(tx: Tx, { body, issuer, subject }: Known): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`identity ${body} ${issuer} ${subject}`}, 0))`.execute(tx);
}

/** The person who is that subject for the body. */
export async function personKnownAs(tx: Tx, { body, issuer, subject }: Known): Promise<string | undefined> {
  const row = await tables(tx)
    .selectFrom('sign_in_identity')
    .select('person')
    .where('body', '=', body)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.person;
}

export async function peopleKnown(tx: Tx, body: string): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('sign_in_identity')
    .select('person')
    .where('body', '=', body)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(({ person }) => person);
}

export async function insertIdentity(tx: Tx, row: Insertable<GovernanceTables['sign_in_identity']>): Promise<void> {
  await tables(tx).insertInto('sign_in_identity').values(row).execute();
}

export async function endIdentities(
  tx: Tx,
  { body, person, at }: { readonly body: string; readonly person: string; readonly at: Date },
): Promise<void> {
  await tables(tx)
    .updateTable('sign_in_identity')
    .set({ ended_at: at })
    .where('body', '=', body)
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .execute();
}

/** What ends a session at the provider too. */
export async function setHint(tx: Tx, session: string, sealed_hint: Buffer): Promise<void> {
  await tables(tx).updateTable('sign_in_session').set({ sealed_hint }).where('id', '=', session).execute();
}

export async function hintOf(tx: Tx, session: string): Promise<Buffer | null> {
  const row = await tables(tx)
    .selectFrom('sign_in_session')
    .select('sealed_hint')
    .where('id', '=', session)
    .executeTakeFirst();
  return row?.sealed_hint ?? null;
}
