// SPDX-License-Identifier: AGPL-3.0-or-later
import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { request as requestInClear } from 'node:http';
import { request as requestEncrypted } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isOutside, type Place } from './carriers.ts';

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

type Lookup = (
  hostname: string,
  options: { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Sends once. A redirect is an answer and leads nowhere; a carrier's name that points into a private network is not connected
 * to, whatever was looked up before. The words of the answer are not read.
 */
export const post = (place: Place, sealed: Sealed, { timeoutMilliseconds, lookup = systemLookup }: Posting) =>
  new Promise<Answer>((resolve) => {
    const ask = place.url.protocol === 'https:' ? requestEncrypted : requestInClear;
    const request = ask(place.url, {
      method: 'POST',
      headers: sealed.headers,
      agent: false,
      signal: AbortSignal.timeout(timeoutMilliseconds),
      ...(place.isOwn ? {} : { lookup: outsideOnly(lookup) }),
    });
    request.on('response', (response) => {
      resolve({ answered: true, status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
      response.destroy();
    });
    request.on('error', (error: NodeJS.ErrnoException) => resolve({ answered: false, reason: reasonOf(error) }));
    request.end(sealed.body);
  });

const outsideOnly =
  (lookup: Lookup): LookupFunction =>
  (hostname, options, done) =>
    lookup(hostname, { all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) return done(error ?? refusal('ENOTFOUND'), '');
      if (!addresses.every(({ address }) => isOutside(address))) return done(refusal('ADDRESS_NOT_OUTSIDE'), '');
      return options.all === true ? done(null, addresses) : done(null, first.address, first.family);
    });

const refusal = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

const reasonOf = ({ name, code }: NodeJS.ErrnoException): string =>
  name === 'AbortError' || name === 'TimeoutError' ? 'TIMEOUT' : (code ?? name);
