// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Place } from '#governance';
import { isId } from '#kernel';
import type { Tx } from '#platform';

// Which account a piece of moderation is of, by the name that its address gives it: for people whose mandate is good on some
// channels only. What is not here is about the whole body, or about several accounts.

const OF_ITEM = (item: ReturnType<typeof sql>) => sql<{ network: string; account: string }>`
  select item.network, item.account_id as account from item where item.id = (${item})`;

const ofCase = (table: string) => (id: string) =>
  OF_ITEM(sql`
    select moderation_case.item_id from moderation_case
      join ${sql.table(table)} as piece on piece.case_id = moderation_case.id where piece.id = ${id}::uuid`);

const ITEM_OF: Readonly<Record<string, (id: string) => ReturnType<typeof OF_ITEM>>> = {
  cases: (id) => OF_ITEM(sql`select item_id from moderation_case where id = ${id}::uuid`),
  enforcements: (id) => OF_ITEM(sql`select item_id from delivery_command where id = ${id}::uuid`),
  reviews: (id) =>
    OF_ITEM(sql`
      select statement.item_id from statement join review on review.statement_id = statement.id
       where review.id = ${id}::uuid`),
  decisions: ofCase('decision'),
  statements: ofCase('statement'),
  referrals: ofCase('referral'),
  measures: ofCase('author_measure'),
  'platform-reports': ofCase('platform_report'),
  alarms: ofCase('alarm'),
  'reply-drafts': ofCase('reply_draft'),
  dossiers: ofCase('dossier'),
};

/** Undefined for what has no account of its own, or is not there. An author is of a network, whichever account they wrote to. */
export async function placeOfPiece(tx: Tx, kind: string, id: string): Promise<Place | undefined> {
  if (!isId(id)) return undefined;
  if (kind === 'authors') {
    const { rows } = await sql<Place>`select network from author where id = ${id}::uuid`.execute(tx);
    return rows[0];
  }
  const { rows } = (await ITEM_OF[kind]?.(id).execute(tx)) ?? { rows: [] };
  return rows[0];
}

/** The accounts that these cases are of. */
export async function accountsOfCases(tx: Tx, cases: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; account: string }>`
    select moderation_case.id, item.account_id as account
      from moderation_case join item on item.id = moderation_case.item_id
     where moderation_case.id = any(${[...cases]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, account }) => [id, account]));
}
