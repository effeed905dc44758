// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { voidApproval } from '../approving/store.ts';
import { editorialError } from '../errors.ts';
import type { EditorialPorts, OnDraft } from '../ports.ts';
import { NEVER_LEFT } from '../publishing/correct.ts';
import { outingsOf, publicationById } from '../publishing/store.ts';
import { type Held, hold, holdAsRead } from './held.ts';
import { readContent, refuseUnlessReady } from './reading.ts';
import { noteStep } from './steps.ts';
import { type Draft, insertComment, insertVersion, updateDraft, versionOf } from './store.ts';
import { detailOf } from './view.ts';
import type { ContentDetail } from './view-contract.ts';

interface Turning extends OnDraft {
  /** The version that was read. */
  readonly version: number;
}

/** Hands the draft over to whoever approves: only what nothing stands in the way of. */
export async function proposeContent(ports: EditorialPorts, turning: Turning): Promise<ContentDetail> {
  const { body, actor, id } = turning;
  return ports.database.inBody(body, async (tx) => {
    const { draft, version } = await holdAsRead(tx, { id, version: turning.version }, ['open']);
    const reading = await readContent(ports, tx, { body, content: version.content });
    refuseUnlessReady(reading);
    await refuseEmptyCorrection(tx, { draft, version });
    const at = ports.clock.now();
    const change = { state: 'proposed' as const, proposed_by: actor.id, proposed_by_name: actor.name, updated_at: at };
    await updateDraft(tx, id, change);
    const { policyVersion } = reading;
    await noteStep(tx, { draft, step: 'proposed', actor, at, policyVersion, facts: { digest: version.digest } });
    return detailOf(ports, tx, { ...draft, ...change });
  });
}

async function refuseEmptyCorrection(tx: Tx, { draft, version }: Held): Promise<void> {
  if (draft.corrects === null) return;
  const publication = await publicationById(tx, draft.corrects);
  const out = publication && (await versionOf(tx, draft.id, publication.version));
  // What was held back before it left may be wanted again, to the letter.
  const outings = await outingsOf(tx, draft.id);
  if (outings.some((one) => one.publication_id === draft.corrects && NEVER_LEFT.has(one.state))) return;
  const textsOf = ({ content }: Held['version']) =>
    JSON.stringify(content.variants.map((one) => [one.account, one.text ?? content.text]).toSorted());
  if (out === undefined || textsOf(out) === textsOf(version)) throw editorialError('NOTHING_CHANGED');
}

/** Sends a proposed or approved draft back to be changed, with the reason; who approves does it. */
export async function returnContent(
  ports: EditorialPorts,
  { reasons, ...turning }: Turning & { readonly reasons: string },
): Promise<ContentDetail> {
  const { body, actor, id } = turning;
  return ports.database.inBody(body, async (tx) => {
    const { draft } = await holdAsRead(tx, { id, version: turning.version }, ['proposed', 'approved']);
    const at = ports.clock.now();
    await voidApproval(tx, id, { at, why: 'Rimandata a chi l’ha scritta.' });
    const change = { state: 'open' as const, proposed_by: null, proposed_by_name: null, updated_at: at };
    await updateDraft(tx, id, change);
    await noteStep(tx, { draft, step: 'returned', actor, at, reasons });
    return detailOf(ports, tx, { ...draft, ...change });
  });
}

/** Gives a draft up, or the correction of what is out: then what is out stays as it is. */
export async function discardContent(
  ports: EditorialPorts,
  { reasons, ...turning }: Turning & { readonly reasons: string },
): Promise<ContentDetail> {
  const { body, actor, id } = turning;
  return ports.database.inBody(body, async (tx) => {
    const held = await holdAsRead(tx, { id, version: turning.version }, ['open', 'proposed', 'approved']);
    const { draft } = held;
    const at = ports.clock.now();
    await voidApproval(tx, id, { at, why: 'La bozza è stata lasciata cadere.' });
    const change =
      draft.corrects === null ? { state: 'discarded' as const } : await asPublished(tx, { actor, held, at });
    const next = { ...change, proposed_by: null, proposed_by_name: null, updated_at: at };
    await updateDraft(tx, id, next);
    await noteStep(tx, { draft, step: 'discarded', actor, at, reasons });
    return detailOf(ports, tx, { ...draft, ...next });
  });
}

interface Standing {
  readonly actor: Actor;
  readonly held: Held;
  readonly at: Date;
}

/** The content that is out stands again, as a version of its own. */
async function asPublished(tx: Tx, { actor, held: { draft }, at }: Standing): Promise<Partial<Draft>> {
  const publication = draft.corrects === null ? undefined : await publicationById(tx, draft.corrects);
  const out = publication && (await versionOf(tx, draft.id, publication.version));
  if (out === undefined) throw editorialError('CONTENT_NOT_FOUND');
  const { content, digest } = out;
  const version = draft.version + 1;
  await insertVersion(tx, {
    ...{ draft_id: draft.id, body: draft.body, version, content, digest },
    ...{ written_by: actor.id, written_by_name: actor.name, at },
  });
  return { state: 'out', version, corrects: null, title: content.title };
}

/** Says something beside the version that stands; it changes nothing of it. */
export async function commentOn(
  ports: EditorialPorts,
  { body, actor, id, text }: OnDraft & { readonly text: string },
): Promise<ContentDetail> {
  return ports.database.inBody(body, async (tx) => {
    const { draft } = await hold(tx, id);
    await insertComment(tx, {
      ...{ id: newId(), body, draft_id: id, version: draft.version, text },
      ...{ person: actor.id, person_name: actor.name, at: ports.clock.now() },
    });
    return detailOf(ports, tx, draft);
  });
}
