// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitByMarks } from './spans.ts';

const shape = (text: string, marks: Parameters<typeof splitByMarks>[1]) =>
  splitByMarks(text, marks).map((segment) => [segment.text, segment.marks, segment.ends]);

test('a text without marks is one segment, an empty text none', () => {
  assert.deepEqual(shape('Buongiorno', []), [['Buongiorno', [], []]]);
  assert.deepEqual(shape('', [{ id: 0, spans: [[0, 4]] }]), []);
});

test('overlapping marks are split and each number is written where its span ends', () => {
  const marks = [
    { id: 0, spans: [[0, 6] as const] },
    { id: 1, spans: [[3, 9] as const] },
  ];
  assert.deepEqual(shape('abcdefghil', marks), [
    ['abc', [0], []],
    ['def', [0, 1], [0]],
    ['ghi', [1], [1]],
    ['l', [], []],
  ]);
});

test('a mark inside another keeps the outer one on both sides', () => {
  const marks = [
    { id: 2, spans: [[0, 9] as const] },
    { id: 1, spans: [[3, 6] as const] },
  ];
  assert.deepEqual(shape('abcdefghi', marks), [
    ['abc', [2], []],
    ['def', [1, 2], [1]],
    ['ghi', [2], [2]],
  ]);
});

test('offsets are UTF-16 units: an emoji before the span does not shift it', () => {
  const text = '😡 che incapaci';
  const start = text.indexOf('incapaci');
  assert.deepEqual(shape(text, [{ id: 0, spans: [[start, text.length]] }]), [
    ['😡 che ', [], []],
    ['incapaci', [0], [0]],
  ]);
});

test('an offset in the middle of an emoji takes the whole emoji', () => {
  assert.deepEqual(shape('a😡b', [{ id: 0, spans: [[2, 3]] }]), [
    ['a', [], []],
    ['😡', [0], [0]],
    ['b', [], []],
  ]);
});

test('offsets beyond the text and empty spans are harmless, and nothing is lost', () => {
  const marks = [{ id: 0, spans: [[-3, 2] as const, [4, 4] as const, [3, 99] as const] }];
  const segments = splitByMarks('abcde', marks);
  assert.equal(segments.map((segment) => segment.text).join(''), 'abcde');
  assert.deepEqual(
    segments.map((segment) => segment.marks.length),
    [1, 0, 1],
  );
});
