// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql } from 'kysely';
import { dayIn, newId } from '#kernel';
import type { Tx } from '#platform';
import type { Capacity } from '../role.ts';
import type { GovernanceTables } from '../tables.ts';

export type StoredMandate = Selectable<GovernanceTables['mandate']>;
export type StoredInvitation = Selectable<GovernanceTables['invitation']>;
export type StoredDeparture = Selectable<GovernanceTables['departure']>;
export type StoredTask = Selectable<GovernanceTables['departure_task']>;
export type StoredTraining = Selectable<GovernanceTables['training']>;
export type StoredPerson = Pick<Selectable<GovernanceTables['person']>, 'id' | 'name' | 'email'>;

const tables = (tx: Tx) => tx.withTables<GovernanceTables>();

/** Everybody who has or had a mandate in the body, by name; whether they have a password of their own. */
export async function peopleOf(tx: Tx, body: string): Promise<(StoredPerson & { readonly entered: boolean })[]> {
  return tables(tx)
    .selectFrom('person')
    .select(['person.id', 'person.name', 'person.email'])
    .select(
      sql<boolean>`exists (select from sign_in_credential own where own.user_id = person.id and own.password is not null)
        or exists (select from sign_in_identity known where known.person = person.id and known.ended_at is null)`.as(
        'entered',
      ),
    )
    .where('person.id', 'in', (select) => select.selectFrom('mandate').select('person').where('body', '=', body))
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
}

export async function personById(tx: Tx, id: string): Promise<StoredPerson | undefined> {
  return tables(tx).selectFrom('person').select(['id', 'name', 'email']).where('id', '=', id).executeTakeFirst();
}

export async function personByEmail(tx: Tx, email: string): Promise<StoredPerson | undefined> {
  return tables(tx).selectFrom('person').select(['id', 'name', 'email']).where('email', '=', email).executeTakeFirst();
}

