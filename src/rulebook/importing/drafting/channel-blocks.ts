// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName } from '#policy';
import type { FoundChannel } from '../meaning/channels.ts';
import { networkOfTitles } from '../meaning/channels.ts';
import { type Meaning, titlesAbove } from '../meaning/understand.ts';
import { addressWords, type BlockText, block, entry, networkWords, oneText } from './block-text.ts';

/** The networks that a clause speaks of, in its words or in the nearest title that names one. */
export function networksOf({ channels, unit }: Meaning): readonly NetworkName[] {
  const named = [...new Set(channels.flatMap(({ network }) => (network === 'other' ? [] : [network])))];
  if (named.length > 0) return named;
  const titled = networkOfTitles(titlesAbove(unit));
  return titled === undefined ? [] : [titled];
}

const handleOf = ({ handle, address }: FoundChannel): readonly string[] => [
  ...entry('nome', handle?.replace(/^@/, '')),
  ...(address === undefined ? [] : entry('indirizzo', addressWords(address))),
];

/** What is said of how the networks work, but for the accounts' own names. */
function regimeLines({ regime }: Meaning): readonly string[] {
  const replicated = regime.replicatedFrom;
  return [
    ...entry('commenti', regime.comments),
    ...entry('condivisioni', regime.sharing),
    ...entry('moderazione', regime.moderation),
    ...entry('post di visitatori', regime.visitorPosts),
    ...entry('messaggi diretti', regime.messages),
    ...entry('replica da', replicated === undefined ? undefined : networkWords(replicated)),
    ...entry('pubblicazione automatica', regime.autoPublishing),
    ...entry('embed', regime.embedding),
    ...entry('gestito da', regime.managedBy === undefined ? undefined : oneText(regime.managedBy)),
  ];
}

/** Blocks that present networks and say how they work. A network is repeated only for what is new of it. */
export function channelBlocks(meaning: Meaning): readonly BlockText[] {
  if (meaning.unit.section.audience === 'internal') return [];
  const { channels, regime } = meaning;
  const sources = new Set(regime.replicatedFrom ?? []);
  const titled = networkOfTitles(titlesAbove(meaning.unit));
  const all = networksOf(meaning);
  const targets = sources.size === 0 ? all : all.filter((name) => !sources.has(name));
  const concerned = targets.length > 0 ? targets : titled === undefined ? [] : [titled];
  const lines = regimeLines(meaning);
  const accounts = channels.filter(
    ({ network, handle, address }) => network !== 'other' && (handle ?? address) !== undefined,
  );
  // A network has one name and one address on its card; further accounts stay in the prose.
  const first = accounts.filter(
    ({ network }, index) => accounts.findIndex((each) => each.network === network) === index,
  );
  const blocks = first.map((account) =>
    block('canale', entry('rete', networkWords([account.network])), handleOf(account)),
  );
  if (lines.length > 0)
    blocks.push(
      block('canale', concerned.length > 0 ? entry('rete', networkWords(concerned)) : ['rete: tutti'], lines),
    );
  const told = new Set(first.map(({ network }) => network));
  const rest = all.filter((name) => !told.has(name));
  if (rest.length > 0 && lines.length === 0) blocks.push(block('canale', entry('rete', networkWords(rest))));
  return blocks;
}
