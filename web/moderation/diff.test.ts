// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Change, diff } from './diff.ts';

const shown = (changes: readonly Change[]) =>
  changes
    .map((change) => ({ same: change.text, added: `+${change.text}+`, removed: `-${change.text}-` })[change.kind])
    .join('');

const rebuilt = (changes: readonly Change[], without: Change['kind']) =>
  changes
    .filter((change) => change.kind !== without)
    .map((change) => change.text)
    .join('');

test('only the words that changed are marked', () => {
  assert.equal(
    shown(diff('La strada è chiusa da un mese', 'La strada è aperta da un mese')),
    'La strada è -chiusa-+aperta+ da un mese',
  );
});

test('words put in and taken out keep their spaces', () => {
  assert.equal(shown(diff('Siete bravi', 'Siete proprio bravi')), 'Siete +proprio +bravi');
  assert.equal(shown(diff('Siete tutti dei bravi', 'Siete bravi')), 'Siete -tutti dei -bravi');
});

test('equal texts have no change, empty ones all of it', () => {
  assert.deepEqual(diff('uguale', 'uguale'), [{ kind: 'same', text: 'uguale' }]);
  assert.deepEqual(diff('', 'nuovo'), [{ kind: 'added', text: 'nuovo' }]);
  assert.deepEqual(diff('vecchio', ''), [{ kind: 'removed', text: 'vecchio' }]);
  assert.deepEqual(diff('', ''), []);
});

test('accents, emoji and punctuation come back whole', () => {
  const before = 'Perché così? 😡 È una vergogna!';
  const after = 'Perché no? 🙂 È una bella vergogna…';
  const changes = diff(before, after);
  assert.equal(rebuilt(changes, 'added'), before);
  assert.equal(rebuilt(changes, 'removed'), after);
});

test('very long texts are shown one after the other rather than compared', () => {
  const before = Array.from({ length: 3000 }, (_, index) => `a${index}`).join(' ');
  const after = Array.from({ length: 3000 }, (_, index) => `b${index}`).join(' ');
  const changes = diff(before, after);
  assert.deepEqual(
    changes.map((change) => change.kind),
    ['removed', 'added'],
  );
});
