// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { ReplyTables } from './tables.ts';

export type Template = Selectable<ReplyTables['reply_template']>;
export type Topic = Selectable<ReplyTables['reply_topic']>;
export type ReplyChoice = Selectable<ReplyTables['reply_choice']>;
export type Justification = Selectable<ReplyTables['reply_justification']>;
export type ReplyDraft = Selectable<ReplyTables['reply_draft']>;
export type AutomaticAnswer = Selectable<ReplyTables['reply_automatic']>;

const tables = (tx: Tx) => tx.withTables<ReplyTables>();

/** Until the end of the transaction nobody else changes what this body keeps ready. */
export async function holdLibrary(tx: Tx, body: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`replies ${body}`}, 0))`.execute(tx);
}

/** All versions of what is not put away, the latest first. */
export async function templatesOf(tx: Tx, body: string): Promise<Template[]> {
  return tables(tx)
    .selectFrom('reply_template')
    .selectAll()
    .where('body', '=', body)
    .where('retired_at', 'is', null)
    .orderBy('title')
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute();
}

export async function versionsOfTemplate(tx: Tx, id: string): Promise<Template[]> {
  return tables(tx).selectFrom('reply_template').selectAll().where('id', '=', id).orderBy('version', 'desc').execute();
}

export async function insertTemplate(tx: Tx, template: Template): Promise<void> {
  await tables(tx).insertInto('reply_template').values(template).execute();
}

export async function changeTemplate(
  tx: Tx,
  { id, version }: { readonly id: string; readonly version?: number },
  change: Updateable<ReplyTables['reply_template']>,
): Promise<void> {
  const update = tables(tx).updateTable('reply_template').set(change).where('id', '=', id);
  await (version === undefined ? update : update.where('version', '=', version)).execute();
}

/** The latest version of each that is not put away. */
export async function topicsOf(tx: Tx, body: string): Promise<Topic[]> {
  return tables(tx)
    .selectFrom('reply_topic')
    .selectAll()
    .distinctOn('id')
    .where('body', '=', body)
    .where('retired_at', 'is', null)
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute();
}

export async function latestTopic(tx: Tx, id: string): Promise<Topic | undefined> {
  return tables(tx)
    .selectFrom('reply_topic')
    .selectAll()
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .orderBy('version', 'desc')
    .executeTakeFirst();
}

export async function insertTopic(
  tx: Tx,
  { links, ...topic }: Omit<Insertable<ReplyTables['reply_topic']>, 'links'> & { readonly links: readonly object[] },
): Promise<void> {
  await tables(tx)
    .insertInto('reply_topic')
    .values({ ...topic, links: JSON.stringify(links) })
    .execute();
}

export async function retireTopic(tx: Tx, id: string, at: Date): Promise<void> {
  await tables(tx).updateTable('reply_topic').set({ retired_at: at }).where('id', '=', id).execute();
}

export async function latestReplyChoice(tx: Tx, body: string): Promise<ReplyChoice | undefined> {
  return tables(tx)
    .selectFrom('reply_choice')
    .selectAll()
    .where('body', '=', body)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

export async function insertReplyChoice(tx: Tx, choice: ReplyChoice): Promise<void> {
  await tables(tx).insertInto('reply_choice').values(choice).execute();
}

/** Of the very words of one fingerprint. */
export async function justificationsOf(
  tx: Tx,
  of: Pick<Justification, 'case_id' | 'fingerprint'>,
): Promise<Justification[]> {
  return tables(tx)
    .selectFrom('reply_justification')
    .selectAll()
    .where('case_id', '=', of.case_id)
    .where('fingerprint', '=', of.fingerprint)
    .execute();
}

/** Given twice, the first stays. */
export async function insertJustification(tx: Tx, justification: Justification): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('reply_justification')
    .values(justification)
    .onConflict((conflict) => conflict.columns(['case_id', 'finding', 'fingerprint']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Latest first. */
export async function draftsOf(tx: Tx, caseId: string): Promise<ReplyDraft[]> {
  return tables(tx)
    .selectFrom('reply_draft')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
}

export async function draftById(tx: Tx, id: string): Promise<ReplyDraft | undefined> {
  return tables(tx).selectFrom('reply_draft').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function waitingDraft(tx: Tx, caseId: string): Promise<ReplyDraft | undefined> {
  return tables(tx)
    .selectFrom('reply_draft')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst();
}

export async function insertDraft(tx: Tx, { grounds, ...draft }: ReplyDraft): Promise<void> {
  await tables(tx)
    .insertInto('reply_draft')
    .values({ ...draft, grounds: JSON.stringify(grounds) })
    .execute();
}

export type Settling = Pick<ReplyDraft, 'settled_by' | 'settled_by_name' | 'settled_at'> &
  Pick<Updateable<ReplyTables['reply_draft']>, 'state' | 'sealed_note' | 'decision_id'>;

export async function settleDraft(tx: Tx, id: string, settling: Settling): Promise<void> {
  await tables(tx).updateTable('reply_draft').set(settling).where('id', '=', id).execute();
}

/** Those that wait for another person, with their cases, the oldest first. */
export async function waitingDrafts(
  tx: Tx,
  body: string,
): Promise<(Pick<ReplyDraft, 'case_id' | 'person_name' | 'at'> & { readonly number: string })[]> {
  const { rows } = await sql<Pick<ReplyDraft, 'case_id' | 'person_name' | 'at'> & { number: string }>`
    select d.case_id, d.person_name, d.at, c.number from reply_draft d join moderation_case c on c.id = d.case_id
      where d.body = ${body} and d.state = 'waiting' order by d.at, d.id limit 200`.execute(tx);
  return rows;
}

/** False where that conversation was already answered in that period. */
export async function insertAutomatic(tx: Tx, answer: AutomaticAnswer): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('reply_automatic')
    .values(answer)
    .onConflict((conflict) => conflict.columns(['account_id', 'conversation', 'period']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The latest in the item's conversation. */
export async function automaticIn(
  tx: Tx,
  place: Pick<AutomaticAnswer, 'account_id' | 'conversation'>,
): Promise<AutomaticAnswer | undefined> {
  return tables(tx)
    .selectFrom('reply_automatic')
    .selectAll()
    .where('account_id', '=', place.account_id)
    .where('conversation', '=', place.conversation)
    .orderBy('at', 'desc')
    .executeTakeFirst();
}

/** Standing answers under one post since a moment. */
export async function answersUnder(
  tx: Tx,
  place: { readonly account: string; readonly post: string; readonly since: Date },
): Promise<string[]> {
  const { rows } = await sql<{ reply: string }>`
    select d.reply from decision d
      join moderation_case c on c.id = d.case_id join item i on i.id = c.item_id
      where i.account_id = ${place.account} and i.post_external_id = ${place.post}
        and d.kind = 'reply' and d.undone_at is null and d.at > ${place.since}
      order by d.at desc limit 200`.execute(tx);
  return rows.map(({ reply }) => reply);
}

export interface GivenAnswer {
  readonly reply: string;
  readonly at: Date;
  readonly item_id: string;
  readonly item_version: number;
}

/** Standing public answers of the last weeks, but to items that touched certain clauses; the latest first. */
export async function answersGiven(
  tx: Tx,
  within: { readonly body: string; readonly since: Date; readonly notOn: readonly string[]; readonly but: string },
): Promise<GivenAnswer[]> {
  const { rows } = await sql<GivenAnswer>`
    select d.reply, d.at, c.item_id, d.item_version from decision d join moderation_case c on c.id = d.case_id
      where d.body = ${within.body} and d.kind = 'reply' and d.undone_at is null and d.at > ${within.since}
        and c.kind <> 'message' and c.id <> ${within.but} and not c.clauses && ${within.notOn}::text[]
      order by d.at desc limit 300`.execute(tx);
  return rows;
}
