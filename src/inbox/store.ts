// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Selectable } from 'kysely';
import type { NetworkName } from '#channels';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { InboxTables, Visibility } from './tables.ts';

export type Item = Selectable<InboxTables['item']>;
export type ItemVersion = Selectable<InboxTables['item_version']>;

const tables = (tx: Tx) => tx.withTables<InboxTables>();

/** The author's row on that network, made if new; the name follows what the network last said. */
export async function saveAuthor(
  tx: Tx,
  author: { body: string; network: NetworkName; externalId: string; name: string },
): Promise<string> {
  const { id } = await tables(tx)
    .insertInto('author')
    .values({
      id: newId(),
      body: author.body,
      network: author.network,
      external_id: author.externalId,
      name: author.name,
    })
    .onConflict((conflict) => conflict.columns(['body', 'network', 'external_id']).doUpdateSet({ name: author.name }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
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

export async function setVersion(tx: Tx, item: string, version: number): Promise<void> {
  await tables(tx).updateTable('item').set({ version }).where('id', '=', item).execute();
}

/** What was last seen on the network. */
export async function sawVisibility(tx: Tx, item: string, visibility: Visibility): Promise<void> {
  await tables(tx).updateTable('item').set({ visibility }).where('id', '=', item).execute();
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
