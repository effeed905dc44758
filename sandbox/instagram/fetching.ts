// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RefusalName } from './refusals.ts';

const PATIENCE_MILLISECONDS = 5000;
const LARGEST_IMAGE_BYTES = 8_000_000;

/** Instagram takes what is published from the address it is given: why it cannot, or null. Pictures must be JPEG. */
export async function fetched(url: string, kind: 'image' | 'video'): Promise<RefusalName | null> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return 'media-unreachable';
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    const { byteLength } = await answer.arrayBuffer();
    const type = answer.headers.get('content-type') ?? '';
    if (answer.status !== 200 || byteLength === 0) return 'media-unreachable';
    if (kind === 'video') return type.startsWith('video/') ? null : 'media-unreachable';
    if (type !== 'image/jpeg') return 'image-format';
    return byteLength > LARGEST_IMAGE_BYTES ? 'image-too-large' : null;
  } catch {
    return 'media-unreachable';
  }
}
