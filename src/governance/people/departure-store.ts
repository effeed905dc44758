// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { GovernanceTables } from '../tables.ts';
import type { StoredDeparture, StoredTask } from './store.ts';

const tables = (tx: Tx) => tx.withTables<GovernanceTables>();

export async function insertDeparture(
  tx: Tx,
  departure: Insertable<GovernanceTables['departure']>,
  tasks: readonly Insertable<GovernanceTables['departure_task']>[],
): Promise<void> {
  await tables(tx).insertInto('departure').values(departure).execute();
  if (tasks.length > 0)
    await tables(tx)
      .insertInto('departure_task')
      .values([...tasks])
      .execute();
}

export async function departuresOf(tx: Tx, body: string): Promise<StoredDeparture[]> {
  return tables(tx).selectFrom('departure').selectAll().where('body', '=', body).orderBy('at', 'desc').execute();
}

export async function tasksOf(tx: Tx, body: string): Promise<StoredTask[]> {
  return tables(tx).selectFrom('departure_task').selectAll().where('body', '=', body).orderBy('id').execute();
}

export async function lockTask(tx: Tx, id: string): Promise<StoredTask | undefined> {
  return tables(tx).selectFrom('departure_task').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function settleTask(
  tx: Tx,
  id: string,
  { at, by }: { readonly at: Date; readonly by: { readonly id: string; readonly name: string } },
): Promise<void> {
  await tables(tx)
    .updateTable('departure_task')
    .set({ done_at: at, done_by: by.id, done_by_name: by.name })
    .where('id', '=', id)
    .execute();
}

/** People whose last mandate in the body ended by then, and whose leaving was not seen to since. */
export async function leftByTerm(
  tx: Tx,
  body: string,
  before: Date,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select person.id, person.name
      from person join (
        select mandate.person, max(coalesce(mandate.until, 'infinity')) as last
          from mandate where mandate.body = ${body} group by mandate.person) as held on held.person = person.id
     where held.last <= ${before}
       and not exists (
         select from departure
          where departure.body = ${body} and departure.person = person.id and departure.at >= held.last)
     order by person.id`.execute(tx);
  return rows;
}
