// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../reading.ts';
import { figuresIn } from './figures.ts';

const PIECES = ['a@b.it ', '1234567890', '0', 's.t.r.o.n.z.o ', '333 1234567 ', 'AB123CD ', 'x@'];
const MEGABYTE = 1_000_000;

const repeated = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** The least of some runs, in milliseconds for each character. */
const costOf = (text: string): number => {
  const reading = read(text);
  const times = Array.from({ length: 3 }, () => {
    const from = performance.now();
    figuresIn(reading);
    return performance.now() - from;
  });
  return Math.min(...times) / text.length;
};

for (const piece of PIECES)
  test(`a megabyte of «${piece}» is read to its end, and a character costs no more than in a short text`, () => {
    figuresIn(read(repeated(piece, MEGABYTE / 50)));
    const short = costOf(repeated(piece, MEGABYTE / 10));
    const long = costOf(repeated(piece, MEGABYTE));
    // What grew with the length would cost ten times as much; below a nanosecond it is noise.
    assert.ok(long < Math.max(short * 5, 1e-6), `${short * 1e6} ns, then ${long * 1e6} ns`);
  });

test('every address of a megabyte of them is found', () => {
  assert.equal(figuresIn(read('a@b.it '.repeat(MEGABYTE / 10))).length, MEGABYTE / 10);
});
