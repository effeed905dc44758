// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Item } from '#inbox';
import type { Tx } from '#platform';
import type { Quoting } from '../evidence.ts';
import type { Concern } from './store.ts';
import type { DossierTables } from './tables.ts';

// What may be child-abuse content: where it stands, and how it goes.

const tables = (tx: Tx) => tx.withTables<DossierTables>();

/** Open on an item, or on what it stands under or answers. */
export async function concernAround(
  tx: Tx,
  { id, account_id, post_external_id, parent_external_id }: Item,
): Promise<Concern | undefined> {
  const above = [post_external_id, parent_external_id].filter((one) => one !== null);
  return tables(tx)
    .selectFrom('csam_concern')
    .selectAll()
    .where('state', '=', 'open')
    .where((is) =>
      is.or([
        is('item_id', '=', id),
        is.and([is('account_id', '=', account_id), is('item_external_id', '=', sql<string>`any(${above}::text[])`)]),
      ]),
    )
    .executeTakeFirst();
}

export async function wasDismissed(tx: Tx, caseId: string): Promise<boolean> {
  const found = await tables(tx)
    .selectFrom('csam_concern')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', '=', 'dismissed')
    .executeTakeFirst();
  return found !== undefined;
}

/** Evidence that quotes an item, as the post above or as what was answered. */
export async function evidenceQuoting(tx: Tx, { id, account_id, external_id }: Item): Promise<Quoting[]> {
  const { rows } = await sql<Quoting>`
    select evidence.decision_id as decision, under.post_external_id is not distinct from ${external_id} as post,
           under.parent_external_id is not distinct from ${external_id} as parent
      from item under
      join moderation_case on moderation_case.item_id = under.id
      join decision on decision.case_id = moderation_case.id
      join evidence on evidence.decision_id = decision.id and evidence.purged_at is null
     where under.account_id = ${account_id} and under.id <> ${id}
       and (under.post_external_id = ${external_id} or under.parent_external_id = ${external_id})`.execute(tx);
  return rows;
}

/** Files of what stands under an item, or answers it: those that nobody has to keep; with `all`, every one. True: some are left. */
export async function purgeDossiersQuoting(
  tx: Tx,
  { id, account_id, external_id }: Item,
  { now, all }: { readonly now: Date; readonly all: boolean },
): Promise<boolean> {
  const quoting = sql`
    dossier.case_id = moderation_case.id and dossier.purged_at is null and under.id <> ${id}
       and under.account_id = ${account_id}
       and (under.post_external_id = ${external_id} or under.parent_external_id = ${external_id})`;
  const of = sql`moderation_case join item under on under.id = moderation_case.item_id`;
  await sql`
    update dossier set sealed = '', purged_at = ${now}
      from ${of}
     where ${quoting}
       and (${all} or not exists (
             select from legal_hold where legal_hold.case_id = dossier.case_id and lifted_at is null))
       and (${all} or not exists (
             select from authority_report
              where authority_report.case_id = dossier.case_id and state in ('asked', 'due', 'filed')))`.execute(tx);
  const { rows } = await sql`select from dossier, ${of} where ${quoting} limit 1`.execute(tx);
  return rows.length > 0;
}

/** By the tables' owner: the words that a false alarm had set aside. The item has words again where its last ones came back. */
export async function restoreWithheld(
  tx: Tx,
  { id, item_id }: Pick<Concern, 'id' | 'item_id'>,
  versions: readonly { readonly version: number; readonly text: string }[],
): Promise<void> {
  await sql`select restore_withheld(${id}::uuid, ${versions.map(({ version }) => version)}::int[],
    ${versions.map(({ text }) => text)}::text[])`.execute(tx);
  await sql`
    update item set kept_since = held.since,
           purged_at = case when held.latest = item.version then null else item.purged_at end
      from (select min(kept_since) as since, max(version) as latest
              from item_version where item_id = ${item_id} and purged_at is null) as held
     where item.id = ${item_id} and held.since is not null`.execute(tx);
}

/** Words set aside of what has been gone from a network since before then, where its contract makes them go with it. */
export async function purgeWithItem(
  tx: Tx,
  body: string,
  { network, goneBefore }: { readonly network: string; readonly goneBefore: Date },
): Promise<void> {
  await sql`
    update csam_concern set withheld = null
      from item
     where csam_concern.body = ${body} and with_item and withheld is not null and item.id = csam_concern.item_id
       and item.network = ${network} and item.visibility = 'deleted' and item.state_at <= ${goneBefore}`.execute(tx);
}

/** By the tables' owner: what was sealed of an item before anybody knew what it is. */
export async function purgeWithheld(tx: Tx, item: string, now: Date): Promise<void> {
  await sql`select purge_withheld(${item}, ${now})`.execute(tx);
}
