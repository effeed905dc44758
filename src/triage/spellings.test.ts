// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesOf } from './letters.ts';
import { buildSpellings } from './spelling-tree.ts';
import { DEAD, ROOT } from './spellings.ts';

const WORDS = ['di', 'dito', 'dita', 'a', 'm5s'];
const known = buildSpellings(WORDS.map(codesOf));

test('words keep the number of their first coming', () => {
  assert.deepEqual(
    WORDS.map((word) => known.find(codesOf(word))),
    [0, 1, 2, 3, 4],
  );
  assert.equal(buildSpellings([codesOf('a'), codesOf('b'), codesOf('a')]).count, 2);
});

test('beginnings, longer words and nothing at all are unknown', () => {
  for (const word of ['d', 'dit', 'ditone', '', 'x']) assert.equal(known.find(codesOf(word)), -1, word);
});

test('from where no word goes on there is no way back', () => {
  assert.equal(known.step(ROOT, codesOf('z')[0] ?? 0), DEAD);
  for (const code of codesOf('abcdefghijklmnopqrstuvwxyz')) assert.equal(known.step(DEAD, code), DEAD);
});

test('a table that has to grow loses nothing', () => {
  const many = Array.from({ length: 9000 }, (_, number) =>
    codesOf(`parola${number.toString(26).replace(/\d/g, 'z')}${number}`),
  );
  const table = buildSpellings(many);
  assert.equal(table.count, many.length);
  for (const [number, codes] of many.entries()) assert.equal(table.find(codes), number);
});
