// SPDX-License-Identifier: AGPL-3.0-or-later
import { NETWORKS, type NetworkName } from '../facts.ts';
import { nearest } from '../nearest.ts';
import { bad, good, type Reading, type ValueKind } from './value.ts';
import { BETWEEN_NAMES, joined, placedWords } from './words.ts';

/** How a policy file and the desk write each network. */
export const NETWORK_LABELS: Readonly<Record<NetworkName, string>> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  x: 'X',
  linkedin: 'LinkedIn',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  other: 'altro',
};

/** Names that sources still use for a network; the suggestion gives today's. */
const FORMER_NAMES: Readonly<Record<string, NetworkName>> = {
  twitter: 'x',
  'x/twitter': 'x',
  'tik tok': 'tiktok',
  'you tube': 'youtube',
};

const LABELS = Object.values(NETWORK_LABELS);
const EVERY = 'tutti';
const EVERY_BUT = 'tutti tranne ';

const network = (word: string): NetworkName | undefined =>
  NETWORKS.find((name) => NETWORK_LABELS[name].toLowerCase() === word.toLowerCase());

function names(raw: string, start: number): Reading<readonly NetworkName[]> {
  const found = new Set<NetworkName>();
  for (const { word, offset } of placedWords(raw, BETWEEN_NAMES)) {
    const name = network(word);
    if (name === undefined) {
      const former = FORMER_NAMES[word.toLowerCase()];
      const meant = former === undefined ? nearest(word, LABELS) : NETWORK_LABELS[former];
      return bad({ code: 'POL-E022', found: word, expected: LABELS.join(', '), meant }, start + offset);
    }
    found.add(name);
  }
  return good(Object.freeze(NETWORKS.filter((name) => found.has(name))));
}

const printed = (networks: readonly NetworkName[]): string =>
  joined(
    networks.map((name) => NETWORK_LABELS[name]),
    'e',
  );

/** A single network, as the examples name it. */
export const oneNetwork: ValueKind<NetworkName> = {
  expected: 'il nome di un social',
  read: (raw) => {
    const found = names(raw, 0);
    if (!found.ok) return found;
    const [only, second] = found.value;
    return only === undefined || second !== undefined
      ? bad({ code: 'POL-E022', found: raw, expected: 'un solo social' })
      : good(only);
  },
  print: (value) => NETWORK_LABELS[value],
};

/** Networks by name, or `nessuno`. */
export const networkList: ValueKind<readonly NetworkName[]> = {
  expected: 'nomi di social, oppure `nessuno`',
  read: (raw) => (raw === 'nessuno' ? good(Object.freeze([])) : names(raw, 0)),
  print: (value) => (value.length === 0 ? 'nessuno' : printed(value)),
};

/** Which networks something covers: those listed, or all but those listed. */
export interface NetworkScope {
  readonly except: boolean;
  readonly networks: readonly NetworkName[];
}

export const networkScope: ValueKind<NetworkScope> = {
  expected: 'nomi di social, `tutti` oppure `tutti tranne …`',
  read: (raw) => {
    if (raw === EVERY) return good(Object.freeze({ except: true, networks: Object.freeze([]) }));
    const except = raw.startsWith(EVERY_BUT);
    const listed = except ? names(raw.slice(EVERY_BUT.length), EVERY_BUT.length) : names(raw, 0);
    return listed.ok ? good(Object.freeze({ except, networks: listed.value })) : listed;
  },
  print: ({ except, networks }) => {
    if (!except) return printed(networks);
    return networks.length === 0 ? EVERY : `${EVERY_BUT}${printed(networks)}`;
  },
};

/** An absent scope covers every network. */
export const covers = (scope: NetworkScope | undefined, name: NetworkName): boolean =>
  scope === undefined || scope.networks.includes(name) !== scope.except;
