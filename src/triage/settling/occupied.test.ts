// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Occupied } from './occupied.ts';

test('of each bucket it knows whether it is taken, and how many are before it', () => {
  const taken = new Set([0, 7, 8, 31, 32, 33, 63, 64, 95, 99]);
  const bytes = new Uint8Array(13);
  for (const bucket of taken) bytes[bucket >> 3] = (bytes[bucket >> 3] ?? 0) | (1 << (bucket & 7));
  const occupied = new Occupied(bytes);
  assert.equal(occupied.count, taken.size);
  let row = 0;
  for (let bucket = 0; bucket < 104; bucket++)
    assert.equal(occupied.rowOf(bucket), taken.has(bucket) ? row++ : -1, `bucket ${bucket}`);
});
