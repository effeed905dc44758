// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { DraftContent } from '../drafting/contract.ts';
import { type Held, hold } from '../drafting/held.ts';
import { readContent, refuseUnlessReady } from '../drafting/reading.ts';
import { noteStep } from '../drafting/steps.ts';
import { insertVersion, updateDraft, versionOf } from '../drafting/store.ts';
import { detailOf } from '../drafting/view.ts';
import type { ContentDetail } from '../drafting/view-contract.ts';
import { editorialError } from '../errors.ts';
import type { EditorialPorts, OnDraft } from '../ports.ts';
import { isUnsettled, orderCorrections } from '../publishing/correct.ts';
import { insertPublication, latestPublication, outingsOf, type Publication } from '../publishing/store.ts';
import type { UrgentCorrection } from './contract.ts';
import { insertRatification, pendingOf, standingUrgency, updateRatification } from './store.ts';

const HOUR_MILLISECONDS = 3_600_000;

/**
 * One person corrects one text of what is out, at once and with the reason, where an act of the body allows it; somebody else ratifies
 * it afterwards, or it is undone. What the checks stop they stop here too. Throws URGENCY_NOT_ALLOWED, NOT_OUT, STILL_GOING,
 * RATIFY_FIRST, NOTHING_CHANGED, NOT_READY.
 */
export async function correctNow(
  ports: EditorialPorts,
  { body, actor, id }: OnDraft,
  { version: read, account, text, reasons }: UrgentCorrection,
): Promise<ContentDetail> {
  return ports.database.inBody(body, async (tx) => {
    const held = await hold(tx, id);
    const { draft, version } = held;
    const choice = await standingUrgency(tx, body);
    if (choice === undefined) throw editorialError('URGENCY_NOT_ALLOWED');
    if (draft.version !== read) throw editorialError('NOT_WHAT_WAS_READ');
    if ((await pendingOf(tx, id)) !== undefined) throw editorialError('RATIFY_FIRST');
    const outings = await outingsOf(tx, id);
    const isThere = outings.some((one) => one.act === 'publish' && one.state === 'out' && one.account_id === account);
    if (draft.state !== 'out' || !isThere) throw editorialError('NOT_OUT');
    if (outings.some(isUnsettled)) throw editorialError('STILL_GOING');
    const { content } = version;
    const corrected = withText(content, account, text);
    if (JSON.stringify(corrected) === JSON.stringify(content)) throw editorialError('NOTHING_CHANGED');
    const publication = await putOut(ports, tx, { held, actor, content: corrected, kind: 'urgent' });
    const at = ports.clock.now();
    await insertRatification(tx, {
      ...{ publication_id: publication.id, body, draft_id: id, account_id: account, before_version: version.version },
      ...{ reasons, corrected_by: actor.id, corrected_by_name: actor.name, at, state: 'pending' },
      due_at: new Date(at.getTime() + choice.hours * HOUR_MILLISECONDS),
    });
    const step = { draft: { ...draft, version: publication.version }, actor, at };
    await noteStep(tx, { ...step, step: 'correcting', reasons: `Correzione urgente, da ratificare: ${reasons}` });
    await note(
      tx,
      { ...step, kind: 'editorial.urgent', summary: 'Corretto subito un testo uscito, da ratificare' },
      {
        ...{ publication: publication.id, account, act: choice.act },
      },
    );
    return detailOf(ports, tx, (await hold(tx, id)).draft);
  });
}

/** The common text where nobody else says it; else words of the account's own. */
function withText(content: DraftContent, account: string, text: string): DraftContent {
  const { variants } = content;
  const own = variants.find((one) => one.account === account)?.text ?? null;
  const isItsAlone = own === null && variants.every((one) => one.account === account || one.text !== null);
  if (isItsAlone) return { ...content, text };
  if ((own ?? content.text) === text) return content;
  return { ...content, variants: variants.map((one) => (one.account === account ? { ...one, text } : one)) };
}

/** What was corrected alone goes back to what was approved before. Throws NOTHING_TO_RATIFY, STILL_GOING, NOT_READY. */
export async function undoUrgent(
  ports: EditorialPorts,
  { body, actor, id, reasons }: OnDraft & { readonly reasons: string },
): Promise<ContentDetail> {
  return ports.database.inBody(body, async (tx) => {
    const held = await hold(tx, id);
    const pending = await pendingOf(tx, id);
    const before = pending && (await versionOf(tx, id, pending.before_version));
    if (pending === undefined || before === undefined) throw editorialError('NOTHING_TO_RATIFY');
    if ((await outingsOf(tx, id)).some(isUnsettled)) throw editorialError('STILL_GOING');
    const { version } = await putOut(ports, tx, { held, actor, content: before.content, kind: 'undo' });
    const at = ports.clock.now();
    const settled = { settled_by: actor.id, settled_by_name: actor.name, settled_at: at };
    await updateRatification(tx, pending.publication_id, { state: 'undone', ...settled });
    const step = { draft: { ...held.draft, version }, actor, at };
    await noteStep(tx, { ...step, step: 'correcting', reasons: `Annullata la correzione urgente: ${reasons}` });
    await note(
      tx,
      { ...step, kind: 'editorial.urgent-undone', summary: 'Annullata una correzione urgente' },
      {
        publication: pending.publication_id,
      },
    );
    return detailOf(ports, tx, (await hold(tx, id)).draft);
  });
}

interface PuttingOut {
  readonly held: Held;
  readonly actor: Actor;
  readonly content: DraftContent;
  readonly kind: 'urgent' | 'undo';
}

/** A version of its own, let out on the copies that say something else; the draft stays out. */
async function putOut(
  ports: EditorialPorts,
  tx: Tx,
  { held: { draft }, actor, content, kind }: PuttingOut,
): Promise<Publication> {
  const { id: draft_id, body } = draft;
  const at = ports.clock.now();
  const reading = await readContent(ports, tx, { body, content });
  refuseUnlessReady(reading);
  if ((await latestPublication(tx, draft_id)) === undefined) throw editorialError('NOT_OUT');
  const version = draft.version + 1;
  const written = { written_by: actor.id, written_by_name: actor.name, at };
  await insertVersion(tx, { draft_id, body, version, content, digest: reading.digest, ...written });
  const publication: Publication = {
    ...{ id: newId(), body, draft_id, version, kind, approval_id: null, by_itself: false, at },
    ...{ fired_by: actor.id, fired_by_name: actor.name },
  };
  await insertPublication(tx, publication);
  await orderCorrections(ports, tx, { publication, reading, actor });
  await updateDraft(tx, draft_id, { version, updated_at: at });
  return publication;
}

interface Noted {
  readonly draft: { readonly id: string; readonly body: string };
  readonly actor: Actor | null;
  readonly at: Date;
  readonly kind: string;
  readonly summary: string;
}

/** In the record, under a name of its own. */
export const note = (
  tx: Tx,
  { draft: { id, body }, actor, at, kind, summary }: Noted,
  facts: Readonly<Record<string, unknown>>,
): Promise<void> =>
  record(tx, body, at, { kind, subject: id, person: actor, grounds: [], policyVersion: null, summary, facts });
