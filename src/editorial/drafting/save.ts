// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from '#governance';
import { type CodedError, fail, newId, ok, type Result } from '#kernel';
import type { Tx } from '#platform';
import { contentDigest } from '../approving/digest.ts';
import { voidApproval } from '../approving/store.ts';
import { editorialError } from '../errors.ts';
import { noteShown, prepareMedia } from '../media/prepare.ts';
import { filesOf, type Showing } from '../media/showing.ts';
import type { Acting, EditorialPorts, OnDraft } from '../ports.ts';
import { publicationById } from '../publishing/store.ts';
import type { ContentSaving, DraftContent } from './contract.ts';
import { hold } from './held.ts';
import { noteStep } from './steps.ts';
import { type Draft, insertDraft, insertVersion, updateDraft, versionOf } from './store.ts';
import { detailOf } from './view.ts';
import type { ContentDetail } from './view-contract.ts';

export interface ContentClash {
  readonly error: CodedError;
  readonly current: ContentDetail;
}

/** Begins a draft. Throws CONTENT_MEDIA_NOT_FOUND. */
export async function openContent(
  ports: EditorialPorts,
  { body, actor }: Acting,
  content: DraftContent,
): Promise<ContentDetail> {
  await prepareMedia(ports, body, content);
  return ports.database.inBody(body, async (tx) => {
    const at = ports.clock.now();
    const draft: Draft = {
      ...{ id: newId(), body, title: content.title, state: 'open', version: 1, corrects: null },
      ...{ goes_at: momentOf(content), goes: content.goes },
      ...{ created_by: actor.id, created_by_name: actor.name, created_at: at, updated_at: at },
      ...{ proposed_by: null, proposed_by_name: null },
    };
    const { digest, showings } = await digestIn(tx, content);
    await insertDraft(tx, draft);
    await writeVersion(tx, { draft, content, digest, showings, actor, at });
    await noteStep(tx, { draft, step: 'opened', actor, at, facts: { digest } });
    return detailOf(ports, tx, draft);
  });
}

/**
 * Saves a content on top of the version that was read; on top of an older one it is refused with what stands. Whatever approval
 * stood on it falls, because it signed another content. CONTENT_MOVED_ON, CONTENT_CLOSED, CORRECTION_OF_TEXT.
 */
export async function saveContent(
  ports: EditorialPorts,
  { body, actor, id }: OnDraft,
  { version: read, content }: ContentSaving,
): Promise<Result<ContentDetail, ContentClash>> {
  await prepareMedia(ports, body, content);
  return ports.database.inBody(body, async (tx) => {
    const { draft, version } = await hold(tx, id);
    if (draft.state === 'out' || draft.state === 'discarded') throw editorialError('CONTENT_CLOSED');
    const { digest, showings } = await digestIn(tx, content);
    // Sent again because its answer was lost: it is there already.
    if (digest === version.digest) return ok(await detailOf(ports, tx, draft));
    if (draft.version !== read) {
      const error = editorialError('CONTENT_MOVED_ON', `l’ha salvata ${version.written_by_name}`);
      return fail({ error, current: await detailOf(ports, tx, draft) });
    }
    if (draft.corrects !== null) await refuseMoreThanTexts(tx, draft, content);
    return ok(await addVersion(ports, tx, { draft, content, digest, showings, actor }));
  });
}

interface Adding {
  readonly draft: Draft;
  readonly content: DraftContent;
  readonly digest: string;
  readonly showings: readonly Showing[];
  readonly actor: Actor;
}

async function addVersion(ports: EditorialPorts, tx: Tx, { draft, content, digest, showings, actor }: Adding) {
  const at = ports.clock.now();
  const change = {
    ...{ state: 'open' as const, title: content.title, version: draft.version + 1, updated_at: at },
    ...{ goes_at: momentOf(content), goes: content.goes, proposed_by: null, proposed_by_name: null },
  };
  const next = { ...draft, ...change };
  await writeVersion(tx, { draft: next, content, digest, showings, actor, at });
  const why = 'Il contenuto è cambiato dopo l’approvazione.';
  if (draft.state === 'approved' && (await voidApproval(tx, draft.id, { at, why })))
    await noteStep(tx, { draft: next, step: 'voided', actor, at, reasons: why, facts: { digest } });
  await updateDraft(tx, draft.id, change);
  return detailOf(ports, tx, next);
}

const momentOf = ({ at }: DraftContent): Date | null => (at === null ? null : new Date(at));

async function digestIn(tx: Tx, content: DraftContent): Promise<Pick<Adding, 'digest' | 'showings'>> {
  const { media, captions, showings, digests } = await filesOf(tx, content);
  const missing = content.media.find((one) => !media.has(one.media));
  if (missing !== undefined) throw editorialError('CONTENT_MEDIA_NOT_FOUND', missing.media);
  const unsaid = content.captions.find((one) => !captions.has(one.captions));
  if (unsaid !== undefined) throw editorialError('CAPTIONS_NOT_FOUND', unsaid.captions);
  return { digest: contentDigest(content, digests), showings };
}

interface Writing extends Adding {
  readonly at: Date;
}

async function writeVersion(tx: Tx, { draft, content, digest, showings, actor, at }: Writing): Promise<void> {
  const { id, body, version } = draft;
  await insertVersion(tx, {
    ...{ draft_id: id, body, version, content, digest },
    ...{ written_by: actor.id, written_by_name: actor.name, at },
  });
  await noteShown(tx, { draft: id, version, body }, showings);
}

/** What is on the networks keeps its accounts, pictures and addresses: networks let words alone be changed. */
async function refuseMoreThanTexts(tx: Tx, draft: Draft, content: DraftContent): Promise<void> {
  const out = await versionOf(tx, draft.id, await publishedVersion(tx, draft));
  const bare = ({ variants, links, media, captions, framings, at, goes, slot, offPlan, theme }: DraftContent) =>
    JSON.stringify([
      variants
        .map((one) => [one.account, one.repeats, one.title, one.media, one.links])
        .toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
      links.map(({ url, title, description }) => [url, title, description]),
      media.map(({ media: id, alt, licence, people }) => [id, alt, licence, people]),
      [
        at,
        goes,
        [slot, offPlan, theme],
        captions.map((one) => [one.media, one.captions]),
        framings.map((one) => [one.media, one.account, one.how]),
      ],
    ]);
  if (out === undefined || bare(out.content) !== bare(content)) throw editorialError('CORRECTION_OF_TEXT');
}

async function publishedVersion(tx: Tx, { id, corrects }: Draft): Promise<number> {
  const publication = corrects === null ? undefined : await publicationById(tx, corrects);
  if (publication === undefined) throw editorialError('CONTENT_NOT_FOUND', id);
  return publication.version;
}
