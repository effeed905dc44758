// SPDX-License-Identifier: AGPL-3.0-or-later

const PATIENCE_MILLISECONDS = 5000;

/** Threads takes pictures and videos from the address it is given: whether they are really there. */
export async function isFetchable(url: string, kind: 'image' | 'video'): Promise<boolean> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return false;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    await answer.body?.cancel();
    return answer.status === 200 && (answer.headers.get('content-type') ?? '').startsWith(`${kind}/`);
  } catch {
    return false;
  }
}
