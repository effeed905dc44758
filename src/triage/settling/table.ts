// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { unpackWeights } from '../packed-weights.ts';
import { BUCKETS, type Features, newParts, partsOf } from './features.ts';

/** What each bucket says for each category, fitted on the corpus for training. Most buckets speak of few. */
export interface Table {
  readonly categories: readonly string[];
  /** Where the weights of each bucket begin, and at last where they end. */
  readonly from: Int32Array;
  readonly places: Uint8Array;
  readonly weights: Int8Array;
  /** By category: what a unit of weight is worth, and where a text without any stands. From 0 on a proposal may rest on it. */
  readonly scales: Float64Array;
  readonly biases: Float64Array;
  /** By category: how far below 0 it is still worth noticing. */
  readonly gaps: Float64Array;
  readonly known: KnownWeights;
}

/** A table as JSON keeps it. */
export interface StoredTable {
  /** Digest of the texts it was fitted on. */
  readonly material: string;
  readonly categories: readonly string[];
  readonly scales: readonly number[];
  readonly biases: readonly number[];
  readonly gaps: readonly number[];
  /** Kinds of words that make a category thinkable where no rule speaks, by category. */
  readonly grounds: Readonly<Record<string, readonly string[]>>;
  /** As `packed-weights.ts` writes them. */
  readonly weights: string;
}

/** Categories that sort the queue, and on which no measure rests. */
export const ONLY_SORTS: readonly string[] = ['criticism', 'question', 'complaint', 'thanks', 'nothing-to-do'];

/** How much a text of one feature alone weighs. */
export const GAIN = 3;

/** A power of two; a word that falls where another stood takes its place. */
const WORDS_KEPT = 1 << 14;

/** What words weigh, found out once for words that keep coming. */
interface KnownWeights {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly isKept: Uint8Array;
  /** A stretch of each word: its weight for each category, then the sum of its squared values. */
  readonly sums: Float32Array;
}

const parts = newParts();

/** Where in `known.sums` the weights of a word of the text begin. */
export function wordAt(table: Table, text: string, { first, second, starts, ends }: Features, word: number): number {
  const { known, categories, from, places, weights } = table;
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
  for (let at = 0; at < count; at++) {
    const bucket = parts.buckets[at] ?? 0;
    const value = parts.values[at] ?? 0;
    const end = from[bucket + 1] ?? 0;
    for (let cell = from[bucket] ?? 0; cell < end; cell++)
      known.sums[begin + (places[cell] ?? 0)] =
        (known.sums[begin + (places[cell] ?? 0)] ?? 0) + value * (weights[cell] ?? 0);
    known.sums[begin + categories.length] = (known.sums[begin + categories.length] ?? 0) + value * value;
  }
  return begin;
}

/** Writes the log-odds of each category of the table into `into`. */
export function weigh(table: Table, text: string, features: Features, into: Float64Array): void {
  const { from, places, weights, scales, biases, known } = table;
  const { buckets, values, count, words } = features;
  const { sums } = known;
  const width = into.length;
  into.fill(0);
  let squares = 0;
  for (let word = 0; word < words; word++) {
    const begin = wordAt(table, text, features, word);
    for (let place = 0; place < width; place++) into[place] = (into[place] ?? 0) + (sums[begin + place] ?? 0);
    squares += sums[begin + width] ?? 0;
  }
  for (let at = 0; at < count; at++) {
    const bucket = buckets[at] ?? 0;
    const value = values[at] ?? 0;
    squares += value * value;
    const end = from[bucket + 1] ?? 0;
    for (let cell = from[bucket] ?? 0; cell < end; cell++) {
      const place = places[cell] ?? 0;
      into[place] = (into[place] ?? 0) + value * (weights[cell] ?? 0);
    }
  }
  // Keeps long texts from shouting.
  const share = squares === 0 ? GAIN : GAIN / Math.sqrt(squares);
  for (let place = 0; place < width; place++)
    into[place] = (biases[place] ?? 0) + (into[place] ?? 0) * (scales[place] ?? 0) * share;
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

/** Throws where the weights are not those of so many categories. */
export function opened({ categories, scales, biases, gaps, weights }: StoredTable): Table {
  const width = categories.length;
  const all = unpackWeights(weights, BUCKETS * width);
  const filled = all.reduce((count, weight) => count + (weight === 0 ? 0 : 1), 0);
  const from = new Int32Array(BUCKETS + 1);
  const places = new Uint8Array(filled);
  const kept = new Int8Array(filled);
  let cell = 0;
  for (let at = 0; at < all.length; at++) {
    const weight = all[at] ?? 0;
    if (at % width === 0) from[at / width] = cell;
    if (weight === 0) continue;
    places[cell] = at % width;
    kept[cell++] = weight;
  }
  from[BUCKETS] = cell;
  return {
    categories,
    from,
    places,
    weights: kept,
    scales: Float64Array.from(scales),
    biases: Float64Array.from(biases),
    gaps: Float64Array.from(gaps),
    known: {
      first: new Int32Array(WORDS_KEPT),
      second: new Int32Array(WORDS_KEPT),
      isKept: new Uint8Array(WORDS_KEPT),
      sums: new Float32Array(WORDS_KEPT * (width + 1)),
    },
  };
}
