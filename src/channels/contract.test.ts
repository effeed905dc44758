// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { LENGTH_UNITS, lengthIn } from './contract.ts';

it('counts plain Italian alike everywhere', () => {
  for (const unit of LENGTH_UNITS) assert.equal(lengthIn('Perché no: è così.', unit), 18, unit);
});

it('counts what people see as one sign', () => {
  assert.equal(lengthIn('👩‍👧', 'graphemes'), 1);
  assert.equal(lengthIn('perche\u0301', 'graphemes'), 6);
  assert.equal(lengthIn('perche\u0301', 'characters'), 7);
});

it('weighs as X: an address 23, an emoji 2 whatever it is made of, other scripts 2', () => {
  assert.equal(lengthIn('vedi https://comune.example/una/pagina/molto/lunga?con=parametri', 'weighted'), 5 + 23);
  assert.equal(lengthIn('👩‍👧', 'weighted'), 2);
  assert.equal(lengthIn('perche\u0301', 'weighted'), 6);
  assert.equal(lengthIn('市役所', 'weighted'), 6);
  assert.equal(lengthIn('a'.repeat(280), 'weighted'), 280);
});

it('counts an emoji on Threads by its bytes', () => {
  assert.equal(lengthIn('ok 👍', 'utf8-emoji'), 3 + 4);
});
