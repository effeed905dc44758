// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Insertable } from 'kysely';
import type { Tx } from '#platform';
import type { Mandate, Role } from './contract.ts';
import type { GovernanceTables } from './tables.ts';

const tables = (tx: Tx) => tx.withTables<GovernanceTables>();

export async function insertBody(tx: Tx, body: { slug: string; name: string; created_at: Date }): Promise<void> {
  await tables(tx)
    .insertInto('body')
    .values(body)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function allBodies(tx: Tx): Promise<{ slug: string; name: string }[]> {
  return tables(tx).selectFrom('body').select(['slug', 'name']).orderBy('name').execute();
}

export async function bodyName(tx: Tx, slug: string): Promise<string | undefined> {
  const row = await tables(tx).selectFrom('body').select('name').where('slug', '=', slug).executeTakeFirst();
  return row?.name;
}

export async function insertMandate(tx: Tx, mandate: Insertable<GovernanceTables['mandate']>): Promise<void> {
  await tables(tx)
    .insertInto('mandate')
    .values(mandate)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** In force at `now`, within what the transaction may see. */
export async function mandatesOf(tx: Tx, person: string, now: Date): Promise<Mandate[]> {
  return tables(tx)
    .selectFrom('mandate')
    .innerJoin('body', 'body.slug', 'mandate.body')
    .select(['mandate.body', 'body.name as bodyName', 'mandate.role', 'mandate.office'])
    .where('mandate.person', '=', person)
    .where('mandate.since', '<=', now)
    .where((where) => where.or([where('mandate.until', 'is', null), where('mandate.until', '>', now)]))
    .orderBy('body.name')
    .execute();
}

export async function roleOf(tx: Tx, person: string, now: Date): Promise<Role | undefined> {
  return (await mandatesOf(tx, person, now))[0]?.role;
}

export async function personByEmail(tx: Tx, email: string): Promise<{ id: string; name: string } | undefined> {
  return tables(tx).selectFrom('person').select(['id', 'name']).where('email', '=', email).executeTakeFirst();
}
