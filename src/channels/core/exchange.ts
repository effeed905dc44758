// SPDX-License-Identifier: AGPL-3.0-or-later

/** One HTTP request of an adapter. Secrets go in headers or in the body, never in `url`. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer> | FormData | URLSearchParams;
}

/** What came back. `sent: false` means that no byte of the request can have reached the network. */
export type Exchange =
  | { readonly answered: true; readonly status: number; readonly headers: Headers; readonly body: string }
  | { readonly answered: false; readonly sent: boolean; readonly reason: string };

/** Failures that come before a connection exists: after these, and only these, a write surely did not happen. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
]);

/** Sends once, waits at most so long for the whole answer, follows no redirect (it would carry the token elsewhere). */
export async function exchange(request: Request, timeoutMilliseconds: number): Promise<Exchange> {
  try {
    const answer = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMilliseconds),
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    return { answered: true, status: answer.status, headers: answer.headers, body: await answer.text() };
  } catch (fault) {
    const reason = reasonOf(fault);
    return { answered: false, sent: !NEVER_CONNECTED.has(reason), reason };
  }
}

/** What a failed `fetch` says of itself: the system's own code where there is one. Also for libraries that wrap it. */
export function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  const { cause } = fault;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return fault.name === 'TimeoutError' ? 'timeout' : fault.name;
}
