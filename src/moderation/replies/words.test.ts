// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasWords, likeness, repeatedRun, tellingWords, wordsIn } from './words.ts';

test('words and phrases are found whole, however they are written; `*` is the rest of a word', () => {
  const has = (text: string, phrase: string) => hasWords(wordsIn(text), phrase);
  assert.ok(has('Il VACCINO è gratis?', 'vaccino'));
  assert.ok(has('Quali vaccinazioni servono', 'vaccin*'));
  assert.ok(has('Carta d’identità elettronica', "carta d'identita"));
  assert.ok(!has('Vaccinarsi', 'vaccino'));
  assert.ok(!has('Il centro è estivo', 'centro estivo'));
  assert.ok(!has('qualunque cosa', '  '));
});

test('likeness looks at what texts are about', () => {
  const alike = (one: string, other: string) => likeness(tellingWords(one), tellingWords(other));
  const asked = 'A che ora apre lo sportello anagrafe?';
  assert.equal(alike(asked, 'Scusate, lo SPORTELLO anagrafe apre a che ora?') > 0.5, true);
  assert.equal(alike(asked, 'Il parco è bellissimo in autunno') < 0.1, true);
  assert.equal(alike('e', 'e'), 0, 'nothing tells nothing');
});

test('a run of words that is repeated is found where it stands', () => {
  const text = 'Lei dice «il mio referto dice una cosa»: grazie';
  const span = repeatedRun(text, 'Il mio referto dice una cosa e il medico un’altra', 4);
  assert.deepEqual(span && text.slice(...span), 'il mio referto dice');
  assert.equal(repeatedRun('il mio referto', 'il mio referto', 4), undefined);
});