/** Waits for whoever enters the same address. */
export async function lockEmail(tx: Tx, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`person ${email}`}, 0))`.execute(tx);
}

export async function insertPerson(tx: Tx, { id, name, email }: StoredPerson, at: Date): Promise<void> {
  const row = { id, name, email, email_verified: true, image: null, created_at: at, updated_at: at };
  await tables(tx).insertInto('person').values(row).execute();
}

export async function hasPassword(tx: Tx, person: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('sign_in_credential')
    .select('id')
    .where('user_id', '=', person)
    .where('password', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** In the form that the sign-in library reads. */
export async function setPassword(tx: Tx, person: string, { hash, at }: { readonly hash: string; readonly at: Date }) {
  const own = tables(tx)
    .updateTable('sign_in_credential')
    .set({ password: hash, updated_at: at })
    .where('user_id', '=', person)
    .where('provider_id', '=', 'credential');
  const { numUpdatedRows } = await own.executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  const row = { id: newId(), user_id: person, account_id: person, provider_id: 'credential', password: hash };
  await tables(tx)
    .insertInto('sign_in_credential')
    .values({ ...row, created_at: at, updated_at: at })
    .execute();
}

/** How many there were. */
export async function endSessions(tx: Tx, person: string): Promise<number> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom('sign_in_session')
    .where('user_id', '=', person)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export async function mandatesIn(tx: Tx, body: string): Promise<StoredMandate[]> {
  return tables(tx)
    .selectFrom('mandate')
    .selectAll()
    .where('body', '=', body)
    .orderBy('since', 'desc')
    .orderBy('id')
    .execute();
}

export async function mandateById(tx: Tx, id: string): Promise<StoredMandate | undefined> {
  return tables(tx).selectFrom('mandate').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function changeMandate(
  tx: Tx,
  id: string,
  change: Partial<Pick<StoredMandate, 'act' | 'act_on' | 'authority' | 'since' | 'until'>>,
): Promise<void> {
  await tables(tx).updateTable('mandate').set(change).where('id', '=', id).execute();
}

/** Writes down who authorised a mandate of which it was not known. */
export async function completeMandate(
  tx: Tx,
  {
    body,
    person,
    capacity,
    authority,
  }: Pick<StoredMandate, 'body' | 'person'> & {
    readonly capacity: Capacity;
    readonly authority: string;
  },
): Promise<void> {
  await tables(tx)
    .updateTable('mandate')
    .set({ authority })
    .where('body', '=', body)
    .where('person', '=', person)
    .where('capacity', '=', capacity)
    .where('authority', 'is', null)
    .execute();
}

/** Ends every mandate of a person in a body that has not ended; one that never began ends where it would have begun. */
export async function endMandates(
  tx: Tx,
  { body, person, at }: { readonly body: string; readonly person: string; readonly at: Date },
): Promise<number> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('mandate')
    .set({ until: sql<Date>`greatest(since, ${at}::timestamptz)` })
    .where('body', '=', body)
    .where('person', '=', person)
    .where((where) => where.or([where('until', 'is', null), where('until', '>', at)]))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Bodies where a person holds or will hold a mandate; asked as that person, who alone sees them all. */
export async function bodiesOfPerson(tx: Tx, person: string, now: Date): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('mandate')
    .select('body')
    .distinct()
    .where('person', '=', person)
    .where((where) => where.or([where('until', 'is', null), where('until', '>', now)]))
    .execute();
  return rows.map(({ body }) => body);
}

interface Attended {
  readonly body: string;
  readonly person: string;
  readonly what: string;
  readonly document: string;
  /** `YYYY-MM-DD`; absent: the day that `at` is in Italy. */
  readonly on?: string;
  readonly at: Date;
  readonly by: { readonly id: string; readonly name: string } | null;
}

/** Repeated with the same words, changes nothing. */
export async function insertTraining(tx: Tx, attended: Attended): Promise<void> {
  const { body, person, what, document, at, by, on = dayIn(at) } = attended;
  const same = await tables(tx)
    .selectFrom('training')
    .select('id')
    .where('body', '=', body)
    .where('person', '=', person)
    .where('what', '=', what)
    .where('document', '=', document)
    .executeTakeFirst();
  if (same !== undefined) return;
  const noted = { noted_by: by?.id ?? null, noted_by_name: by?.name ?? null };
  await tables(tx)
    .insertInto('training')
    .values({ id: newId(), body, person, what, document, held_on: on, at, ...noted })
    .execute();
}

export async function trainingIn(tx: Tx, body: string): Promise<StoredTraining[]> {
  return tables(tx).selectFrom('training').selectAll().where('body', '=', body).orderBy('held_on').execute();
}

export async function insertInvitation(tx: Tx, row: Insertable<GovernanceTables['invitation']>): Promise<void> {
  await tables(tx).insertInto('invitation').values(row).execute();
}

export async function invitationById(tx: Tx, id: string): Promise<StoredInvitation | undefined> {
  return tables(tx).selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function bodyOfInvitation(tx: Tx, digest: string): Promise<string | null> {
  const { rows } = await sql<{ body: string | null }>`select body_of_invitation(${digest}) as body`.execute(tx);
  return rows[0]?.body ?? null;
}

export async function lockInvitation(tx: Tx, digest: string): Promise<StoredInvitation | undefined> {
  return tables(tx).selectFrom('invitation').selectAll().where('digest', '=', digest).forUpdate().executeTakeFirst();
}

export async function settleInvitation(
  tx: Tx,
  id: string,
  change: Pick<StoredInvitation, 'state'> & { readonly usedAt?: Date },
): Promise<void> {
  await tables(tx)
    .updateTable('invitation')
    .set({ state: change.state, sealed: null, used_at: change.usedAt ?? null })
    .where('id', '=', id)
    .execute();
}

/** Whatever link the person still has in this body opens nothing any more; how many there were. */
export async function voidInvitations(tx: Tx, body: string, person: string): Promise<number> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('invitation')
    .set({ state: 'void', sealed: null })
    .where('body', '=', body)
    .where('person', '=', person)
    .where('state', 'not in', ['used', 'void'])
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** The latest of each person, not yet used. */
export async function openInvitations(tx: Tx, body: string): Promise<StoredInvitation[]> {
  return tables(tx)
    .selectFrom('invitation')
    .selectAll()
    .where('body', '=', body)
    .where('state', 'not in', ['used', 'void'])
    .orderBy('at')
    .execute();
}

export async function bodyName(tx: Tx, slug: string): Promise<string> {
  const row = await tables(tx).selectFrom('body').select('name').where('slug', '=', slug).executeTakeFirst();
  return row?.name ?? slug;
}
