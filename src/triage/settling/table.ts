// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy/contract';
import type { Adder } from './adding.ts';
import type { Features } from './features.ts';
import type { Occupied } from './occupied.ts';
import { newParts, partsOf } from './word-parts.ts';

/** What each bucket says for each category, fitted on the corpus for training; each range as it is read fastest. */
export interface Table {
  readonly categories: readonly string[];
  /** Parts of words: where the cells of each begin, and at last where they end. */
  readonly parts: { readonly taken: Occupied; readonly from: Int32Array; readonly cells: Int16Array };
  /** Two words together and all that is few, and what words weigh that keep coming. */
  readonly adder: Adder;
  /** By category: what a unit of weight is worth, and where a text without any stands. From 0 on a proposal may rest on it. */
  readonly scales: Float64Array;
  readonly biases: Float64Array;
  /** By category: how far below 0 it is still worth noticing. */
  readonly gaps: Float64Array;
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
/** How much a text of one feature alone weighs. */
export const GAIN = 3;

const parts = newParts();

/** Where in the adder's rows the weights of a word of the text begin, by category in tenths; found out where they were not kept. */
function rowOf({ adder, parts: { taken, from, cells } }: Table, features: Features, word: number): number {
  if (adder.isWeighed(word)) return adder.rowOf(word);
  features.keepAgain(word);
  const count = partsOf(features.text, [features.starts[word] ?? 0, features.ends[word] ?? 0], parts);
  let squares = 0;
  for (let part = 0; part < count; part++) squares += (parts.values[part] ?? 0) ** 2;
  const begin = adder.begin(word, squares);
  const { rows } = adder;
  for (let part = 0; part < count; part++) {
    const value = parts.values[part] ?? 0;
    const row = taken.rowOf(parts.buckets[part] ?? 0);
    if (row < 0) continue;
    const end = from[row + 1] ?? 0;
    for (let at = from[row] ?? 0; at < end; at++) {
      const cell = cells[at] ?? 0;
      const place = begin + (cell & PLACE);
      rows[place] = (rows[place] ?? 0) + value * (cell >> SHIFT);
    }
  }
  return begin;
}

/** Writes the log-odds of each category of the table into `into`; the features are those in the notes of its adder. */
export function weigh(table: Table, features: Features, into: Float64Array): void {
  const { adder, scales, biases } = table;
  const { squares } = adder.add(features.words, features.count, (word) => rowOf(table, features, word));
  const { totals } = adder;
  // Keeps long texts from shouting; tenths go out against hundredths under the root.
  const share = squares === 0 ? 0 : GAIN / Math.sqrt(squares);
  for (let place = 0; place < into.length; place++)
    into[place] = (biases[place] ?? 0) + (totals[place] ?? 0) * (scales[place] ?? 0) * share;
}

const MOST_NAMED = 4;

/** The words of a text that say most for a category, in their order; the whole text where no single word does. */
export function heaviestWords(table: Table, features: Features, place: number): readonly Span[] {
  const { starts, ends, words } = features;
  const said: { readonly span: Span; readonly weight: number }[] = [];
  for (let word = 0; word < words; word++) {
    const weight = table.adder.rows[rowOf(table, features, word) + place] ?? 0;
    if (weight > 0) said.push({ span: [starts[word] ?? 0, ends[word] ?? 0], weight });
  }
  if (said.length === 0) return [[0, features.text.length]];
  const heaviest = said.sort((one, other) => other.weight - one.weight).slice(0, MOST_NAMED);
  return heaviest.map(({ span }) => span).sort((one, other) => one[0] - other[0]);
}
