// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedPeople } from './named-people.ts';

const named = (text: string) => namedPeople(text).map(({ span, naming }) => [text.slice(...span), naming]);

test('everybody named is told with how, public people too', () => {
  assert.deepEqual(named('Grazie a Ersilia Inventini. Ieri il sindaco Manlio Torregiani era via.'), [
    ['Ersilia Inventini', 'full'],
    ['Manlio Torregiani', 'office'],
  ]);
  assert.deepEqual(named('Ieri Fabiana ha aperto la biblioteca.'), [['Fabiana', 'given']]);
});

test('streets and saints are nobody', () => {
  assert.deepEqual(named('Lavori in via Giuseppe Garibaldi, festa di San Rocco.'), []);
});
