// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { littleTextOf, plainTextOf } from './little-text.ts';

it('escapes every sign that means something, so that no part of the text disappears', () => {
  assert.equal(
    littleTextOf('a\\b|c{d}e@f[g]h(i)j<k>l*m_n~o'),
    'a\\\\b\\|c\\{d\\}e\\@f\\[g\\]h\\(i\\)j\\<k\\>l\\*m\\_n\\~o',
  );
  assert.equal(littleTextOf('il n. #1 (uno)'), 'il n. {hashtag|\\#|1} \\(uno\\)');
});

it('leaves hashtags what they are, accents included, and only where they begin a word', () => {
  assert.equal(littleTextOf('#Città pulita #a_b'), '{hashtag|\\#|Città} pulita {hashtag|\\#|a\\_b}');
  assert.equal(littleTextOf('via C#minore'), 'via C\\#minore');
  assert.equal(littleTextOf('# e basta'), '\\# e basta');
});

it('comes back as it went', () => {
  const texts = [
    'Orari (nuovi): 8-13 *solo* lunedì, scrivi a urp@comune.example',
    '#Uno #due_tre\n\n\\o/ ~ {x|y}',
    'perché «sì» 👍',
  ];
  for (const text of texts) assert.equal(plainTextOf(littleTextOf(text)), text);
});

it('shows mentions by their name', () => {
  assert.equal(plainTextOf('Grazie a @[Comune di Esempio](urn:li:organization:1)\\!'), 'Grazie a Comune di Esempio\\!');
});
