// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileWords } from './compile-words.ts';
import COMPILED from './compiled-words.json' with { type: 'json' };
import { packWords } from './pack-words.ts';
import { unpackWords } from './word-tables.ts';

const tables = compileWords();

test('the compiled words are those of the lexicon: after a change, run node scripts/compile-words.ts', () => {
  assert.ok(JSON.stringify(packWords(tables)) === JSON.stringify(COMPILED), 'the lexicon has changed since');
});

test('tables come out of their text as they went in', () => {
  assert.deepEqual(unpackWords(packWords(tables)), tables);
});
