// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesIn, isCode, newCode, newWord } from './code.ts';

test('codes are drawn anew, and each is found again however it is copied', () => {
  const codes = new Set(Array.from({ length: 500 }, newCode));
  assert.equal(codes.size, 500);
  for (const code of codes) {
    assert.ok(isCode(code), code);
    assert.deepEqual(codesIn(`Chiedo il riesame, codice ${code}.`), [code]);
    assert.deepEqual(codesIn(code.toLowerCase().replaceAll('-', ' ')), [code]);
    assert.deepEqual(codesIn(`(${code.replaceAll('-', ' – ')})`), [code]);
  }
  const word = newWord();
  assert.deepEqual(codesIn(`ecco: ${word}!`), [word]);
});

test('what is no code is not looked at', () => {
  for (const text of ['', 'Grazie', 'BRRR-BRRR che freddo', 'chiamate il 333 000 0000', 'X4BCDF-23GHJK', 'AAAA-1111'])
    assert.deepEqual(codesIn(text), [], text);
  assert.equal(isCode('BCDF-2345'), false);
  assert.equal(isCode("'; drop"), false);
});

test('a text stuffed with codes costs only a few looks', () => {
  assert.equal(codesIn(Array.from({ length: 200 }, newCode).join(', ')).length, 5);
});
