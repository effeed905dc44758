// SPDX-License-Identifier: AGPL-3.0-or-later
import { lookup } from 'node:dns';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
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
    if (fault instanceof AddressRefused) return failed('address-refused');
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
  if (url.protocol !== 'https:' || (isIP(host) !== 0 && !isPublic(host))) throw new AddressRefused(address);
  return { url, isHome: false };
}

const HEADERS = { accept: 'image/*, video/*, audio/*', 'user-agent': 'Portavoce' };

function ask({ url, isHome }: Checked, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((take, fail) => {
    const asked = request(url, {
      ...{ headers: HEADERS, agent: false, signal },
      ...(isHome ? {} : { lookup: publicLookup }),
    });
    asked.once('response', take).once('error', fail).end();
  });
}

/** Names that lead to a private address, even one among others, lead nowhere. */
const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const refused = error ?? (found.every(({ address }) => isPublic(address)) ? null : new AddressRefused(hostname));
    const [first] = found ?? [];
    if (refused !== null || first === undefined) return done(refused ?? new AddressRefused(hostname), '', 4);
    if (options.all === true) return done(null, found);
    done(null, first.address, first.family);
  });
};

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

const notPublic = new BlockList();
for (const [network, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ] as const),
])
  notPublic.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic.addSubnet(network, bits, 'ipv6');
/** The only part of IPv6 that is given out; whatever wraps an IPv4 address lies outside of it, or above. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address is one of the open Internet. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !notPublic.check(address, 'ipv4');
  return isIP(address) === 6 && globalUnicast.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}
