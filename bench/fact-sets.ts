// SPDX-License-Identifier: AGPL-3.0-or-later
import { ITEM_KINDS, type ItemFacts, type NetworkName, type Signal } from '#policy';
import { EQUAL_RULES, type FactSet } from './equal-rules.ts';

const CHANNELS: readonly NetworkName[] = ['facebook', 'instagram', 'x', 'linkedin'];
const CATEGORIES: readonly string[] = [...new Set(EQUAL_RULES.flatMap(({ anyOf }) => anyOf))];
const MOST_NOTICED = 4;
const FROM = Date.UTC(2026, 0, 1);
const YEAR_MS = 365 * 86_400_000;

/** The same sequence at every run, from 0 to 1. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Items of all kinds in which little was noticed, as it usually is, or every category at once. */
export function factSets(count: number, noticing: 'a few' | 'everything'): readonly FactSet[] {
  const draw = draws(24);
  const below = (limit: number): number => Math.floor(draw() * limit);
  const noticed = (): readonly string[] =>
    noticing === 'everything'
      ? CATEGORIES
      : Array.from({ length: below(MOST_NOTICED + 1) }, () => CATEGORIES[below(CATEGORIES.length)] ?? '');
  return Array.from({ length: count }, () => ({
    channel: CHANNELS[below(CHANNELS.length)] ?? 'facebook',
    kind: ITEM_KINDS[below(ITEM_KINDS.length)] ?? 'comment',
    noticed: new Map(noticed().map((slug) => [slug, below(101)])),
  }));
}

/** The facts as Portavoce takes them, each item at its own time of a year. */
export function itemsOf(
  sets: readonly FactSet[],
): readonly { readonly item: ItemFacts; readonly signals: readonly Signal[] }[] {
  return sets.map(({ channel, kind, noticed }, index) => ({
    item: { channel, kind, text: 'testo', at: new Date(FROM + Math.floor((index / sets.length) * YEAR_MS)) },
    signals: [...noticed].map(([category, strength]) => ({
      category,
      strength: strength / 100,
      spans: [],
      source: 'bench',
      reason: 'Notato per misurare.',
    })),
  }));
}
