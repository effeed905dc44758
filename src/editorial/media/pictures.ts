// SPDX-License-Identifier: AGPL-3.0-or-later
import sharp, { type Raw, type Sharp } from 'sharp';
import { CodedError } from '#kernel';
import { editorialError } from '../errors.ts';

// The one place where a picture that somebody brought is opened. Of all that the library reads, only the four formats that are
// taken, and those from memory alone.

/** Above what cameras make today. */
export const MOST_PIXELS = 64_000_000;
export const MOST_FRAMES = 300;
const PATIENCE_SECONDS = 30;

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadWebpBuffer',
  ],
});

/** `frames`: all of them, where more than one is to be read. */
export const openPicture = (content: Buffer, frames = 1): Sharp =>
  sharp(content, { failOn: 'warning', limitInputPixels: MOST_PIXELS, pages: frames > 1 ? -1 : 1 }).timeout({
    seconds: PATIENCE_SECONDS,
  });

/** Points as they lie in memory, with the way in which they lie. */
export const openPoints = (points: Buffer, raw: Raw): Sharp => sharp(points, { raw, limitInputPixels: MOST_PIXELS });

let last: Promise<unknown> = Promise.resolve();

/** One picture at a time, whoever asks: each may take some hundreds of megabytes. Its failures are told in our own errors. */
export function inTurn<Made>(work: () => Promise<Made>): Promise<Made> {
  const mine = last.then(work).catch((error: unknown): never => {
    throw told(error);
  });
  last = mine.catch(() => undefined);
  return mine;
}

function told(error: unknown): unknown {
  if (error instanceof CodedError || !(error instanceof Error)) return error;
  if (/pixel limit/.test(error.message))
    return editorialError('MEDIA_TOO_LARGE', `più di ${MOST_PIXELS / 1e6} milioni di punti`);
  if (/^timeout/.test(error.message)) return editorialError('MEDIA_SLOW');
  return editorialError('MEDIA_BROKEN', undefined, { cause: error });
}
