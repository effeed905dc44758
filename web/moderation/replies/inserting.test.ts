// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listed, minutesOf, nextPlace, timeOf, withInserted } from './inserting.ts';

test('what is inserted takes an empty field, else stands after what was written', () => {
  assert.equal(withInserted('  ', 'Buongiorno.'), 'Buongiorno.');
  assert.equal(withInserted('Buongiorno.', 'https://ente.example'), 'Buongiorno. https://ente.example');
  assert.equal(withInserted('Buongiorno:\n', 'https://ente.example'), 'Buongiorno:\nhttps://ente.example');
});

test('the first place to be filled in is selected, else the end', () => {
  assert.deepEqual(nextPlace('Scriva a {ufficio}, {recapito}'), [9, 18]);
  assert.deepEqual(nextPlace('Grazie'), [6, 6]);
});

test('lists and hours as they are typed', () => {
  assert.deepEqual(listed(' vaccin*, antinfluenzale ,\ninfluenza,'), ['vaccin*', 'antinfluenzale', 'influenza']);
  assert.deepEqual([minutesOf('22:30'), minutesOf('08:00'), minutesOf('')], [1350, 480, null]);
  assert.deepEqual([timeOf(1350), timeOf(480)], ['22:30', '08:00']);
});
