// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '#platform';
import type { GovernanceTables } from '../tables.ts';

const tables = (tx: Tx) => tx.withTables<GovernanceTables>();

export type StoredToken = Selectable<GovernanceTables['api_token']>;

export async function insertToken(tx: Tx, row: Insertable<GovernanceTables['api_token']>): Promise<void> {
  await tables(tx).insertInto('api_token').values(row).execute();
}

/** Of the transaction's body, and good now. */
export async function tokenByDigest(
  tx: Tx,
  digest: string,
  now: Date,
): Promise<(StoredToken & { readonly personName: string; readonly email: string }) | undefined> {
  return tables(tx)
    .selectFrom('api_token')
    .innerJoin('person', 'person.id', 'api_token.person')
    .selectAll('api_token')
    .select(['person.name as personName', 'person.email'])
    .where('digest', '=', digest)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

export async function markUsed(tx: Tx, id: string, at: Date): Promise<void> {
  await tables(tx).updateTable('api_token').set({ last_used_at: at }).where('id', '=', id).execute();
}

/** The latest first; null: everybody’s. */
export async function tokensOf(
  tx: Tx,
  body: string,
  person: string | null,
): Promise<(StoredToken & { readonly personName: string })[]> {
  const all = tables(tx)
    .selectFrom('api_token')
    .innerJoin('person', 'person.id', 'api_token.person')
    .selectAll('api_token')
    .select('person.name as personName')
    .where('body', '=', body)
    .orderBy('at', 'desc')
    .limit(200);
  return (person === null ? all : all.where('person', '=', person)).execute();
}

export async function lockToken(tx: Tx, id: string): Promise<StoredToken | undefined> {
  return tables(tx).selectFrom('api_token').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function endToken(
  tx: Tx,
  id: string,
  ended: { at: Date; by: { id: string; name: string } },
): Promise<void> {
  await tables(tx)
    .updateTable('api_token')
    .set({ ended_at: ended.at, ended_by: ended.by.id, ended_by_name: ended.by.name })
    .where('id', '=', id)
    .execute();
}

/** Every one that somebody still has in a body; how many there were. */
export async function endTokensOf(
  tx: Tx,
  { body, person, at, by }: { body: string; person: string; at: Date; by: { id: string; name: string } | null },
): Promise<number> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('api_token')
    .set({ ended_at: at, ended_by: by?.id ?? null, ended_by_name: by?.name ?? null })
    .where('body', '=', body)
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
