// SPDX-License-Identifier: AGPL-3.0-or-later
import { channelBlock } from '../../blocks/channel.ts';
import type { CompiledPolicy, Said } from '../../compiled.ts';
import { NETWORKS, type NetworkName } from '../../facts.ts';
import { isMissing, MISSING_WORDS } from '../../missing.ts';
import { NETWORK_LABELS } from '../../values/networks.ts';
import type { ValueKind } from '../../values/value.ts';
import { joined } from '../../values/words.ts';
import { capitalised, formerly } from '../phrases.ts';
import { onNetworks } from '../reach.ts';
import { meaning, type Reader, type Sides } from '../side.ts';

/** What a value of a channel's card comes to; `where` is «su Facebook e X». A value that is not here is told as written. */
const SENTENCES: Readonly<Record<string, Readonly<Record<string, (where: string) => string>>>> = {
  state: {
    active: (where) => `si modera anche ${where}: il canale è attivo`,
    planned: (where) => `il canale ${where} è ancora da attivare`,
    suspended: (where) => `l’attività ${where} è sospesa`,
    closed: (where) => `l’attività ${where} è chiusa`,
  },
  comments: {
    open: (where) => `i commenti ${where} si aprono`,
    'closed-until-act': (where) => `i commenti ${where} si chiudono fino a un nuovo atto`,
    disabled: (where) => `i commenti ${where} si disattivano`,
  },
  moderation: {
    before: (where) => `${where} i commenti si guardano prima che appaiano`,
    after: (where) => `${where} i commenti si guardano dopo che sono apparsi`,
  },
  visitorPosts: {
    before: (where) => `${where} i post dei visitatori si guardano prima che appaiano`,
    after: (where) => `${where} i post dei visitatori si guardano dopo che sono apparsi`,
    'not-allowed': (where) => `${where} i visitatori non possono più scrivere post`,
  },
  messages: {
    used: (where) => `si usano i messaggi diretti ${where}`,
    'not-for-replies': (where) => `ai messaggi diretti ${where} non si risponde più in privato`,
    'not-possible': (where) => `i messaggi diretti ${where} non sono più possibili`,
  },
  sharing: {
    allowed: (where) => `${where} si può condividere`,
    'not-allowed': (where) => `${where} non si può più condividere`,
  },
  autoPublishing: {
    allowed: (where) => `${where} la pubblicazione automatica è consentita`,
    forbidden: (where) => `${where} la pubblicazione automatica è vietata`,
  },
};

interface Change {
  readonly network: NetworkName;
  readonly words: (where: string) => string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const clauseOf = (said: Said<unknown> | undefined): readonly string[] => (said === undefined ? [] : [said.clause.id]);

function propertyChange(field: string, network: NetworkName, { before, after }: Sides): readonly Change[] {
  const key = (channelBlock.keys as Readonly<Record<string, { name: string; value: ValueKind<unknown> }>>)[field];
  const [was, is] = [before, after].map((policy) => policy.channels.get(network)?.[field]);
  if (key === undefined) return [];
  const [left, right] = [was, is].map((said) => (said === undefined ? undefined : key.value.print(said.what)));
  if (left === right) return [];
  const sentence = typeof is?.what === 'string' ? SENTENCES[field]?.[is.what] : undefined;
  const told = (where: string): string => {
    if (sentence !== undefined) return `${sentence(where)}${formerly(left)}`;
    if (is === undefined) return `${where}, la policy non dice più: ${key.name}${formerly(left)}`;
    if (isMissing(is.what)) return `${where}, ${key.name}: ${MISSING_WORDS}${formerly(left)}`;
    return `${where}, ${key.name}: ${right}${formerly(left)}`;
  };
  return [{ network, words: told, before: clauseOf(was), after: clauseOf(is) }];
}

const cardClauses = (policy: CompiledPolicy, network: NetworkName): readonly string[] => [
  ...new Set(Object.values(policy.channels.get(network) ?? {}).flatMap(clauseOf)),
];

/** Networks that only one of the versions presents. */
function comingsAndGoings(sides: Sides) {
  const only = (one: CompiledPolicy, other: CompiledPolicy) =>
    NETWORKS.filter((name) => one.channels.has(name) && !other.channels.has(name));
  const sentence = (networks: readonly NetworkName[], policy: CompiledPolicy, said: (names: string) => string) => {
    if (networks.length === 0) return [];
    const clauses = networks.flatMap((network) => cardClauses(policy, network));
    const names = joined(
      networks.map((name) => NETWORK_LABELS[name]),
      'e',
    );
    const sideOf = policy === sides.after ? { before: [], after: clauses } : { before: clauses, after: [] };
    return [meaning(sides, said(names), sideOf)];
  };
  return [
    ...sentence(only(sides.after, sides.before), sides.after, (names) => `La policy parla ora anche di ${names}.`),
    ...sentence(only(sides.before, sides.after), sides.before, (names) => `La policy non parla più di ${names}.`),
  ];
}

/** Which networks there are, and what may be done on each. */
export const channels: Reader = (sides) => {
  const both = NETWORKS.filter((name) => sides.before.channels.has(name) && sides.after.channels.has(name));
  const changes = Object.keys(channelBlock.keys).flatMap((field) =>
    both.flatMap((network) => propertyChange(field, network, sides)),
  );
  // Networks of which the same is said share a sentence: what is said of no place in particular tells which they are.
  const alike = Map.groupBy(changes, ({ words }) => words('…'));
  return [
    ...comingsAndGoings(sides),
    ...[...alike.values()].map((group) => {
      const networks = group.map(({ network }) => network);
      const text = group[0]?.words(onNetworks(networks)) ?? '';
      return meaning(sides, `${capitalised(text)}.`, {
        before: group.flatMap((each) => each.before),
        after: group.flatMap((each) => each.after),
      });
    }),
  ];
};
