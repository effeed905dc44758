// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../reading.ts';
import { SCALES } from './scales.ts';
import { type Weighed, weigh } from './weighing.ts';

const strength = (text: string, category: Weighed): number => weigh(read(text), category)?.strength ?? 0;

test('one small clue is not enough, several together are', () => {
  assert.equal(strength('il lampione', 'complaint'), 0);
  assert.ok(strength('il lampione di via Boito è spento da due settimane', 'complaint') >= 0.5);
  assert.equal(strength('il limone', 'misleading'), 0);
  assert.ok(strength('basta bere limone a digiuno e il tumore sparisce', 'misleading') >= 0.5);
});

test('clues against a category take away what clues for it gave', () => {
  const told = 'aspetto da marzo la visita e mi avete respinto la domanda di rimborso';
  assert.ok(strength(told, 'personal-case') > strength(`Secondo me ${told}, votate la nostra lista`, 'personal-case'));
});

test('the words that weighed most are shown first, each once', () => {
  const reading = read('Offro ripetizioni di latino a domicilio, 12 euro l’ora, scrivetemi in privato');
  const { hits } = weigh(reading, 'commercial') ?? { hits: [] };
  assert.ok(hits.length > 1 && hits.length <= 4);
  assert.equal(new Set(hits.map(({ first }) => first)).size, hits.length);
});

test('every clue of the scales is written as it is read', () => {
  for (const [category, scale] of Object.entries(SCALES)) {
    const pieces = scale.split(' | ');
    assert.match(pieces[0] ?? '', /^start -\d+$/, category);
    for (const piece of pieces.slice(1))
      assert.match(piece, /^(?:[a-z-]+:[123]|first [a-z-]+|[a-z-]+\+[a-z-]+|\S{1,6}) [+-]\d+$/, category);
    assert.equal(new Set(pieces.map((piece) => piece.slice(0, piece.lastIndexOf(' ')))).size, pieces.length, category);
  }
});
