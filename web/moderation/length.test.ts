// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lengthIn } from './length.ts';

test('an emoji with its joiners is one grapheme and several characters', () => {
  assert.equal(lengthIn('👩‍👧', 'graphemes'), 1);
  assert.equal(lengthIn('👩‍👧', 'characters'), 5);
});

test('accents count once however they are written', () => {
  assert.equal(lengthIn('perche\u0301', 'graphemes'), 6);
  assert.equal(lengthIn('perché', 'characters'), 6);
});
