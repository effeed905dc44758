// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { Mandate, Role } from './contract.ts';
import { wantsFactor } from './second-factor/store.ts';
import type { HeldMandate } from './standing.ts';
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

/** False, and nothing done, while the person holds one in that capacity in that body, whether it began or not. */
export async function insertMandate(tx: Tx, mandate: Insertable<GovernanceTables['mandate']>): Promise<boolean> {
  const { body, person, capacity, since } = mandate;
  await lockMandates(tx, body, person);
  const held = await tables(tx)
    .selectFrom('mandate')
    .select('id')
    .where('body', '=', body)
    .where('person', '=', person)
    .where('capacity', '=', capacity)
    .where((where) => where.or([where('until', 'is', null), where('until', '>', since as Date)]))
    .executeTakeFirst();
  if (held !== undefined) return false;
  await tables(tx).insertInto('mandate').values(mandate).execute();
  return true;
}

/** Two givers at once would each find none in force, where the one in force has an end. */
export async function lockMandates(tx: Tx, body: string, person: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mandate ${body} ${person}`}, 0))`.execute(tx);
}

/** In force at `now`, within what the transaction may see. */
export async function mandatesOf(tx: Tx, person: string, now: Date): Promise<Mandate[]> {
  return inForce(tx, person, now)
    .innerJoin('body', 'body.slug', 'mandate.body')
    .select(['mandate.body', 'body.name as bodyName', 'mandate.role', 'mandate.office'])
    .select(wantsFactor(now).as('factorWanted'))
    .orderBy('body.name')
    .orderBy('mandate.since')
    .execute();
}

/** Those in force of the transaction's body. */
export async function heldMandates(tx: Tx, person: string, now: Date): Promise<HeldMandate[]> {
  return inForce(tx, person, now)
    .select(['role', 'capacity', 'office', 'authority', 'networks', 'accounts'])
    .select(wantsFactor(now).as('factorWanted'))
    .where('body', '=', sql<string>`current_body()`)
    .orderBy('since')
    .execute();
}

export async function isTrained(tx: Tx, body: string, person: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('training')
    .select('id')
    .where('body', '=', body)
    .where('person', '=', person)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whoever holds a mandate in force in the body that the transaction sees, once for each role. */
export async function peopleWithMandate(
  tx: Tx,
  body: string,
  now: Date,
): Promise<{ id: string; name: string; email: string; role: Role }[]> {
  return tables(tx)
    .selectFrom('mandate')
    .innerJoin('person', 'person.id', 'mandate.person')
    .select(['person.id', 'person.name', 'person.email', 'mandate.role'])
    .distinct()
    .where('mandate.body', '=', body)
    .where('mandate.act', 'is not', null)
    .where('mandate.since', '<=', now)
    .where((where) => where.or([where('mandate.until', 'is', null), where('mandate.until', '>', now)]))
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
}

const inForce = (tx: Tx, person: string, now: Date) =>
  tables(tx)
    .selectFrom('mandate')
    .where('mandate.person', '=', person)
    // INVARIANT: no act, no designation; no designation, no right.
    .where('mandate.act', 'is not', null)
    .where('mandate.since', '<=', now)
    .where((where) => where.or([where('mandate.until', 'is', null), where('mandate.until', '>', now)]));

export async function personName(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tables(tx).selectFrom('person').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name;
}

/** How many attempts that makes since the last success or pause; undefined, and not counted, during a wait. */
export async function countAttempt(
  tx: Tx,
  attempt: { readonly digest: string; readonly now: Date; readonly forgottenBefore: Date },
): Promise<number | undefined> {
  const { digest, now, forgottenBefore } = attempt;
  const { rows } = await sql<{ failures: number }>`
    insert into sign_in_attempts as known (address_digest, failures, last_at, wait_until)
    values (${digest}, 1, ${now}, ${now})
    on conflict (address_digest) do update set last_at = excluded.last_at, failures =
      case when greatest(known.last_at, known.wait_until) < ${forgottenBefore} then 1 else known.failures + 1 end
    where known.wait_until <= ${now}
    returning failures`.execute(tx);
  return rows[0]?.failures;
}

export async function holdAttempts(tx: Tx, digest: string, until: Date): Promise<void> {
  await tables(tx)
    .updateTable('sign_in_attempts')
    .set({ wait_until: until })
    .where('address_digest', '=', digest)
    .execute();
}

export async function attemptsWaitUntil(tx: Tx, digest: string): Promise<Date> {
  const row = await tables(tx)
    .selectFrom('sign_in_attempts')
    .select('wait_until')
    .where('address_digest', '=', digest)
    .executeTakeFirst();
  return row?.wait_until ?? new Date(0);
}

export async function forgetAttempts(tx: Tx, digest: string): Promise<void> {
  await tables(tx).deleteFrom('sign_in_attempts').where('address_digest', '=', digest).execute();
}

export async function forgetAttemptsBefore(tx: Tx, before: Date): Promise<void> {
  await tables(tx).deleteFrom('sign_in_attempts').where('last_at', '<', before).execute();
}
