// SPDX-License-Identifier: AGPL-3.0-or-later
import { editorialError } from '../errors.ts';
import { carriedAround } from './carried.ts';
import type { Carried } from './contract.ts';
import { behindPicture, pictureEnd } from './extent.ts';
import { type KnownMedia, knownMedia, whyUnknown } from './known-media.ts';
import { inTurn, MOST_FRAMES, openPicture } from './pictures.ts';
import { cleanVideo } from './video.ts';

/** What a file is, by its first bytes and by having been read to the last. */
export interface Looked extends KnownMedia {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly seconds: number | null;
  readonly carries: readonly Carried[];
}

/** Smaller than anything looks at; enough to have read it all. */
const GLANCE = 32;

/** Throws CONTENT_MEDIA_TYPE, MEDIA_BROKEN, MEDIA_HIDES, MEDIA_TOO_LARGE, MEDIA_SLOW. */
export async function lookAt(content: Buffer): Promise<Looked> {
  const known = knownMedia(content);
  if (known === null) throw editorialError('CONTENT_MEDIA_TYPE', whyUnknown(content));
  if (known.kind === 'video') {
    const { width, height, seconds, carries } = cleanVideo(content);
    return { ...known, width, height, seconds, carries, frames: 1 };
  }
  const behind = behindPicture(content, pictureEnd(content, known.type));
  return inTurn(() => lookAtPicture(content, known, behind));
}

async function lookAtPicture(content: Buffer, known: KnownMedia, behind: 'nothing' | 'more'): Promise<Looked> {
  const { format, pages = 1, autoOrient, exif, xmp, iptc, comments } = await openPicture(content).metadata();
  if (`image/${format}` !== known.type) throw editorialError('MEDIA_BROKEN');
  if (pages > MOST_FRAMES) throw editorialError('MEDIA_TOO_LARGE', `ha ${pages} fotogrammi, al massimo ${MOST_FRAMES}`);
  await openPicture(content, pages).resize(GLANCE, GLANCE, { fit: 'fill' }).raw().toBuffer();
  const { width, height } = autoOrient;
  const carries = carriedAround({ exif, xmp, iptc, comments });
  return {
    ...{ ...known, width, height, frames: pages, seconds: null },
    carries: behind === 'more' ? [...carries, 'more'] : carries,
  };
}
