// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName } from '#policy';
import { folded } from '../reading/characters.ts';
import type { SourceLink } from '../source.ts';
import { networkAt } from './addresses.ts';

export interface FoundChannel {
  readonly network: NetworkName;
  /** For networks that the desk does not know by name: how the source calls them. */
  readonly called?: string;
  readonly handle?: string;
  readonly address?: string;
}

/** Names of the networks, folded; scanned texts write «lnstagram» with an l. */
const NAMES: readonly (readonly [NetworkName, RegExp])[] = [
  ['facebook', /\b(?:facebook|face ?book|fb|meta facebook)\b/g],
  ['instagram', /\b(?:[il]nstagram|ig)\b/g],
  ['threads', /\bthreads\b/g],
  ['x', /\b(?:twitter|x\.com)\b/g],
  ['linkedin', /\b(?:linked[- ]?in|linkedln)\b/g],
  ['youtube', /\b(?:you ?tube)\b/g],
  ['tiktok', /\b(?:tik[- ]?tok)\b/g],
  ['bluesky', /\b(?:blue ?sky)\b/g],
  ['mastodon', /\b(?:mastodon)\b/g],
];

/** X alone is a letter, a numeral and a network: it needs company. */
const THE_X =
  /(?:\b(?:[Pp]rofil[oi]|[Aa]ccount|[Cc]anal[ei]|[Pp]agin[ae]|[Ss]ocial|[Pp]iattaform[ae]|[Nn]etwork|[Ss]u|di|e|ed|o|con|tramite|[Rr]ete)\s+|[,;/(•|:]\s*|^)X(?=\s*(?:[,;./):]|\(|$|[–-]\s|\/)|\s+(?:e|ed|o|ex|già|@|del\w*|dell[’']\w+|di|è|sono|il|la|https?:|www)(?:\b|(?<=@)|(?<=è)))/g;
const OTHERS =
  /\b(whatsapp|telegram|pinterest|flickr|snapchat|twitch|spotify|issuu|slideshare|vimeo|google my business|weibo|reddit)\b/g;

const WEB = /\b(?:https?:\/\/|www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\/[^\s<>"'«»“”)\],;]+/gi;
const HANDLE =
  /(?:(?<![\w./@])|(?<=\b(?:facebook|instagram|twitter|youtube|tiktok|threads|telegram)))@([\w.]{2,40}[\w])/gi;
/** A name after the network's: «Instagram: comunediprova», «profilo Instagram comune_prova». */
const NAMED = /^\s*(?::|[-–]|\()?\s*["“«]?(?:\/)?([a-z0-9][a-z0-9._]{3,38}[a-z0-9])\b(?!\.\w)/;

interface Mention {
  readonly network: NetworkName;
  readonly at: number;
  readonly end: number;
}

/** Where a text names networks, in order. */
export function mentionsIn(source: string): readonly Mention[] {
  const words = folded(source);
  const found: Mention[] = [];
  for (const [network, is] of NAMES)
    for (const match of words.matchAll(is)) {
      // Inside an address the name says only where the address leads.
      const before = words.slice(Math.max(0, match.index - 1), match.index);
      const after = words.charAt(match.index + match[0].length);
      if (
        /[./@\w]/.test(before) ||
        (after === '.' && /^\.\w/.test(words.slice(match.index + match[0].length)) && match[0] !== 'x.com')
      )
        continue;
      found.push({ network, at: match.index, end: match.index + match[0].length });
    }
  for (const match of source.matchAll(THE_X)) {
    const at = match.index + match[0].length - 1;
    if (!/\b(?:art|titolo|capo|comma|sezione)\W*$/i.test(source.slice(0, at)))
      found.push({ network: 'x', at, end: at + 1 });
  }
  return found.toSorted((one, other) => one.at - other.at);
}

function nearest(mentions: readonly Mention[], at: number): NetworkName | undefined {
  const before = mentions.filter(({ end }) => end <= at).at(-1);
  return before?.network ?? mentions[0]?.network;
}

/** A bare name is believed only where it cannot be an Italian word. */
const looksLikeAccount = (name: string, announced: boolean): boolean =>
  /[\d_.]/.test(name) ||
  (announced &&
    /^[a-z]{5,}$/.test(name) &&
    !/^(?:pagina|profilo|canale|account|istituzional|ufficial|comune|attiv|gestit|link|http|www)/.test(name)) ||
  /(?:comune|universit|provincia|regione|asl|asst|camera|minister|unione)[a-z]{3,}/.test(name);

interface Account {
  readonly network: NetworkName;
  readonly handle?: string;
  readonly address?: string;
}

function accountsIn(source: string, mentions: readonly Mention[], inherited: NetworkName | undefined): Account[] {
  const accounts: Account[] = [];
  for (const match of source.matchAll(WEB)) {
    const address = match[0].replace(/[.,;:!?)\]»”"']+$/, '');
    const network = networkAt(address);
    if (network !== undefined) accounts.push({ network, address });
  }
  for (const match of source.matchAll(HANDLE)) {
    const network = nearest(mentions, match.index) ?? inherited;
    if (network !== undefined) accounts.push({ network, handle: match[1] ?? '' });
  }
  for (const { network, end } of mentions) {
    const rest = source.slice(end);
    const name = NAMED.exec(
      rest.toLowerCase() === rest
        ? rest
        : rest.replace(/^(\s*[:(–-]?\s*)(\S+)/, (_, gap: string, word: string) => gap + word.toLowerCase()),
    )?.[1];
    const written =
      name === undefined ? undefined : source.slice(end).match(new RegExp(name.replace(/\./g, '\\.'), 'i'))?.[0];
    if (
      written !== undefined &&
      looksLikeAccount(written.toLowerCase(), /^\s*[:(–-]/.test(rest)) &&
      !accounts.some((each) => each.network === network && (each.handle ?? each.address) !== undefined)
    )
      accounts.push({ network, handle: written });
  }
  return accounts;
}

/** The networks that a sentence speaks of, with the accounts it names. `inherited` is the only network of its titles. */
export function channelsIn(
  source: string,
  links: readonly SourceLink[],
  inherited?: NetworkName,
): readonly FoundChannel[] {
  const mentions = mentionsIn(source);
  const accounts = accountsIn(source, mentions, inherited);
  for (const { address } of links) {
    const network = networkAt(address);
    if (network !== undefined && !accounts.some((each) => each.address === address))
      accounts.push({ network, address });
  }
  const channels: FoundChannel[] = [];
  const networks = new Set<NetworkName>([
    ...mentions.map(({ network }) => network),
    ...accounts.map(({ network }) => network),
  ]);
  for (const network of networks) {
    if (network === 'other') continue;
    const own = accounts.filter((each) => each.network === network);
    const address = own.find((each) => each.address !== undefined)?.address;
    const handle = own.find((each) => each.handle !== undefined)?.handle;
    channels.push({
      network,
      ...(handle === undefined ? {} : { handle }),
      ...(address === undefined ? {} : { address }),
    });
    for (const other of own)
      if (other.address !== undefined && other.address !== address) channels.push({ network, address: other.address });
  }
  // Under a network's own title the sentence speaks of it, whatever others it names.
  if (inherited !== undefined && !networks.has(inherited)) channels.push({ network: inherited });
  const called = new Set([...folded(source).matchAll(OTHERS)].map((match) => match[1] ?? ''));
  for (const name of called) channels.push({ network: 'other', called: name });
  for (const { address, network } of accounts)
    if (network === 'other' && address !== undefined) channels.push({ network, address });
  return channels;
}

/** The one network that titles are about, the innermost first. */
export function networkOfTitles(titles: readonly string[]): NetworkName | undefined {
  for (const title of titles.toReversed()) {
    const networks = new Set(mentionsIn(title).map(({ network }) => network));
    if (/^X$/.test(title.trim())) networks.add('x');
    if (networks.size > 0) return networks.size === 1 ? [...networks][0] : undefined;
  }
  return undefined;
}
