// SPDX-License-Identifier: AGPL-3.0-or-later
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress, NOT_PUBLIC, publicOnly } from '#platform';
import { reasonOf } from './exchange.ts';
import type { Fetched } from './media.ts';

// Bytes that a citizen attached lie wherever the network says. Nothing on the body's own network is ever asked for them.

const MOST_MOVES = 3;

export interface Guarding {
  /** Where the account itself lives, from configuration: taken as it is there, also without TLS (the simulated networks). */
  readonly homes: readonly string[];
  /** Bytes; stops as soon as more have come. */
  readonly largest: number;
  /** For everything, moves included. */
  readonly timeoutMilliseconds: number;
}

/**
 * Reads a file from a public address, over TLS, without telling who asks. The address that is checked is the one connected to,
 * and each move is checked like the first. Fails with `media-address-refused` before a byte leaves.
 */
export async function fetchGuarded(url: string, guarding: Guarding): Promise<Fetched> {
  const signal = AbortSignal.timeout(guarding.timeoutMilliseconds);
  try {
    let address = url;
    for (let moves = 0; moves <= MOST_MOVES; moves++) {
      const answer = await ask(checked(address, guarding.homes), signal);
      const { statusCode = 0, headers } = answer;
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        answer.destroy();
        address = URL.parse(headers.location, address)?.href ?? '';
        continue;
      }
      if (statusCode === 200) return await bytesOf(answer, guarding.largest);
      answer.destroy();
      return failed(`http-${statusCode}`);
    }
    return failed('moved-too-often');
  } catch (fault) {
    const isRefused = fault instanceof AddressRefused || (fault as NodeJS.ErrnoException).code === NOT_PUBLIC;
    if (isRefused) return failed('address-refused');
    return failed(signal.aborted ? 'timeout' : reasonOf(fault));
  }
}

const failed = (code: string): Fetched => ({ kind: 'failed', code: `media-${code}` });

class AddressRefused extends Error {}

interface Checked {
  readonly url: URL;
  readonly isHome: boolean;
}

/** Throws `AddressRefused`. */
function checked(address: string, homes: readonly string[]): Checked {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') throw new AddressRefused(address);
  if (homes.some((home) => URL.parse(home)?.origin === url.origin)) return { url, isHome: true };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A number in the place of a name is connected to without being looked up.
  if (url.protocol !== 'https:' || (isIP(host) !== 0 && !isPublicAddress(host))) throw new AddressRefused(address);
  return { url, isHome: false };
}

const HEADERS = { accept: 'image/*, video/*, audio/*', 'user-agent': 'Portavoce' };

function ask({ url, isHome }: Checked, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((take, fail) => {
    const asked = request(url, {
      ...{ headers: HEADERS, agent: false, signal },
      ...(isHome ? {} : { lookup: publicOnly() }),
    });
    asked.once('response', take).once('error', fail).end();
  });
}

async function bytesOf(answer: IncomingMessage, largest: number): Promise<Fetched> {
  const chunks: Buffer[] = [];
  let size = 0;
  const told = Number(answer.headers['content-length'] ?? 0);
  for await (const chunk of told > largest ? [] : (answer as AsyncIterable<Buffer>)) {
    size += chunk.length;
    // Leaving the loop closes the connection.
    if (size > largest) break;
    chunks.push(chunk);
  }
  if (Math.max(size, told) > largest) {
    answer.destroy();
    return failed('too-large');
  }
  return size === 0 ? failed('empty') : { kind: 'bytes', bytes: new Uint8Array(Buffer.concat(chunks)) };
}
