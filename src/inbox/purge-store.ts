// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql } from 'kysely';
import type { NetworkName } from '#channels';
import type { Tx } from '#platform';
import type { Item, ItemVersion } from './store.ts';
import type { InboxTables } from './tables.ts';

const tables = (tx: Tx) => tx.withTables<InboxTables>();

export interface Due {
  readonly body: string;
  readonly network: NetworkName;
  /** Words held since before then are due; null: none by that reason. */
  readonly heldBefore: Date | null;
  /** Words of what was gone from the network before then are due; null: none by that reason. */
  readonly goneBefore: Date | null;
  readonly limit: number;
}

/** Items of others whose words are due, locked; those that somebody is at are left for the next time. */
export async function lockDue(tx: Tx, { body, network, heldBefore, goneBefore, limit }: Due): Promise<Item[]> {
  return tables(tx)
    .selectFrom('item')
    .selectAll()
    .where('body', '=', body)
    .where('network', '=', network)
    .where('own', '=', false)
    .where('kept_since', 'is not', null)
    .where((is) =>
      is.or([
        ...(heldBefore === null ? [] : [is('kept_since', '<=', heldBefore)]),
        ...(goneBefore === null ? [] : [is.and([is('visibility', '=', 'deleted'), is('state_at', '<=', goneBefore)])]),
      ]),
    )
    .orderBy('kept_since')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Versions of these items whose words are here, oldest first. */
export async function heldVersions(
  tx: Tx,
  items: readonly string[],
): Promise<Selectable<InboxTables['item_version']>[]> {
  return tables(tx)
    .selectFrom('item_version')
    .selectAll()
    .where('item_id', '=', sql<string>`any(${items}::uuid[])`)
    .where('purged_at', 'is', null)
    .orderBy('version')
    .execute();
}

type Gone = Pick<ItemVersion, 'item_id' | 'version'> & { readonly digest: string };

/** By the tables' owner, who lets nothing but this be done to them. */
export async function blankVersions(tx: Tx, gone: readonly Gone[], at: Date): Promise<void> {
  await sql`select purge_item_words(
    ${gone.map((one) => one.item_id)}::uuid[], ${gone.map((one) => one.version)}::int[],
    ${gone.map((one) => one.digest)}::text[], ${at}::timestamptz)`.execute(tx);
}

/** Names of authors of whom no words are held any more; their ids stay. */
export async function blankAuthors(tx: Tx, body: string, authors: readonly string[]): Promise<void> {
  await sql`
    update author set name = ''
     where id in (
       select id from author
        where id = any(${authors}::uuid[]) and name <> ''
          and not exists (
            select from item where item.body = ${body} and author_id = author.id and kept_since is not null)
        for update skip locked)`.execute(tx);
}

/** Of these items, those whose words had to go. */
export async function purgedAmong(tx: Tx, items: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tables(tx)
    .selectFrom('item')
    .select('id')
    .where('id', '=', sql<string>`any(${items}::uuid[])`)
    .where('purged_at', 'is not', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
