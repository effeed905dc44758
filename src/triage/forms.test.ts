// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conjugate, inflect } from './forms.ts';

test('nouns and adjectives are built in gender and number', () => {
  assert.deepEqual(inflect('stronzo'), ['stronzo', 'stronza', 'stronzi', 'stronze']);
  assert.deepEqual(inflect('pagliaccio'), ['pagliaccio', 'pagliacci', 'pagliaccia', 'pagliacce', 'pagliaccie']);
  assert.deepEqual(inflect('truffatore'), ['truffatore', 'truffatori', 'truffatrice', 'truffatrici']);
  assert.deepEqual(inflect('testa di cazzo'), ['testa di cazzo', 'teste di cazzo']);
  assert.ok(inflect('sadico').includes('sadici') && inflect('carogna').includes('carogne'));
});

test('verbs are conjugated with their spelling changes', () => {
  const bruciare = conjugate('bruciare');
  assert.deepEqual(bruciare.presentFirst, ['brucio', 'bruciamo']);
  assert.deepEqual(bruciare.futureFirst, ['brucerò', 'bruceremo']);
  assert.deepEqual(bruciare.participle, ['bruciato', 'bruciata', 'bruciati', 'bruciate']);
  assert.deepEqual(conjugate('impiccare').presentFirst, ['impicco', 'impicchiamo']);
  assert.deepEqual(conjugate('impiccare').futureFirst, ['impiccherò', 'impiccheremo']);
  assert.deepEqual(conjugate('uccidere', 'ucciso').infinitiveToYou, ['uccidervi', 'ucciderti'].reverse());
  assert.ok(conjugate('bruciare').callToThem.includes('bruciamoli'));
});
