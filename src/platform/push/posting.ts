// SPDX-License-Identifier: AGPL-3.0-or-later
import { request as requestInClear } from 'node:http';
import { request as requestEncrypted } from 'node:https';
import { type Lookup, publicOnly } from '../public-addresses.ts';
import type { Place } from './carriers.ts';

/** What a carrier said; or why it said nothing, by the system's own code. */
export type Answer =
  | { readonly answered: true; readonly status: number; readonly retryAfter: string | undefined }
  | { readonly answered: false; readonly reason: string };

export interface Sealed {
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Uint8Array;
}

export interface Posting {
  readonly timeoutMilliseconds: number;
  /** How names are looked up; absent: as the machine does. */
  readonly lookup?: Lookup;
}

/**
 * Sends once. A redirect is an answer and leads nowhere; a carrier's name that points into a private network is not connected
 * to, whatever was looked up before. The words of the answer are not read.
 */
export const post = (place: Place, sealed: Sealed, { timeoutMilliseconds, lookup }: Posting) =>
  new Promise<Answer>((resolve) => {
    const ask = place.url.protocol === 'https:' ? requestEncrypted : requestInClear;
    const request = ask(place.url, {
      method: 'POST',
      headers: sealed.headers,
      agent: false,
      signal: AbortSignal.timeout(timeoutMilliseconds),
      ...(place.isOwn ? {} : { lookup: publicOnly(lookup) }),
    });
    request.on('response', (response) => {
      resolve({ answered: true, status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
      response.destroy();
    });
    request.on('error', (error: NodeJS.ErrnoException) => resolve({ answered: false, reason: reasonOf(error) }));
    request.end(sealed.body);
  });

const reasonOf = ({ name, code }: NodeJS.ErrnoException): string =>
  name === 'AbortError' || name === 'TimeoutError' ? 'TIMEOUT' : (code ?? name);
