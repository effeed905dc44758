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
  const known = await tables(tx)
    .selectFrom('author')
    .select(['id', 'external_id', 'name'])
    .where('body', '=', place.body)
    .where('network', '=', place.network)
    .where('external_id', '=', sql<string>`any(${[...names.keys()]})`)
    .execute();
  const ids = new Map(known.map(({ external_id, id }) => [external_id, id]));
  const asKnown = new Set(known.filter((row) => names.get(row.external_id) === row.name).map((row) => row.external_id));
  for (const external_id of [...names.keys()].filter((name) => !asKnown.has(name)).sort()) {
    const name = names.get(external_id) ?? '';
    const { id } = await tables(tx)
      .insertInto('author')
      .values({ id: newId(), ...place, external_id, name })
      .onConflict((conflict) => conflict.columns(['body', 'network', 'external_id']).doUpdateSet({ name }))
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.set(external_id, id);
  }
  return ids;
}

/** True when the item was not there. */
export async function insertItem(tx: Tx, item: Item): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('item')
    .values(item)
    .onConflict((conflict) => conflict.columns(['account_id', 'external_id']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function lockItem(tx: Tx, account: string, externalId: string): Promise<Item | undefined> {
  return tables(tx)
    .selectFrom('item')
    .selectAll()
    .where('account_id', '=', account)
    .where('external_id', '=', externalId)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertVersion(tx: Tx, version: ItemVersion): Promise<void> {
  await tables(tx).insertInto('item_version').values(version).execute();
}

export async function updateItem(tx: Tx, item: string, change: Partial<Item>): Promise<void> {
  await tables(tx).updateTable('item').set(change).where('id', '=', item).execute();
}

/** What our own act, read back just now, left on the network. */
export async function sawVisibility(tx: Tx, item: string, visibility: Visibility): Promise<void> {
  const state_at = sql<Date>`greatest(state_at, now())`;
  await tables(tx).updateTable('item').set({ visibility, state_at }).where('id', '=', item).execute();
}

export async function itemById(tx: Tx, id: string): Promise<Item | undefined> {
  return tables(tx).selectFrom('item').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function versionsOf(tx: Tx, item: string): Promise<ItemVersion[]> {
  return tables(tx).selectFrom('item_version').selectAll().where('item_id', '=', item).orderBy('version').execute();
}

export async function textOf(tx: Tx, item: string, version: number): Promise<string | undefined> {
  const row = await tables(tx)
    .selectFrom('item_version')
    .select('text')
    .where('item_id', '=', item)
    .where('version', '=', version)
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
    .execute();
  return new Map(rows.map(({ item_id, text }) => [item_id, text]));
}

export async function authorName(tx: Tx, author: string): Promise<string | undefined> {
  const row = await tables(tx).selectFrom('author').select('name').where('id', '=', author).executeTakeFirst();
  return row?.name;
}

/** The item answered, where we have it. */
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

export async function itemsOfAuthor(tx: Tx, author: string): Promise<string[]> {
  const rows = await tables(tx).selectFrom('item').select('id').where('author_id', '=', author).execute();
  return rows.map((row) => row.id);
}

/** Items that are not our own, received in a window of time, with their newest version. */
export async function itemsSince(
  tx: Tx,
  body: string,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<{ id: string; version: number }[]> {
  return tables(tx)
    .selectFrom('item')
    .select(['id', 'version'])
    .where('body', '=', body)
    .where('own', '=', false)
    .where('received_at', '>=', from)
    .where('received_at', '<', to)
    .execute();
}
