// SPDX-License-Identifier: AGPL-3.0-or-later
import { unpackWeights } from '../packed-weights.ts';
import { BUCKETS, type Features } from './features.ts';

/** What each bucket says for each category, fitted on the corpus for training. Most buckets speak of few. */
export interface Table {
  readonly categories: readonly string[];
  /** Where the weights of each bucket begin, and at last where they end. */
  readonly from: Int32Array;
  readonly places: Uint8Array;
  readonly weights: Int8Array;
  /** By category: what a unit of weight is worth, and where a text without any stands. From 0 on a category is shown. */
  readonly scales: Float64Array;
  readonly biases: Float64Array;
}

/** A table as JSON keeps it. */
export interface StoredTable {
  /** Digest of the texts it was fitted on. */
  readonly material: string;
  readonly categories: readonly string[];
  readonly scales: readonly number[];
  readonly biases: readonly number[];
  /** Kinds of words that make a category thinkable where no rule speaks, by category. */
  readonly grounds: Readonly<Record<string, readonly string[]>>;
  /** As `packed-weights.ts` writes them. */
  readonly weights: string;
}

/** Categories that sort the queue, and on which no measure rests. */
export const ONLY_SORTS: readonly string[] = ['criticism', 'question', 'complaint', 'thanks', 'nothing-to-do'];

/** How much a text of one feature alone weighs. */
export const GAIN = 3;

/** Writes the log-odds of each category of the table into `into`. */
export function weigh({ from, places, weights, scales, biases }: Table, features: Features, into: Float64Array): void {
  const { buckets, values, count } = features;
  into.fill(0);
  for (let at = 0; at < count; at++) {
    const bucket = buckets[at] ?? 0;
    const value = values[at] ?? 0;
    const end = from[bucket + 1] ?? 0;
    for (let cell = from[bucket] ?? 0; cell < end; cell++) {
      const place = places[cell] ?? 0;
      into[place] = (into[place] ?? 0) + value * (weights[cell] ?? 0);
    }
  }
  const share = GAIN * features.norm;
  for (let place = 0; place < into.length; place++)
    into[place] = (biases[place] ?? 0) + (into[place] ?? 0) * (scales[place] ?? 0) * share;
}

/** Throws where the weights are not those of so many categories. */
export function opened({ categories, scales, biases, weights }: StoredTable): Table {
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
  };
}
