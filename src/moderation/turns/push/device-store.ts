// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { PushTables } from './tables.ts';

export type Device = Selectable<PushTables['push_device']>;

const tables = (tx: Tx) => tx.withTables<PushTables>();

/** Of one person, also those that are gone and that they were not told of yet; the oldest first. */
export async function devicesOf(tx: Tx, body: string, person: string): Promise<Device[]> {
  return tables(tx)
    .selectFrom('push_device')
    .selectAll()
    .where('body', '=', body)
    .where('person', '=', person)
    .orderBy('since')
    .orderBy('id')
    .execute();
}

export async function deviceById(tx: Tx, id: string): Promise<Device | undefined> {
  return tables(tx).selectFrom('push_device').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function deviceAt(tx: Tx, body: string, digest: string): Promise<Device | undefined> {
  return tables(tx)
    .selectFrom('push_device')
    .selectAll()
    .where('body', '=', body)
    .where('address_digest', '=', digest)
    .where('state', '=', 'on')
    .forUpdate()
    .executeTakeFirst();
}

/** False where one with that address is on. */
export async function insertDevice(tx: Tx, device: Insertable<PushTables['push_device']>): Promise<boolean> {
  const stored = await tables(tx)
    .insertInto('push_device')
    .values(device)
    .onConflict((conflict) => conflict.columns(['body', 'address_digest']).where('state', '=', 'on').doNothing())
    .returning('id')
    .executeTakeFirst();
  return stored !== undefined;
}

export async function changeDevice(tx: Tx, id: string, change: Updateable<PushTables['push_device']>): Promise<void> {
  await tables(tx).updateTable('push_device').set(change).where('id', '=', id).execute();
}

/** Its address and keys go at once; that it was there stays until its person read so. False where it is not on. */
export async function endDevice(
  tx: Tx,
  id: string,
  { why, at }: { readonly why: 'gone' | 'displaced'; readonly at: Date },
): Promise<boolean> {
  const ended = await tables(tx)
    .updateTable('push_device')
    .set({ state: 'gone', why, ended_at: at, sealed: null, trouble: null, trouble_since: null })
    .where('id', '=', id)
    .where('state', '=', 'on')
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}

/** Undefined where the person has none of that id. */
export async function removeDevice(
  tx: Tx,
  { body, person, id }: Pick<Device, 'body' | 'person' | 'id'>,
): Promise<Pick<Device, 'id' | 'state' | 'carrier'> | undefined> {
  return tables(tx)
    .deleteFrom('push_device')
    .where('id', '=', id)
    .where('body', '=', body)
    .where('person', '=', person)
    .returning(['id', 'state', 'carrier'])
    .executeTakeFirst();
}

/** What a person turned on again under the same name need not be told of. */
export async function forgetGone(
  tx: Tx,
  { body, person, name }: Pick<Device, 'body' | 'person' | 'name'>,
): Promise<void> {
  await tables(tx)
    .deleteFrom('push_device')
    .where('body', '=', body)
    .where('person', '=', person)
    .where('name', '=', name)
    .where('state', '=', 'gone')
    .execute();
}

/** Those of people who are not among `people`. Returns how many. */
export async function removeLeavers(tx: Tx, body: string, people: readonly string[]): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    delete from push_device where body = ${body} and not (person = any (${[...people]})) returning id`.execute(tx);
  return rows.length;
}

export async function hasDevices(tx: Tx, body: string): Promise<boolean> {
  const row = await tables(tx).selectFrom('push_device').select('id').where('body', '=', body).executeTakeFirst();
  return row !== undefined;
}

/** Says that one is tried now; false where it was a moment ago. */
export async function beginTrial(tx: Tx, id: string, { now, since }: { now: Date; since: Date }): Promise<boolean> {
  const begun = await tables(tx)
    .updateTable('push_device')
    .set({ trial_at: now })
    .where('id', '=', id)
    .where((is) => is.or([is('trial_at', 'is', null), is('trial_at', '<=', since)]))
    .returning('id')
    .executeTakeFirst();
  return begun !== undefined;
}

/** Whose services take nothing at present, with since when; one where something gets through is not among them. */
export async function silentCarriers(
  tx: Tx,
  body: string,
): Promise<{ carrier: string; kind: NonNullable<Device['trouble']>; since: Date }[]> {
  const { rows } = await sql<{ carrier: string; kind: NonNullable<Device['trouble']>; since: Date }>`
    select distinct on (carrier) carrier, trouble as kind, trouble_since as since
      from push_device as troubled
     where body = ${body} and state = 'on' and trouble is not null
       and not exists (
         select from push_device as reached
          where reached.body = troubled.body and reached.carrier = troubled.carrier
            and reached.state = 'on' and reached.trouble is null and reached.reached_at >= troubled.trouble_since)
     order by carrier, trouble_since`.execute(tx);
  return rows;
}

export async function bodyName(tx: Tx, body: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from body where slug = ${body}`.execute(tx);
  return rows[0]?.name ?? body;
}
