// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../reading.ts';
import { figuresIn } from './figures.ts';

const PIECES = ['a@b.it ', '1234567890', '0', 's.t.r.o.n.z.o ', '333 1234567 ', 'AB123CD ', 'x@'];
const MEGABYTE = 1_000_000;

const repeated = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

for (const piece of PIECES)
  test(`a megabyte of «${piece}» is read to its end`, () => {
    const found = figuresIn(read(repeated(piece, MEGABYTE)));
    const few = figuresIn(read(repeated(piece, MEGABYTE / 10)));
    assert.ok(found.length >= few.length, `${few.length}, then ${found.length}`);
  });

test('every address of a megabyte of them is found', () => {
  assert.equal(figuresIn(read('a@b.it '.repeat(MEGABYTE / 10))).length, MEGABYTE / 10);
});
