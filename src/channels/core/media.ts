// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Media } from '../port.ts';
import { reasonOf } from './exchange.ts';

/** The bytes of a picture or video, or why they could not be had. */
export type Fetched =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly code: string };

/**
 * Reads a picture or video from its public address, for networks that want the bytes and do not fetch them themselves. Stops
 * as soon as more than `largest` bytes have come.
 */
export async function fetchMedia(
  { url }: Pick<Media, 'url'>,
  { largest, timeoutMilliseconds }: { readonly largest: number; readonly timeoutMilliseconds: number },
): Promise<Fetched> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMilliseconds) });
    if (!answer.ok || answer.body === null) {
      await answer.body?.cancel();
      return { kind: 'failed', code: `media-http-${answer.status}` };
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      // Leaving the loop closes the connection.
      if (size > largest) return { kind: 'failed', code: 'media-too-large' };
      chunks.push(chunk);
    }
    return size === 0
      ? { kind: 'failed', code: 'media-empty' }
      : { kind: 'bytes', bytes: new Uint8Array(Buffer.concat(chunks)) };
  } catch (fault) {
    return { kind: 'failed', code: `media-${reasonOf(fault)}` };
  }
}
