// SPDX-License-Identifier: AGPL-3.0-or-later
import { Adder, FEW_ROW, MOST_CATEGORIES, PAIR_SAYS } from './adding.ts';
import { BUCKETS, PAIRS_UP_TO, PARTS_UP_TO } from './hashes.ts';
import { Occupied } from './occupied.ts';
import { cellOf, type Table, told } from './table.ts';

/**
 * A range of buckets as JSON keeps it, bytes in base64: which buckets say something, a bit each; and of each of these how many cells
 * it has, then the cells, two bytes each, the lower first.
 */
interface StoredRange {
  readonly occupied: string;
  readonly cells: string;
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
  const occupied = new Uint8Array(Math.ceil(weights.length / width / 8));
  const rows: number[] = [];
  for (let bucket = 0; bucket * width < weights.length; bucket++) {
    const row = weights.subarray(bucket * width, (bucket + 1) * width);
    const places = [...row.keys()].filter((place) => row[place] !== 0);
    if (places.length === 0) continue;
    occupied[bucket >> 3] = (occupied[bucket >> 3] ?? 0) | (1 << (bucket & 7));
    rows.push(places.length);
    for (const place of places) {
      const cell = cellOf(row[place] ?? 0, place);
      rows.push(cell & 255, (cell >> 8) & 255);
    }
  }
  return { occupied: toBase64(occupied), cells: toBase64(Uint8Array.from(rows)) };
}

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

const fromBase64 = (base64: string): Uint8Array => {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
};

/** Rows of cells: where each begins, and at last where they end. */
interface Rows {
  readonly taken: Occupied;
  readonly from: Int32Array;
  readonly cells: Int16Array;
}

/** Throws where there are not as many rows as buckets that are taken. */
function rowsOf({ occupied, cells: stored }: StoredRange): Rows {
  const taken = new Occupied(fromBase64(occupied));
  const bytes = fromBase64(stored);
  const from = new Int32Array(taken.count + 1);
  const cells = new Int16Array((bytes.length - taken.count) / 2);
  let at = 0;
  let cell = 0;
  for (let row = 0; row < taken.count; row++) {
    from[row] = cell;
    for (let left = bytes[at++] ?? 0; left > 0; left--, at += 2)
      cells[cell++] = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  }
  from[taken.count] = cell;
  if (at !== bytes.length || cell !== cells.length)
    throw new Error(`${taken.count} rows of ${cells.length} cells that do not end where they should`);
  return { taken, from, cells };
}

/** Throws where the table is not whole. */
export function opened({ categories, scales, biases, gaps, ranges }: StoredTable): Table {
  if (categories.length > MOST_CATEGORIES)
    throw new Error(`${categories.length} categories; ${MOST_CATEGORIES} are added up side by side`);
  const pairs = rowsOf(ranges.pairs);
  const adder = new Adder(pairs.taken.count);
  pairs.taken.copyTo(adder.marks);
  fewEach(pairs, adder.cells);
  spread(rowsOf(ranges.few), adder.few);
  return {
    categories,
    adder,
    parts: rowsOf(ranges.parts),
    scales: Float64Array.from(scales),
    biases: Float64Array.from(biases),
    gaps: Float64Array.from(gaps),
  };
}

/** Every row as long as the longest may be. Throws where one is longer. */
function fewEach({ taken, from, cells }: Rows, padded: Int16Array): void {
  for (let row = 0; row < taken.count; row++) {
    const begin = from[row] ?? 0;
    const end = from[row + 1] ?? 0;
    if (end - begin > PAIR_SAYS) throw new Error(`a pair of words with more than ${PAIR_SAYS} weights`);
    for (let at = begin; at < end; at++) padded[row * PAIR_SAYS + at - begin] = cells[at] ?? 0;
  }
}

/** A weight for every category of every bucket. */
function spread({ taken, from, cells }: Rows, all: Int8Array): void {
  for (let bucket = 0; bucket < BUCKETS - PAIRS_UP_TO; bucket++) {
    const row = taken.rowOf(bucket);
    if (row < 0) continue;
    for (let at = from[row] ?? 0; at < (from[row + 1] ?? 0); at++) {
      const { weight, place } = told(cells[at] ?? 0);
      all[bucket * FEW_ROW + place] = weight;
    }
  }
}
