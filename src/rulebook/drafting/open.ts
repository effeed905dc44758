// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import { digestOfText } from '../adopt.ts';
import type { DraftDetail, NewDraft } from '../contract.ts';
import { rulebookError } from '../errors.ts';
import type { Acting, RulebookPorts } from '../ports.ts';
import { versionOf } from '../store.ts';
import { type Draft, insertDraft, insertRevision } from './store.ts';
import { noteStep } from './turn.ts';
import { detailOf } from './view.ts';

/** Opens a draft on a version's text, or on any text, with mistakes or without; restoring a version is opening a draft on it. */
export async function openDraft(
  { database, clock }: RulebookPorts,
  { body, actor }: Acting,
  { name, from }: NewDraft,
): Promise<DraftDetail> {
  return database.inBody(body, async (tx) => {
    const now = clock.now();
    const version = from.kind === 'version' ? await versionOf(tx, body, from.version) : undefined;
    if (from.kind === 'version' && version === undefined)
      throw rulebookError('VERSION_NOT_FOUND', from.version.slice(0, 60));
    const source = from.kind === 'version' ? (version?.source ?? '') : from.source;
    const draft: Draft = {
      id: newId(),
      body,
      name,
      based_on: version?.version ?? null,
      source,
      change_note: '',
      revision: 1,
      last_revision: 1,
      state: 'open',
      created_by: actor.id,
      created_by_name: actor.name,
      created_at: now,
      updated_by: actor.id,
      updated_by_name: actor.name,
      updated_at: now,
      proposed_by: null,
      proposed_by_name: null,
      approved_by: null,
      version: null,
    };
    await insertDraft(tx, draft);
    await insertRevision(tx, {
      draft_id: draft.id,
      body,
      revision: 1,
      name,
      source,
      change_note: '',
      digest: digestOfText(source),
      aside: false,
      written_on: null,
      written_by: actor.id,
      written_by_name: actor.name,
      at: now,
    });
    await noteStep(tx, { draft, actor, step: 'opened', at: now });
    const origin = version === undefined ? 'da un testo' : `dalla versione ${version.version}`;
    await record(tx, body, now, {
      kind: 'policy.draft-opened',
      subject: draft.id,
      person: actor,
      grounds: [],
      policyVersion: version?.version ?? null,
      summary: `Aperta la bozza di policy «${name}», ${origin}`,
      facts: { draft: draft.id, digest: digestOfText(source) },
    });
    return detailOf(tx, draft, actor);
  });
}
