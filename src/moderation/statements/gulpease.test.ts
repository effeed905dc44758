// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gulpease } from './gulpease.ts';

const close = (found: number, wanted: number) => assert.ok(Math.abs(found - wanted) < 0.005, `${found}, not ${wanted}`);

test('the index is the one worked out by hand', () => {
  // 1 sentence, 4 words, 16 letters: 89 + (300 − 160) / 4 = 124, kept to 100.
  close(gulpease('Il gatto dorme bene.'), 100);
  // 1 sentence, 8 words, 6+15+10+2+9+6+5+5 = 58 letters: 89 + (300 − 580) / 8 = 54.
  close(gulpease('Questa amministrazione provvederà, se possibile, presto: tutti aiuti.'), 54);
  // 2 sentences, 10 words, 2+6+6+2+5+4+2+5+2+5=39 letters: 89 + (600 − 390) / 10 = 110, kept to 100.
  close(gulpease('Il comune chiude il ponte. Poi lo apre di nuovo.'), 100);
});

test('a long sentence of long words is hard, the same words in short sentences are easier', () => {
  const hard =
    'Successivamente alla determinazione amministrativa relativa all’inammissibilità dell’istanza presentata';
  assert.ok(gulpease(hard) < 30, String(gulpease(hard)));
  assert.ok(gulpease(hard.replaceAll(' ', '. ')) > gulpease(hard));
});

test('a stop inside an address ends no sentence, nothing at all is easy', () => {
  assert.equal(gulpease('Scrivi a www.ente.example oggi'), gulpease('Scrivi a www-ente-example oggi'));
  assert.equal(gulpease(' … '), 100);
});
