// SPDX-License-Identifier: AGPL-3.0-or-later
import { packWeights, unpackWeights } from '../packed-weights.ts';
import { BUCKETS, PAIRS_UP_TO, PARTS_UP_TO } from './hashes.ts';
import { Occupied } from './occupied.ts';
import { cellOf, newKnownWeights, PAIR_SAYS, type Table } from './table.ts';

/** A range of buckets as JSON keeps it: which say something, a bit each in base64, and what, as `packed-weights.ts` writes it. */
interface StoredRange {
  readonly occupied: string;
  readonly weights: string;
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
  readonly ranges: { readonly parts: StoredRange; readonly pairs: StoredRange; readonly few: StoredRange };
}

/** Of weights by bucket, then by category. */
export function storedRanges(weights: Int8Array, width: number): StoredTable['ranges'] {
  const range = (from: number, to: number): StoredRange =>
    storedRange(weights.subarray(from * width, to * width), width);
  return { parts: range(0, PARTS_UP_TO), pairs: range(PARTS_UP_TO, PAIRS_UP_TO), few: range(PAIRS_UP_TO, BUCKETS) };
}

function storedRange(weights: Int8Array, width: number): StoredRange {
  const bytes = new Uint8Array(Math.ceil(weights.length / width / 8));
  const rows: Int8Array[] = [];
  for (let bucket = 0; bucket * width < weights.length; bucket++) {
    const row = weights.subarray(bucket * width, (bucket + 1) * width);
    if (row.every((weight) => weight === 0)) continue;
    bytes[bucket >> 3] = (bytes[bucket >> 3] ?? 0) | (1 << (bucket & 7));
    rows.push(row);
  }
  const kept = new Int8Array(rows.length * width);
  for (const [place, row] of rows.entries()) kept.set(row, place * width);
  return { occupied: btoa(inText(bytes)), weights: packWeights(kept) };
}

const inText = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

const bytesIn = (base64: string): Uint8Array => {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
};

/** Throws where the weights are not those of so many categories. */
export function opened({ categories, scales, biases, gaps, ranges }: StoredTable): Table {
  const width = categories.length;
  const unpacked = ({ occupied, weights }: StoredRange) => {
    const taken = new Occupied(bytesIn(occupied));
    return { taken, weights: unpackWeights(weights, taken.count * width) };
  };
  const parts = unpacked(ranges.parts);
  const pairs = unpacked(ranges.pairs);
  const few = unpacked(ranges.few);
  return {
    categories,
    parts: { taken: parts.taken, ...listed(parts.weights, width) },
    pairs: { taken: pairs.taken, cells: fewEach(pairs.weights, width) },
    few: spread(few, width),
    scales: Float64Array.from(scales),
    biases: Float64Array.from(biases),
    gaps: Float64Array.from(gaps),
    known: newKnownWeights(width),
  };
}

const listed = (weights: Int8Array, width: number): { readonly from: Int32Array; readonly cells: Int16Array } => {
  const from = new Int32Array(weights.length / width + 1);
  const cells = new Int16Array(weights.reduce((count, weight) => count + (weight === 0 ? 0 : 1), 0));
  let cell = 0;
  for (let at = 0; at < weights.length; at++) {
    if (at % width === 0) from[at / width] = cell;
    const weight = weights[at] ?? 0;
    if (weight !== 0) cells[cell++] = cellOf(weight, at % width);
  }
  from[weights.length / width] = cell;
  return { from, cells };
};

/** Throws where one speaks of more categories than it may. */
const fewEach = (weights: Int8Array, width: number): Int16Array => {
  const cells = new Int16Array((weights.length / width) * PAIR_SAYS);
  let said = 0;
  for (let at = 0; at < weights.length; at++) {
    if (at % width === 0) said = 0;
    const weight = weights[at] ?? 0;
    if (weight === 0) continue;
    if (said === PAIR_SAYS) throw new Error(`a pair of words with more than ${PAIR_SAYS} weights`);
    cells[Math.floor(at / width) * PAIR_SAYS + said++] = cellOf(weight, at % width);
  }
  return cells;
};

const spread = (
  { taken, weights }: { readonly taken: Occupied; readonly weights: Int8Array },
  width: number,
): Int8Array => {
  const all = new Int8Array((BUCKETS - PAIRS_UP_TO) * width);
  for (let bucket = 0; bucket < BUCKETS - PAIRS_UP_TO; bucket++) {
    const row = taken.rowOf(bucket);
    if (row >= 0) all.set(weights.subarray(row * width, (row + 1) * width), bucket * width);
  }
  return all;
};
