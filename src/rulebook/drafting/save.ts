// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from '#governance';
import { type CodedError, fail, ok, type Result } from '#kernel';
import type { Tx } from '#platform';
import { digestOfText } from '../adopt.ts';
import type { DraftDetail, DraftSaving } from '../contract.ts';
import { rulebookError } from '../errors.ts';
import type { Acting, RulebookPorts } from '../ports.ts';
import { type Draft, insertRevision, lockDraft, revisionOf, updateDraft } from './store.ts';
import { detailOf } from './view.ts';

export interface Conflict {
  readonly error: CodedError;
  readonly current: DraftDetail;
  /** The revision where the text that came too late was put aside; null where it is already there. */
  readonly kept: number | null;
}

/**
 * Saves a text on top of the one that was read. On top of an older one it does not take its place: it is put aside as a
 * revision of its own, and what stands is handed back, so that neither is lost. DRAFT_MOVED_ON, DRAFT_CLOSED.
 */
export async function saveDraft(
  { database, clock }: RulebookPorts,
  { body, actor, id }: Acting & { readonly id: string },
  saving: DraftSaving,
): Promise<Result<DraftDetail, Conflict>> {
  return database.inBody(body, async (tx) => {
    const draft = await lockDraft(tx, id);
    if (draft === undefined) throw rulebookError('DRAFT_NOT_FOUND');
    if (sameText(draft, saving)) return ok(await detailOf(tx, draft, actor));
    const writing = { draft, actor, saving, at: clock.now() };
    if (draft.state !== 'open') return fail(await putAside(tx, writing, rulebookError('DRAFT_CLOSED')));
    if (draft.revision !== saving.revision)
      return fail(
        await putAside(tx, writing, rulebookError('DRAFT_MOVED_ON', `l’ha salvata ${draft.updated_by_name}`)),
      );
    const revision = await addRevision(tx, writing, { aside: false });
    const { name, source, changeNote: change_note } = saving;
    const change = {
      name,
      source,
      change_note,
      revision,
      last_revision: revision,
      updated_by: actor.id,
      updated_by_name: actor.name,
      updated_at: writing.at,
    };
    await updateDraft(tx, id, change);
    return ok(await detailOf(tx, { ...draft, ...change }, actor));
  });
}

interface Writing {
  readonly draft: Draft;
  readonly actor: Actor;
  readonly saving: DraftSaving;
  readonly at: Date;
}

const sameText = (
  there: { readonly name: string; readonly source: string; readonly change_note: string },
  { name, source, changeNote }: DraftSaving,
): boolean => there.name === name && there.source === source && there.change_note === changeNote;

async function putAside(tx: Tx, writing: Writing, error: CodedError): Promise<Conflict> {
  const { draft, actor, saving } = writing;
  const base = await revisionOf(tx, draft.id, saving.revision);
  const last = await revisionOf(tx, draft.id, draft.last_revision);
  // Nothing was written, or it was put aside a moment ago: sending again what had no answer keeps one copy.
  if (base !== undefined && sameText(base, saving))
    return { error, current: await detailOf(tx, draft, actor), kept: null };
  if (last?.aside === true && last.written_by === actor.id && sameText(last, saving))
    return { error, current: await detailOf(tx, draft, actor), kept: last.revision };
  const kept = await addRevision(tx, writing, { aside: true });
  await updateDraft(tx, draft.id, { last_revision: kept });
  return { error, current: await detailOf(tx, { ...draft, last_revision: kept }, actor), kept };
}

async function addRevision(tx: Tx, writing: Writing, { aside }: { readonly aside: boolean }): Promise<number> {
  const { draft, actor, saving, at } = writing;
  const revision = draft.last_revision + 1;
  const known = await revisionOf(tx, draft.id, saving.revision);
  await insertRevision(tx, {
    draft_id: draft.id,
    body: draft.body,
    revision,
    name: saving.name,
    source: saving.source,
    change_note: saving.changeNote,
    digest: digestOfText(saving.source),
    aside,
    written_on: known?.revision ?? null,
    written_by: actor.id,
    written_by_name: actor.name,
    at,
  });
  return revision;
}
