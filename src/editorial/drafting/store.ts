// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { EditorialTables } from '../tables.ts';
import { DraftContent, type DraftState } from './contract.ts';

export type Draft = Selectable<EditorialTables['editorial_draft']>;
export type Version = Selectable<EditorialTables['editorial_version']>;
export type Comment = Selectable<EditorialTables['editorial_comment']>;
export type StepRow = Selectable<EditorialTables['editorial_step']>;

const MOST_LISTED = 200;
const tables = (tx: Tx) => tx.withTables<EditorialTables>();

export async function insertDraft(tx: Tx, draft: Insertable<EditorialTables['editorial_draft']>): Promise<void> {
  await tables(tx).insertInto('editorial_draft').values(draft).execute();
}

/** Held until the end of the transaction: who changes a draft or what went out of it begins here. */
export const lockDraft = (tx: Tx, id: string): Promise<Draft | undefined> =>
  tables(tx).selectFrom('editorial_draft').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const draftById = (tx: Tx, id: string): Promise<Draft | undefined> =>
  tables(tx).selectFrom('editorial_draft').selectAll().where('id', '=', id).executeTakeFirst();

/** What some drafts are called. */
export async function titlesOf(tx: Tx, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  if (ids.size === 0) return new Map();
  const rows = await tables(tx)
    .selectFrom('editorial_draft')
    .select(['id', 'title'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

export async function updateDraft(
  tx: Tx,
  id: string,
  change: Updateable<EditorialTables['editorial_draft']>,
): Promise<void> {
  await tables(tx).updateTable('editorial_draft').set(change).where('id', '=', id).execute();
}

/** The latest touched first. */
export function draftsOf(tx: Tx, body: string, state: DraftState | undefined): Promise<Draft[]> {
  const all = tables(tx).selectFrom('editorial_draft').selectAll().where('body', '=', body);
  const asked = state === undefined ? all.where('state', '!=', 'discarded') : all.where('state', '=', state);
  return asked.orderBy('updated_at', 'desc').orderBy('id').limit(MOST_LISTED).execute();
}

/** Approved contents whose time has come: their ids. Corrections wait for a person. */
export async function draftsDue(tx: Tx, body: string, now: Date): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('editorial_draft')
    .select('id')
    .where('body', '=', body)
    .where('state', '=', 'approved')
    .where('corrects', 'is', null)
    .where('goes_at', '<=', now)
    .orderBy('goes_at')
    .execute();
  return rows.map(({ id }) => id);
}

export async function insertVersion(
  tx: Tx,
  { content, ...version }: Omit<Version, 'content'> & { readonly content: DraftContent },
): Promise<void> {
  await tables(tx)
    .insertInto('editorial_version')
    .values({ ...version, content: JSON.stringify(content) })
    .execute();
}

/** Older contents have what was added since as it is where nobody says anything. */
export async function versionOf(tx: Tx, draft: string, version: number): Promise<Version | undefined> {
  const found = await tables(tx)
    .selectFrom('editorial_version')
    .selectAll()
    .where('draft_id', '=', draft)
    .where('version', '=', version)
    .executeTakeFirst();
  return found && { ...found, content: DraftContent.parse(found.content) };
}

/** The latest first, without what they say. */
export const versionsOf = (tx: Tx, draft: string): Promise<Omit<Version, 'content'>[]> =>
  tables(tx)
    .selectFrom('editorial_version')
    .select(['draft_id', 'body', 'version', 'digest', 'written_by', 'written_by_name', 'at'])
    .where('draft_id', '=', draft)
    .orderBy('version', 'desc')
    .execute();

/** Everybody who ever wrote a version of it. */
export async function writersOf(tx: Tx, draft: string): Promise<{ readonly id: string; readonly name: string }[]> {
  const rows = await tables(tx)
    .selectFrom('editorial_version')
    .select(['written_by as id', 'written_by_name as name'])
    .where('draft_id', '=', draft)
    .orderBy('version')
    .execute();
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

export async function insertComment(tx: Tx, comment: Comment): Promise<void> {
  await tables(tx).insertInto('editorial_comment').values(comment).execute();
}

export const commentsOf = (tx: Tx, draft: string): Promise<Comment[]> =>
  tables(tx).selectFrom('editorial_comment').selectAll().where('draft_id', '=', draft).orderBy('id').execute();

export async function insertStep(tx: Tx, step: StepRow): Promise<void> {
  await tables(tx).insertInto('editorial_step').values(step).execute();
}

export const stepsOf = (tx: Tx, draft: string): Promise<StepRow[]> =>
  tables(tx).selectFrom('editorial_step').selectAll().where('draft_id', '=', draft).orderBy('id').execute();
