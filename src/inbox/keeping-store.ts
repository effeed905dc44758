// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Tx } from '#platform';
import type { Item, ItemVersion } from './store.ts';
import type { InboxTables } from './tables.ts';

// What receiving writes: many rows in one statement, each a line of one JSON text.

const tables = (tx: Tx) => tx.withTables<InboxTables>();

/** The items of an account that are here, locked until the end of the transaction. */
export async function lockItems(tx: Tx, account: string, externalIds: readonly string[]): Promise<Item[]> {
  return tables(tx)
    .selectFrom('item')
    .selectAll()
    .where('account_id', '=', account)
    .where('external_id', '=', sql<string>`any(${externalIds})`)
    .orderBy('external_id')
    .forNoKeyUpdate()
    .execute();
}

/** Of the latest version of each item, the digest of its words; where it has none, the words. */
export async function latestWords(
  tx: Tx,
  items: readonly Pick<Item, 'id' | 'version'>[],
): Promise<ReadonlyMap<string, { readonly digest: string | null; readonly text: string | null }>> {
  if (items.length === 0) return new Map();
  const { rows } = await sql<{ item_id: string; digest: string | null; text: string | null }>`
    select item_id, digest, case when digest is null then text end as text
      from item_version
      join unnest(${items.map(({ id }) => id)}::uuid[], ${items.map(({ version }) => version)}::int[])
        as latest (item, latest_version) on item_id = item and version = latest_version`.execute(tx);
  return new Map(rows.map(({ item_id, digest, text }) => [item_id, { digest, text }]));
}

export async function insertItems(tx: Tx, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return;
  await sql`insert into item select * from jsonb_populate_recordset(null::item, ${JSON.stringify(items)}::jsonb)`.execute(
    tx,
  );
}

export async function insertVersions(tx: Tx, versions: readonly ItemVersion[]): Promise<void> {
  if (versions.length === 0) return;
  await sql`
    insert into item_version
      select * from jsonb_populate_recordset(null::item_version, ${JSON.stringify(versions)}::jsonb)`.execute(tx);
}

/** Whatever of an item may change after it came. */
export async function updateItems(tx: Tx, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return;
  await sql`
    update item
       set author_id = now.author_id, post_external_id = now.post_external_id, post_text = now.post_text,
           permalink = now.permalink, has_media = now.has_media, version = now.version, visibility = now.visibility,
           text_at = now.text_at, state_at = now.state_at, seen_at = now.seen_at, kept_since = now.kept_since,
           purged_at = now.purged_at
      from jsonb_populate_recordset(null::item, ${JSON.stringify(items)}::jsonb) as now
     where item.id = now.id`.execute(tx);
}
