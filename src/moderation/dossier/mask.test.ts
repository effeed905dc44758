// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { masked, maskedIn } from './mask.ts';

test('data of people are covered, the rest stays as it was written', () => {
  const text = 'Chiamate Tizia Inventata al 347 7654321, risponde lei!';
  const covered = masked(text);
  assert.ok(!covered.includes('7654321'), covered);
  assert.match(covered, /▮▮▮/);
  assert.match(covered, /risponde lei!$/);
});

test('mentions and addresses too, each once however they overlap', () => {
  const covered = masked('@mario.rossi scrivete a caio@example.org subito');
  assert.ok(!/mario|caio|example/.test(covered), covered);
  assert.match(covered, /subito$/);
});

test('what holds nobody’s data is left alone, and covering twice changes nothing', () => {
  const plain = 'Tre mesi per una carta d’identità: vergogna!';
  assert.equal(masked(plain), plain);
  const once = masked('Scrivete tutti a caio@example.org o al 333 1234567');
  assert.equal(masked(once), once);
});

test('in every text of a value, with the names that the desk knows', () => {
  const value = { why: 'Ada Prova scrive a caio@example.org', list: [{ kind: 'law', of: null, times: 2 }] };
  assert.deepEqual(maskedIn(value, ['Ada Prova']), {
    why: '▮▮▮ scrive a ▮▮▮',
    list: [{ kind: 'law', of: null, times: 2 }],
  });
});
