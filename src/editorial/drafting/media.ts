// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { record } from '#audit';
import { newId } from '#kernel';
import { digestOfBytes } from '../approving/digest.ts';
import { editorialError } from '../errors.ts';
import type { Acting, EditorialPorts } from '../ports.ts';
import { knownMedia } from './known-media.ts';
import { insertMedia, type MediaFacts, mediaByDigest, mediaById, mediaByToken } from './media-store.ts';
import type { MediaView } from './view-contract.ts';

/** What the desk takes of one file. */
export const MEDIA_MOST_BYTES = 32 * 1024 ** 2;

/** Keeps a file as it was brought; the same bytes brought again are the same file. Throws CONTENT_MEDIA_TYPE. */
export async function keepMedia(
  { database, clock }: EditorialPorts,
  { body, actor }: Acting,
  content: Buffer,
): Promise<MediaView> {
  const known = knownMedia(content);
  if (known === null) throw editorialError('CONTENT_MEDIA_TYPE');
  const digest = digestOfBytes(content);
  return database.inBody(body, async (tx) => {
    const before = await mediaByDigest(tx, body, digest);
    if (before !== undefined) return viewOf(before);
    const at = clock.now();
    const media = {
      ...{ id: newId(), body, digest, ...known, bytes: content.length, content },
      token: randomBytes(24).toString('base64url'),
      ...{ uploaded_by: actor.id, uploaded_by_name: actor.name, at },
    };
    await insertMedia(tx, media);
    await record(tx, body, at, {
      kind: 'editorial.media-kept',
      subject: media.id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `${known.kind === 'image' ? 'Caricata un’immagine' : 'Caricato un video'} per le bozze`,
      facts: { media: media.id, digest, type: known.type, bytes: content.length },
    });
    return viewOf(media);
  });
}

const viewOf = ({ id, kind, type, bytes, digest }: MediaView | MediaFacts): MediaView => ({
  ...{ id, kind, type, bytes, digest },
});

export interface MediaFile {
  readonly type: string;
  readonly content: Buffer;
}

/** For whoever may read drafts. Throws CONTENT_MEDIA_NOT_FOUND. */
export async function mediaFile({ database }: EditorialPorts, body: string, id: string): Promise<MediaFile> {
  const found = await database.inBody(body, (tx) => mediaById(tx, id));
  if (found === undefined) throw editorialError('CONTENT_MEDIA_NOT_FOUND');
  return found;
}

/** For networks: only what was published, by an address that cannot be guessed. Throws CONTENT_MEDIA_NOT_FOUND. */
export async function publishedFile({ database }: EditorialPorts, body: string, token: string): Promise<MediaFile> {
  const found = await database.inBody(body, (tx) => mediaByToken(tx, body, token));
  if (found === undefined) throw editorialError('CONTENT_MEDIA_NOT_FOUND');
  return found;
}
