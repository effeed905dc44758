// SPDX-License-Identifier: AGPL-3.0-or-later

const PATIENCE_MILLISECONDS = 5000;

/** Facebook takes pictures and videos from the address it is given: whether they are really there. */
export async function isFetchable(url: string, kind: 'image' | 'video'): Promise<boolean> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return false;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    const { byteLength } = await answer.arrayBuffer();
    const type = answer.headers.get('content-type') ?? '';
    return answer.status === 200 && byteLength > 0 && type.startsWith(`${kind}/`);
  } catch {
    return false;
  }
}
