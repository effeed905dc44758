// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FEW_ROW, MOST_CATEGORIES, PAIR_SAYS } from './adding.ts';
import { BUCKETS, PAIRS_UP_TO, PARTS_UP_TO } from './hashes.ts';
import { opened, storedRanges } from './stored-table.ts';

const CATEGORIES = ['one', 'two', 'three', 'four', 'five'];
const WIDTH = CATEGORIES.length;

/** A table of weights by bucket: of each its categories in order. */
const table = (rows: ReadonlyMap<number, readonly number[]>) => {
  const weights = new Int8Array(BUCKETS * WIDTH);
  for (const [bucket, row] of rows) weights.set(row, bucket * WIDTH);
  const each = CATEGORIES.map(() => 1);
  const stored = { material: '', categories: CATEGORIES, scales: each, biases: each, gaps: each, grounds: {} };
  return opened({ ...stored, ranges: storedRanges(weights, WIDTH) });
};

test('what is stored is opened as it was, range by range', () => {
  const last = [BUCKETS - 1 - PAIRS_UP_TO, BUCKETS - 1] as const;
  const { parts, adder } = table(
    new Map([
      [0, [1, 0, 0, 0, -127]],
      [PARTS_UP_TO - 1, [0, 3, 0, 0, 0]],
      [PARTS_UP_TO + 5, [0, 0, 9, 0, -9]],
      [last[1], [5, 4, 3, 2, 1]],
    ]),
  );
  assert.deepEqual([parts.taken.rowOf(0), parts.taken.rowOf(1), parts.taken.rowOf(PARTS_UP_TO - 1)], [0, -1, 1]);
  assert.deepEqual([...parts.from], [0, 2, 3]);
  assert.deepEqual(
    [...parts.cells].map((cell) => [cell >> 6, cell & 63]),
    [
      [1, 0],
      [-127, 4],
      [3, 1],
    ],
  );
  assert.deepEqual([...adder.marks.subarray(0, 4)], [1 << 5, 0, 0, 1]);
  assert.deepEqual(
    [...adder.cells].map((cell) => [cell >> 6, cell & 63]),
    [
      [9, 2],
      [-9, 4],
      [0, 0],
      [0, 0],
    ],
  );
  assert.deepEqual([...adder.few.subarray(last[0] * FEW_ROW).subarray(0, WIDTH)], [5, 4, 3, 2, 1]);
});

test('more categories than are added up side by side are refused', () => {
  const categories = Array.from({ length: MOST_CATEGORIES + 1 }, (_, place) => `category ${place}`);
  const each = categories.map(() => 1);
  const ranges = storedRanges(new Int8Array(BUCKETS * categories.length), categories.length);
  const stored = { material: '', categories, scales: each, biases: each, gaps: each, grounds: {}, ranges };
  assert.throws(() => opened(stored), /24 categories; 23/);
});

test('two words together that speak of more categories than are read are refused', () => {
  assert.equal(PAIR_SAYS, 4);
  assert.throws(() => table(new Map([[PARTS_UP_TO, [1, 1, 1, 1, 1]]])), /more than 4 weights/);
});
