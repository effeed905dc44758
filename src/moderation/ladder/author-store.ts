// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql } from 'kysely';
import type { NetworkName } from '#channels';
import type { Tx } from '#platform';
import type { LadderTables } from './tables.ts';

export type Note = Selectable<LadderTables['author_note']>;
export type Link = Selectable<LadderTables['author_link']>;
export type YoungAccount = Selectable<LadderTables['young_account']>;

/** An author as the network names them. */
export interface Author {
  readonly id: string;
  readonly name: string;
  readonly network: NetworkName;
  readonly external_id: string;
}

const tables = (tx: Tx) => tx.withTables<LadderTables>();

export async function authorsByIds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Author>> {
  const { rows } = await sql<Author>`
    select id, name, network, external_id from author where id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function authorById(tx: Tx, id: string): Promise<Author | undefined> {
  return (await authorsByIds(tx, [id])).get(id);
}

/** How many items of the author are here. */
export async function itemsCount(tx: Tx, author: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) as count from item where author_id = ${author}`.execute(
    tx,
  );
  return Number(rows[0]?.count ?? 0);
}

/** Sealed keys of those subjects that still have one. */
export async function subjectKeys(
  tx: Tx,
  body: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const { rows } = await sql<{ subject: string; sealed_key: Buffer }>`
    select subject, sealed_key from subject_key where body = ${body} and subject = any(${subjects})`.execute(tx);
  return new Map(rows.map(({ subject, sealed_key }) => [subject, sealed_key]));
}

export interface PrivatePlace {
  readonly external_id: string;
  readonly post_external_id: string | null;
  readonly conversation: string | null;
  readonly written_at: Date;
}

/** The author's latest private message to that account: where an answer can reach them. */
export async function latestMessageOf(
  tx: Tx,
  { author, account }: { readonly author: string; readonly account: string },
): Promise<PrivatePlace | undefined> {
  const { rows } = await sql<PrivatePlace>`
    select external_id, post_external_id, conversation, written_at from item
      where author_id = ${author} and account_id = ${account} and kind = 'message' and not own
        and visibility <> 'deleted'
      order by written_at desc, id desc limit 1`.execute(tx);
  return rows[0];
}

/** The author with all whom a person proved to be the same, themselves first. */
export async function provedTogether(tx: Tx, author: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive same (id) as (
      select ${author}::uuid
      union
      select case when l.author_id = same.id then l.other_id else l.author_id end
        from same join author_link l on l.ended_at is null and (l.author_id = same.id or l.other_id = same.id)
    ) select id from same`.execute(tx);
  return [author, ...rows.map(({ id }) => id).filter((id) => id !== author)];
}

/** Latest first. */
export async function linksOf(tx: Tx, author: string): Promise<Link[]> {
  return tables(tx)
    .selectFrom('author_link')
    .selectAll()
    .where('ended_at', 'is', null)
    .where((one) => one.or([one('author_id', '=', author), one('other_id', '=', author)]))
    .orderBy('at', 'desc')
    .execute();
}

/** False where the two are linked already. */
export async function insertLink(tx: Tx, link: Link): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('author_link')
    .values(link)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The link as it stood; undefined where there is none that holds. */
export async function endLink(tx: Tx, id: string, by: { at: Date; person: string }): Promise<Link | undefined> {
  return tables(tx)
    .updateTable('author_link')
    .set({ ended_at: by.at, ended_by: by.person })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

export async function insertNote(tx: Tx, note: Note): Promise<void> {
  await tables(tx).insertInto('author_note').values(note).execute();
}

/** Latest first. */
export async function notesOf(tx: Tx, author: string, now: Date): Promise<Note[]> {
  return tables(tx)
    .selectFrom('author_note')
    .selectAll()
    .where('author_id', '=', author)
    .where('kept_until', '>', now)
    .orderBy('at', 'desc')
    .execute();
}

export async function removeNote(tx: Tx, id: string): Promise<Note | undefined> {
  return tables(tx).deleteFrom('author_note').where('id', '=', id).returningAll().executeTakeFirst();
}

export async function removeNotesOf(tx: Tx, author: string): Promise<void> {
  await tables(tx).deleteFrom('author_note').where('author_id', '=', author).execute();
}

/** The author's name as their cases bear it. */
export async function blankNames(tx: Tx, author: string): Promise<void> {
  await sql`
    update moderation_case set author_name = null
     where item_id in (select id from item where author_id = ${author})`.execute(tx);
}

/** Returns how many. */
export async function purgeNotes(tx: Tx, body: string, now: Date): Promise<number> {
  const rows = await tables(tx)
    .deleteFrom('author_note')
    .where('body', '=', body)
    .where('kept_until', '<=', now)
    .returning('id')
    .execute();
  return rows.length;
}

export async function youngAccounts(tx: Tx, body: string): Promise<YoungAccount[]> {
  return tables(tx)
    .selectFrom('young_account')
    .selectAll()
    .where('body', '=', body)
    .where('ended_at', 'is', null)
    .orderBy('at')
    .execute();
}

export async function youngAccountOn(tx: Tx, account: string): Promise<YoungAccount | undefined> {
  return tables(tx)
    .selectFrom('young_account')
    .selectAll()
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

export async function insertYoungAccount(tx: Tx, young: YoungAccount): Promise<void> {
  await tables(tx).insertInto('young_account').values(young).execute();
}

export async function endYoungAccount(tx: Tx, id: string, at: Date): Promise<YoungAccount | undefined> {
  return tables(tx)
    .updateTable('young_account')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** Accounts of a body by name, for choosing one. */
export async function accountsIn(
  tx: Tx,
  body: string,
): Promise<{ readonly id: string; readonly name: string; readonly network: NetworkName }[]> {
  const { rows } = await sql<{ id: string; name: string; network: NetworkName }>`
    select id, name, network from account where body = ${body} order by network, name`.execute(tx);
  return rows;
}
