// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { fingerprintOf, type Item, itemById } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { decidableAs, matterOf } from '../decide.ts';
import { moderationError } from '../errors.ts';
import { groundNames, refuseUnlessFounded } from '../founded.ts';
import { openWords, sealWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import { lockCase } from '../store.ts';
import { clearClaim } from '../turns/hold.ts';
import { subjectOf } from './answering.ts';
import type { OnOneCase } from './check.ts';
import type { ReplyDraftRequest, ReplyDraftView } from './contract.ts';
import { replyError } from './errors.ts';
import { refuseUnlessFit } from './fit.ts';
import { draftById, insertDraft, latestReplyChoice, type ReplyDraft, settleDraft, waitingDraft } from './store.ts';

/** An answer that waits for another person; a later one takes its place, so that what is approved is what was last written. */
export async function askApproval(
  ports: ModerationPorts,
  { body, caseId, actor }: OnOneCase & { readonly actor: Actor },
  { text, reasons, grounds }: ReplyDraftRequest,
): Promise<void> {
  const { vault, clock } = ports;
  await ports.database.inBody(body, async (tx) => {
    if ((await latestReplyChoice(tx, body))?.approval !== true) throw replyError('APPROVAL_NOT_ASKED');
    const row = await lockCase(tx, caseId);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    if (!decidableAs(row, 'reply')) throw moderationError('CASE_DECIDED');
    const { item, matter, version, signals } = await matterOf(ports, tx, row);
    const { revision } = row;
    refuseUnlessFounded({ kind: 'reply', grounds, reasons, reply: text, revision, policyVersion: version }, matter);
    await refuseUnlessFit(ports, tx, { on: { row, item, matter, signals }, text });
    const [id, at, fingerprint] = [newId(), clock.now(), fingerprintOf(vault, text)];
    const earlier = await waitingDraft(tx, caseId);
    if (earlier?.fingerprint === fingerprint && earlier.person === actor.id) return;
    if (earlier !== undefined)
      await settleDraft(tx, earlier.id, {
        ...{ state: 'replaced', settled_by: actor.id, settled_by_name: actor.name, settled_at: at },
      });
    const sealed = await sealWords({ tx, vault }, { ...subjectOf(item), row: id }, { text, reasons });
    await insertDraft(tx, {
      ...{ id, body, case_id: caseId, sealed, grounds, fingerprint, state: 'waiting' },
      ...{ person: actor.id, person_name: actor.name, at, settled_by: null, settled_by_name: null, settled_at: null },
      ...{ sealed_note: null, decision_id: null },
    });
    await record(tx, body, at, {
      kind: 'reply.submitted',
      subject: item.id,
      person: actor,
      grounds: groundNames(grounds),
      policyVersion: version,
      summary: `Chiesta l’approvazione di una risposta (pratica n. ${row.number})`,
      facts: { case: caseId, draft: id, reply: fingerprint, reasons: fingerprintOf(vault, reasons) },
    });
    // Whoever approves takes the case in hand: the writer's own claim would keep them out.
    if (row.claimed_by === actor.id) await clearClaim(ports, tx, row);
    await ports.news.tell(tx, body, { id: caseId, change: 'changed' });
  });
}

/** Another person sends it back, saying why. Gives the case. */
export async function returnDraft(
  ports: ModerationPorts,
  { body, draft: id, actor }: { readonly body: string; readonly draft: string; readonly actor: Actor },
  note: string,
): Promise<string> {
  const { vault, clock } = ports;
  return ports.database.inBody(body, async (tx) => {
    const found = await draftById(tx, id);
    const row = found && (await lockCase(tx, found.case_id));
    const draft = row && (await waitingDraft(tx, row.id));
    if (row === undefined || draft?.id !== id) throw replyError('REPLY_DRAFT_NOT_FOUND');
    if (draft.person === actor.id) throw replyError('OWN_REPLY');
    const item = await itemById(tx, row.item_id);
    if (item === undefined) throw replyError('REPLY_DRAFT_NOT_FOUND');
    const at = clock.now();
    const sealed_note = await sealWords({ tx, vault }, { ...subjectOf(item), row: `${id} note` }, { note });
    await settleDraft(tx, id, {
      ...{ state: 'returned', settled_by: actor.id, settled_by_name: actor.name, settled_at: at, sealed_note },
    });
    await record(tx, body, at, {
      kind: 'reply.returned',
      subject: item.id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Rimandata a chi l’ha scritta una risposta da approvare (pratica n. ${row.number})`,
      facts: { case: row.id, draft: id, reply: draft.fingerprint, note: fingerprintOf(vault, note) },
    });
    await ports.news.tell(tx, body, { id: row.id, change: 'changed' });
    return row.id;
  });
}

export async function draftView(
  { vault }: Pick<ModerationPorts, 'vault'>,
  tx: Tx,
  { draft, item, reader }: { readonly draft: ReplyDraft; readonly item: Item; readonly reader: string },
): Promise<ReplyDraftView> {
  const { id, state, grounds, person, person_name: by, at, settled_by_name, sealed, sealed_note } = draft;
  const subject = subjectOf(item);
  const words = await openWords<{ text: string; reasons: string }>({ tx, vault }, { ...subject, row: id }, sealed);
  const note =
    sealed_note === null
      ? null
      : await openWords<{ note: string }>({ tx, vault }, { ...subject, row: `${id} note` }, sealed_note);
  return {
    ...{ id, state, grounds, by, at: at.toISOString(), mine: person === reader, settledBy: settled_by_name },
    ...{ text: words?.text ?? null, reasons: words?.reasons ?? null, note: note?.note ?? null },
  };
}
