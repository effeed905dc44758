// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placesOf, singleWordsOf } from './templates.ts';

test('a template is read place by place', () => {
  assert.deepEqual(placesOf('(ti|vi) spacco (la tua|la|) faccia'), [
    ['ti', 'vi'],
    ['spacco'],
    ['la tua', 'la', ''],
    ['faccia'],
  ]);
  assert.deepEqual(placesOf('testa di cazzo'), [['testa'], ['di'], ['cazzo']]);
});

test('choices inside a word are spelt out', () => {
  assert.deepEqual(placesOf('classe (1|2)(a|b)'), [['classe'], ['1a', '1b', '2a', '2b']]);
});

test('single words are told apart from longer expressions', () => {
  assert.deepEqual(singleWordsOf('(suca|baciami il culo|sucate) (tutti|)'), ['suca', 'sucate']);
  assert.deepEqual(singleWordsOf('suca forte'), []);
  assert.deepEqual(singleWordsOf('suca'), ['suca']);
});
