// SPDX-License-Identifier: AGPL-3.0-or-later
import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

// Which addresses lie in the open internet (IANA special-purpose registries): whoever follows an address that somebody from outside
// gave must never reach this machine, the body's own network or the metadata of a cloud.

const SPECIAL_V4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24
  192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3`;
// Written for examples, and those that carry an older address within.
const SPECIAL_V6 = '2001::/23 2001:db8::/32 2002::/16 3fff::/20';
/** The only part of IPv6 that is given out. */
const GIVEN_OUT_V6 = '2000::/3';

const listOf = (subnets: string, family: 'ipv4' | 'ipv6', list = new BlockList()): BlockList => {
  for (const subnet of subnets.split(/\s+/)) {
    const [network = '', bits] = subnet.split('/');
    list.addSubnet(network, Number(bits), family);
  }
  return list;
};
const special = listOf(SPECIAL_V6, 'ipv6', listOf(SPECIAL_V4, 'ipv4'));
const givenOut = listOf(GIVEN_OUT_V6, 'ipv6');

/** Whether an IP address is one of the open internet. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !special.check(address, 'ipv4');
  return isIP(address) === 6 && givenOut.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** How a name is looked up. */
export type Lookup = (
  hostname: string,
  options: { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** The code of what is refused by `publicOnly`. */
export const NOT_PUBLIC = 'ADDRESS_NOT_PUBLIC';

/** For `request`: names that lead to an address that is not public, even to one among others, lead nowhere. */
export const publicOnly =
  (lookup: Lookup = systemLookup): LookupFunction =>
  (hostname, options, done) =>
    lookup(hostname, { all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) return done(error ?? refusal('ENOTFOUND'), '');
      if (!addresses.every(({ address }) => isPublicAddress(address))) return done(refusal(NOT_PUBLIC), '');
      return options.all === true ? done(null, addresses) : done(null, first.address, first.family);
    });

const refusal = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });
