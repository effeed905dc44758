// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy/contract';
import { type Features, WORDS_KEPT } from './features.ts';
import { PAIRS_UP_TO, PARTS_UP_TO } from './hashes.ts';
import type { Occupied } from './occupied.ts';
import { newParts, partsOf } from './word-parts.ts';

/** What each bucket says for each category, fitted on the corpus for training; each range as it is read fastest. */
export interface Table {
  readonly categories: readonly string[];
  /** Parts of words: where the cells of each begin, and at last where they end. */
  readonly parts: { readonly taken: Occupied; readonly from: Int32Array; readonly cells: Int16Array };
  /** Two words together: the few heaviest cells of each, a zero after the last. */
  readonly pairs: { readonly taken: Occupied; readonly cells: Int16Array };
  /** All that is few: a weight for each category. */
  readonly few: Int8Array;
  /** By category: what a unit of weight is worth, and where a text without any stands. From 0 on a proposal may rest on it. */
  readonly scales: Float64Array;
  readonly biases: Float64Array;
  /** By category: how far below 0 it is still worth noticing. */
  readonly gaps: Float64Array;
  readonly known: KnownWeights;
}

/** Categories that sort the queue, and on which no measure rests. */
export const ONLY_SORTS: readonly string[] = ['criticism', 'question', 'complaint', 'thanks', 'nothing-to-do'];

/** More than there are categories, a power of two. */
const PLACES = 64;
const PLACE = PLACES - 1;
const SHIFT = Math.log2(PLACES);
/** A weight and its category, side by side. */
export const cellOf = (weight: number, place: number): number => weight * PLACES + place;
export const told = (cell: number) => ({ weight: cell >> SHIFT, place: cell & PLACE });
/** How many categories two words together may speak of: few texts have both, and one look into memory takes in so many. */
export const PAIR_SAYS = 4;

/** How much a text of one feature alone weighs. */
export const GAIN = 3;

/** What words weigh, found out once for words that keep coming. */
interface KnownWeights {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly isKept: Uint8Array;
  /** A stretch of each word: its weight for each category in tenths, then the sum of its squared values in hundredths. */
  readonly sums: Int16Array;
}

export const newKnownWeights = (width: number): KnownWeights => ({
  first: new Int32Array(WORDS_KEPT),
  second: new Int32Array(WORDS_KEPT),
  isKept: new Uint8Array(WORDS_KEPT),
  sums: new Int16Array(WORDS_KEPT * (width + 1)),
});

const parts = newParts();
const added = new Int32Array(PLACES);

/** Where in `known.sums` the weights of a word of the text begin. */
export function wordAt(table: Table, text: string, { first, second, starts, ends }: Features, word: number): number {
  const { known, categories } = table;
  const { taken, from, cells } = table.parts;
  const one = first[word] ?? 0;
  const other = second[word] ?? 0;
  const slot = one & (WORDS_KEPT - 1);
  const begin = slot * (categories.length + 1);
  if (known.isKept[slot] === 1 && known.first[slot] === one && known.second[slot] === other) return begin;
  known.isKept[slot] = 1;
  known.first[slot] = one;
  known.second[slot] = other;
  known.sums.fill(0, begin, begin + categories.length + 1);
  const count = partsOf(text, [starts[word] ?? 0, ends[word] ?? 0], parts);
  let squares = 0;
  for (let part = 0; part < count; part++) {
    const value = parts.values[part] ?? 0;
    squares += value * value;
    const row = taken.rowOf(parts.buckets[part] ?? 0);
    if (row < 0) continue;
    const end = from[row + 1] ?? 0;
    for (let at = from[row] ?? 0; at < end; at++) {
      const cell = cells[at] ?? 0;
      const place = begin + (cell & PLACE);
      known.sums[place] = (known.sums[place] ?? 0) + value * (cell >> SHIFT);
    }
  }
  known.sums[begin + categories.length] = squares;
  return begin;
}

/** Writes the log-odds of each category of the table into `into`. */
export function weigh(table: Table, text: string, features: Features, into: Float64Array): void {
  const { pairs, few, scales, biases, known } = table;
  const { buckets, values, count, words } = features;
  const { sums } = known;
  const width = into.length;
  added.fill(0);
  let squares = 0;
  for (let word = 0; word < words; word++) {
    const begin = wordAt(table, text, features, word);
    for (let place = 0; place < width; place++) added[place] = (added[place] ?? 0) + (sums[begin + place] ?? 0);
    squares += sums[begin + width] ?? 0;
  }
  for (let feature = 0; feature < count; feature++) {
    const bucket = buckets[feature] ?? 0;
    const value = values[feature] ?? 0;
    squares += value * value;
    if (bucket < PAIRS_UP_TO) {
      const row = pairs.taken.rowOf(bucket - PARTS_UP_TO);
      if (row < 0) continue;
      for (let at = row * PAIR_SAYS; at < (row + 1) * PAIR_SAYS; at++) {
        const cell = pairs.cells[at] ?? 0;
        if (cell === 0) break;
        added[cell & PLACE] = (added[cell & PLACE] ?? 0) + value * (cell >> SHIFT);
      }
    } else {
      const begin = (bucket - PAIRS_UP_TO) * width;
      for (let place = 0; place < width; place++)
        added[place] = (added[place] ?? 0) + value * (few[begin + place] ?? 0);
    }
  }
  // Keeps long texts from shouting; tenths go out against hundredths under the root.
  const share = squares === 0 ? 0 : GAIN / Math.sqrt(squares);
  for (let place = 0; place < width; place++)
    into[place] = (biases[place] ?? 0) + (added[place] ?? 0) * (scales[place] ?? 0) * share;
}

const MOST_NAMED = 4;

/** The words of a text that say most for a category, in their order; the whole text where no single word does. */
export function heaviestWords(table: Table, text: string, features: Features, place: number): readonly Span[] {
  const { starts, ends, words } = features;
  const said: { readonly span: Span; readonly weight: number }[] = [];
  for (let word = 0; word < words; word++) {
    const weight = table.known.sums[wordAt(table, text, features, word) + place] ?? 0;
    if (weight > 0) said.push({ span: [starts[word] ?? 0, ends[word] ?? 0], weight });
  }
  if (said.length === 0) return [[0, text.length]];
  const heaviest = said.sort((one, other) => other.weight - one.weight).slice(0, MOST_NAMED);
  return heaviest.map(({ span }) => span).sort((one, other) => one[0] - other[0]);
}
