// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Selectable, Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { DraftState } from '../contract.ts';
import type { RulebookTables } from '../tables.ts';

export type Draft = Selectable<RulebookTables['policy_draft']>;
export type DraftFacts = Omit<Draft, 'source' | 'change_note'>;
export type Revision = Selectable<RulebookTables['policy_draft_revision']>;
export type RevisionFacts = Omit<Revision, 'source' | 'change_note' | 'name'>;
export type Step = Selectable<RulebookTables['policy_draft_step']>;

const tables = (tx: Tx) => tx.withTables<RulebookTables>();

export async function insertDraft(tx: Tx, draft: Draft): Promise<void> {
  await tables(tx).insertInto('policy_draft').values(draft).execute();
}

export async function updateDraft(
  tx: Tx,
  id: string,
  change: Updateable<RulebookTables['policy_draft']>,
): Promise<void> {
  await tables(tx).updateTable('policy_draft').set(change).where('id', '=', id).execute();
}

export async function draftById(tx: Tx, id: string): Promise<Draft | undefined> {
  return tables(tx).selectFrom('policy_draft').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Held until the transaction ends: a draft is written and turned by one person at a time. */
export async function lockDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  return tables(tx).selectFrom('policy_draft').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The latest touched first, without their texts. */
export async function draftsOf(tx: Tx, body: string, state: DraftState | undefined): Promise<DraftFacts[]> {
  let select = tables(tx)
    .selectFrom('policy_draft')
    .select([
      'id',
      'body',
      'name',
      'based_on',
      'revision',
      'last_revision',
      'state',
      'created_by',
      'created_by_name',
      'created_at',
      'updated_by',
      'updated_by_name',
      'updated_at',
      'proposed_by',
      'proposed_by_name',
      'approved_by',
      'version',
    ])
    .where('body', '=', body);
  if (state !== undefined) select = select.where('state', '=', state);
  return select.orderBy('updated_at', 'desc').orderBy('id', 'desc').execute();
}

export async function insertRevision(tx: Tx, revision: Revision): Promise<void> {
  await tables(tx).insertInto('policy_draft_revision').values(revision).execute();
}

/** The newest first, without their texts. */
export async function revisionsOf(tx: Tx, draft: string): Promise<RevisionFacts[]> {
  return tables(tx)
    .selectFrom('policy_draft_revision')
    .select(['draft_id', 'body', 'revision', 'digest', 'aside', 'written_on', 'written_by', 'written_by_name', 'at'])
    .where('draft_id', '=', draft)
    .orderBy('revision', 'desc')
    .execute();
}

export async function revisionOf(tx: Tx, draft: string, revision: number): Promise<Revision | undefined> {
  return tables(tx)
    .selectFrom('policy_draft_revision')
    .selectAll()
    .where('draft_id', '=', draft)
    .where('revision', '=', revision)
    .executeTakeFirst();
}

/** Who wrote any of the draft's texts, whether it stood or was put aside; each once, the first to write first. */
export async function writersOf(tx: Tx, draft: string): Promise<{ id: string; name: string }[]> {
  const rows = await tables(tx)
    .selectFrom('policy_draft_revision')
    .select(['written_by as id', 'written_by_name as name'])
    .where('draft_id', '=', draft)
    .orderBy('revision')
    .execute();
  return [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed();
}

export async function insertStep(tx: Tx, step: Step): Promise<void> {
  await tables(tx).insertInto('policy_draft_step').values(step).execute();
}

/** Oldest first. */
export async function stepsOf(tx: Tx, draft: string): Promise<Step[]> {
  return tables(tx)
    .selectFrom('policy_draft_step')
    .selectAll()
    .where('draft_id', '=', draft)
    .orderBy('at')
    .orderBy('id')
    .execute();
}
