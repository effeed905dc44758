// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedIn } from './open-matters.ts';

const found = (text: string, ...words: readonly string[]): readonly string[] =>
  namedIn(text, words).map(([start, end]) => text.slice(start, end));

test('a matter is named by whole words, in any case, with any accent and apostrophe', () => {
  assert.deepEqual(found('Apre il Centro di  Via Lago.', 'centro di via lago'), ['Centro di  Via Lago']);
  assert.deepEqual(found('La comunita’ chiude, la Comunità riapre.', 'comunità'), ['comunita', 'Comunità']);
  assert.deepEqual(found("L'Acquedotto dell'Alta valle", 'acquedotto dell’alta valle'), ["Acquedotto dell'Alta valle"]);
  assert.deepEqual(found('Il centrodestra e il centralino', 'centro'), []);
});

test('a star at the end takes any ending; other signs are only themselves', () => {
  assert.deepEqual(found('gli espropri e l’esproprio', 'espropri*'), ['espropri', 'esproprio']);
  assert.deepEqual(found('lotto (B) e lotto B', 'lotto (b)'), ['lotto (B)']);
  assert.deepEqual(found('il ricorso 12.4 e il 1234', '12.4'), ['12.4']);
  assert.deepEqual(found('qualunque cosa', ' ', ''), []);
});
