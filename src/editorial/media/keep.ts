// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import { digestOfBytes } from '../approving/digest.ts';
import { editorialError } from '../errors.ts';
import type { Acting, EditorialPorts } from '../ports.ts';
import { CARRIED, type Mark, type MediaView } from './contract.ts';
import { lookAt } from './look.ts';
import { insertMedia, mediaByDigest, mediaById, mediaView } from './store.ts';

/** What the desk takes of one file. */
export const MEDIA_MOST_BYTES = 32 * 1024 ** 2;

/** Keeps a file as it was brought, once it has been read to its end. Throws what `lookAt` throws. */
export const keepMedia = (ports: EditorialPorts, acting: Acting, content: Buffer): Promise<MediaView> =>
  store(ports, acting, { content, from: null });

interface Storing {
  readonly content: Buffer;
  /** Of a file that the desk made from another. */
  readonly from: { readonly made_of: string; readonly first_of: string; readonly marks: readonly Mark[] } | null;
}

/** The same bytes brought again are the same file. */
export async function store(
  { database, clock }: EditorialPorts,
  { body, actor }: Acting,
  { content, from }: Storing,
): Promise<MediaView> {
  const digest = digestOfBytes(content);
  const before = await database.inBody(body, (tx) => mediaByDigest(tx, body, digest));
  if (before !== undefined) return mediaView(before);
  const { kind, type, width, height, frames, seconds, carries } = await lookAt(content);
  return database.inBody(body, async (tx) => {
    const at = clock.now();
    const media = await insertMedia(tx, {
      ...{ id: newId(), body, digest, kind, type, bytes: content.length, content, width, height, frames, seconds },
      ...{
        carries: CARRIED.filter((one) => carries.includes(one)),
        made_of: from?.made_of ?? null,
        first_of: from?.first_of ?? null,
      },
      marks: from === null ? null : JSON.stringify(from.marks),
      ...{ uploaded_by: actor.id, uploaded_by_name: actor.name, at },
    });
    await record(tx, body, at, {
      kind: from === null ? 'editorial.media-kept' : 'editorial.media-blurred',
      subject: media.id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: summaryOf(kind, from),
      facts: {
        ...{ media: media.id, digest, type, bytes: content.length },
        ...(from !== null && { madeOf: from.made_of, marks: from.marks.length }),
      },
    });
    return mediaView(media);
  });
}

function summaryOf(kind: MediaView['kind'], from: Storing['from']): string {
  if (from !== null) return 'Sfocata una parte di un’immagine per le bozze';
  return `${kind === 'image' ? 'Caricata un’immagine' : 'Caricato un video'} per le bozze`;
}

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
