// SPDX-License-Identifier: AGPL-3.0-or-later

// Where notices for a device may be sent. The address of a device is given by a browser, so by anybody: only these are believed.

/** Whose service carries notices to the browsers that use it; `*.` stands for any name below. */
export interface Carrier {
  readonly name: string;
  readonly hosts: readonly string[];
}

/** One more is one line. */
export const CARRIERS: readonly Carrier[] = [
  { name: 'Google', hosts: ['fcm.googleapis.com'] },
  { name: 'Mozilla', hosts: ['updates.push.services.mozilla.com'] },
  { name: 'Apple', hosts: ['*.push.apple.com'] },
  { name: 'Microsoft', hosts: ['*.notify.windows.com'] },
];

/** An address that notices may be sent to. */
export interface Place {
  readonly url: URL;
  /** Whose service it is, as people know it. */
  readonly carrier: string;
  /** Named by the installation: it may lie within its own network. */
  readonly isOwn: boolean;
}

const LONGEST_ADDRESS = 2000;

/** Undefined for what is no carrier's. `own`: the origins that the installation names besides. */
export function placeAt(address: string, own: readonly string[]): Place | undefined {
  if (address.length > LONGEST_ADDRESS) return undefined;
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return undefined;
  if (own.includes(url.origin)) return { url, carrier: url.host, isOwn: true };
  if (url.protocol !== 'https:' || url.port !== '') return undefined;
  const carrier = CARRIERS.find(({ hosts }) => hosts.some((host) => isHost(url.hostname, host)));
  return carrier && { url, carrier: carrier.name, isOwn: false };
}

const isHost = (hostname: string, pattern: string): boolean =>
  pattern.startsWith('*.')
    ? hostname.endsWith(pattern.slice(1)) && hostname.length >= pattern.length
    : hostname === pattern;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** An origin as an installation may name it: encrypted, or on this machine. Undefined for anything else. */
export function originOf(named: string): string | undefined {
  const url = URL.parse(named);
  if (url === null || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    return undefined;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  return isSafe ? url.origin : undefined;
}
