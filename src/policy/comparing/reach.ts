// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import { ITEM_KINDS, type ItemKind, NETWORKS, type NetworkName } from '../facts.ts';
import { KIND_LABELS } from '../values/kinds.ts';
import { NETWORK_LABELS } from '../values/networks.ts';
import { joined } from '../values/words.ts';

/** A network and a kind of item there: what a policy says of something, it says cell by cell. */
export interface Cell {
  readonly network: NetworkName;
  readonly kind: ItemKind;
}

/** Where somebody may write: the networks that either version presents, else all. */
export function cellsOf(policies: readonly CompiledPolicy[]): readonly Cell[] {
  const presented = NETWORKS.filter((name) => policies.some(({ channels }) => channels.has(name)));
  const networks = presented.length === 0 ? NETWORKS : presented;
  return networks.flatMap((network) => ITEM_KINDS.map((kind) => ({ network, kind })));
}

const IN_KIND: Readonly<Record<ItemKind, string>> = {
  comment: `nei ${KIND_LABELS.comment[1]}`,
  'visitor-post': `nei ${KIND_LABELS['visitor-post'][1]}`,
  mention: `nelle ${KIND_LABELS.mention[1]}`,
  message: `nei ${KIND_LABELS.message[1]}`,
  reply: `nelle ${KIND_LABELS.reply[1]}`,
};

export const onNetworks = (networks: readonly NetworkName[]): string =>
  `su ${joined(
    networks.map((name) => (name === 'other' ? 'altri canali' : NETWORK_LABELS[name])),
    'e',
  )}`;

/**
 * Some cells in words, as few as they can be put in: «nei messaggi diretti su Facebook e X». An empty text means all of
 * `universe`, which needs no saying.
 */
export function placesIn(cells: readonly Cell[], universe: readonly Cell[]): readonly string[] {
  const all = (pick: 'network' | 'kind') => new Set(universe.map((cell) => cell[pick]));
  const byNetwork = Map.groupBy(cells, ({ network }) => network);
  const byKinds = Map.groupBy(byNetwork, ([, mine]) => mine.map(({ kind }) => kind).join(' '));
  return [...byKinds.values()].map((groups) => {
    const networks = groups.map(([network]) => network);
    const kinds = (groups[0]?.[1] ?? []).map(({ kind }) => kind);
    const which =
      kinds.length === all('kind').size
        ? []
        : [
            joined(
              kinds.map((kind) => IN_KIND[kind]),
              'e',
            ),
          ];
    const where = networks.length === all('network').size ? [] : [onNetworks(networks)];
    return [...which, ...where].join(' ');
  });
}
