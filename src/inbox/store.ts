// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Selectable, sql } from 'kysely';
import type { AuthorRef, NetworkName } from '#channels';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { InboxTables, Visibility } from './tables.ts';

export type Item = Selectable<InboxTables['item']>;
export type ItemVersion = Selectable<InboxTables['item_version']>;

const tables = (tx: Tx) => tx.withTables<InboxTables>();

/**
 * The authors' rows on that network by external id, made if new; the name follows what the network last said. Rows that
 * stay as they are are not locked, and the others always in one order.
 */
export async function saveAuthors(
  tx: Tx,
  place: { readonly body: string; readonly network: NetworkName },
  authors: readonly AuthorRef[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map(authors.map(({ externalId, name }) => [externalId, name]));
  if (names.size === 0) return new Map();
  const known = await tables(tx)
    .selectFrom('author')
    .select(['id', 'external_id', 'name'])
    .where('body', '=', place.body)
    .where('network', '=', place.network)
    .where('external_id', '=', sql<string>`any(${[...names.keys()]})`)
    .execute();
  const ids = new Map(known.map(({ external_id, id }) => [external_id, id]));
  // Some notices name nobody: what was known stays.
  const isAsKnown = (row: { external_id: string; name: string }) =>
    ['', row.name].includes(names.get(row.external_id) ?? '');
  const asKnown = new Set(known.filter(isAsKnown).map((row) => row.external_id));
  const fresh = [...names.keys()].filter((name) => !asKnown.has(name)).sort();
  if (fresh.length === 0) return ids;
  const rows = fresh.map((external_id) => ({ id: newId(), ...place, external_id, name: names.get(external_id) ?? '' }));
  const saved = await tables(tx)
    .insertInto('author')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['body', 'network', 'external_id']).doUpdateSet((row) => ({ name: row.ref('excluded.name') })),
    )
    .returning(['id', 'external_id'])
    .execute();
  for (const { id, external_id } of saved) ids.set(external_id, id);
  return ids;
}

/** Until the end of the transaction nobody else receives for this account. */
export async function holdReceiving(tx: Tx, account: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`receive ${account}`}, 0))`.execute(tx);
}

export async function itemOnNetwork(tx: Tx, account: string, externalId: string): Promise<Item | undefined> {
  return tables(tx)
    .selectFrom('item')
    .selectAll()
    .where('account_id', '=', account)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
}

/** What our own act, read back just now, left on the network. */
export async function sawVisibility(tx: Tx, item: string, visibility: Visibility): Promise<void> {
  const state_at = sql<Date>`greatest(state_at, now())`;
  await tables(tx).updateTable('item').set({ visibility, state_at }).where('id', '=', item).execute();
}

export async function itemById(tx: Tx, id: string): Promise<Item | undefined> {
  return tables(tx).selectFrom('item').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function itemsByIds(tx: Tx, ids: readonly string[]): Promise<Item[]> {
  return tables(tx).selectFrom('item').selectAll().where('id', '=', sql<string>`any(${ids}::uuid[])`).execute();
}

export async function versionsOf(tx: Tx, item: string): Promise<ItemVersion[]> {
  return tables(tx).selectFrom('item_version').selectAll().where('item_id', '=', item).orderBy('version').execute();
}

/** A version as it stands; undefined where there is none. */
export async function versionOf(tx: Tx, item: string, version: number): Promise<ItemVersion | undefined> {
  return tables(tx)
    .selectFrom('item_version')
    .selectAll()
    .where('item_id', '=', item)
    .where('version', '=', version)
    .executeTakeFirst();
}

/** Undefined also where they had to go. */
export async function textOf(tx: Tx, item: string, version: number): Promise<string | undefined> {
  const row = await tables(tx)
    .selectFrom('item_version')
    .select('text')
    .where('item_id', '=', item)
    .where('version', '=', version)
    .where('purged_at', 'is', null)
    .executeTakeFirst();
  return row?.text;
}

/** The words of many items at once, by item; what is gone is not among them. */
export async function textsOf(
  tx: Tx,
  wanted: readonly { readonly item: string; readonly version: number }[],
): Promise<ReadonlyMap<string, string>> {
  const items = sql`unnest(${wanted.map(({ item }) => item)}::uuid[], ${wanted.map(({ version }) => version)}::int[])`;
  const rows = await tables(tx)
    .selectFrom('item_version')
    .select(['item_id', 'text'])
    .where(sql<boolean>`(item_id, version) in (select * from ${items})`)
    .where('purged_at', 'is', null)
    .execute();
  return new Map(rows.map(({ item_id, text }) => [item_id, text]));
}

export async function authorName(tx: Tx, author: string): Promise<string | undefined> {
  const row = await tables(tx).selectFrom('author').select('name').where('id', '=', author).executeTakeFirst();
  return row?.name;
}

/** By author. */
export async function authorNames(tx: Tx, authors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(tx)
    .selectFrom('author')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${authors}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The item answered, where we have it and its words. */
export async function parentOf(tx: Tx, item: Item): Promise<{ author: string | null; text: string } | undefined> {
  if (item.parent_external_id === null) return undefined;
  return tables(tx)
    .selectFrom('item as parent')
    .innerJoin('item_version', (join) =>
      join.onRef('item_version.item_id', '=', 'parent.id').onRef('item_version.version', '=', 'parent.version'),
    )
    .leftJoin('author', 'author.id', 'parent.author_id')
    .select(['author.name as author', 'item_version.text'])
    .where('parent.account_id', '=', item.account_id)
    .where('parent.external_id', '=', item.parent_external_id)
    .where('item_version.purged_at', 'is', null)
    .executeTakeFirst();
}

/** External ids of the items under a post that are, as far as we know, still on the network. */
export async function liveItemsUnder(
  tx: Tx,
  thread: { readonly account: string; readonly postExternalId: string; readonly receivedBefore: Date },
): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('item')
    .select('external_id')
    .where('account_id', '=', thread.account)
    .where('post_external_id', '=', thread.postExternalId)
    .where('received_at', '<', thread.receivedBefore)
    .where('visibility', '!=', 'deleted')
    .execute();
  return rows.map((row) => row.external_id);
}

export async function itemCountOf(tx: Tx, author: string): Promise<number> {
  const { count } = await tables(tx)
    .selectFrom('item')
    .select(sql<string>`count(*)`.as('count'))
    .where('author_id', '=', author)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export interface Received {
  readonly id: string;
  readonly version: number;
  readonly received_at: Date;
}

/** Items that are not our own, in the order in which they were received, so many after a place and before a moment. */
export async function receivedPage(
  tx: Tx,
  body: string,
  page: { readonly after: Pick<Received, 'received_at' | 'id'>; readonly to: Date; readonly limit: number },
): Promise<Received[]> {
  const { after, to, limit } = page;
  return tables(tx)
    .selectFrom('item')
    .select(['id', 'version', 'received_at'])
    .where('body', '=', body)
    .where('own', '=', false)
    .where('received_at', '<', to)
    .where(sql<boolean>`(received_at, id) > (${after.received_at}::timestamptz, ${after.id}::uuid)`)
    .orderBy('received_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}
