// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lengthIn } from '../contract.ts';

const CASES: readonly (readonly [string, string, number])[] = [
  ['nothing', '', 0],
  ['Italian with accents', 'Perché no? È già lunedì.', 24],
  ['an accent written apart counts as its letter', 'e\u0300', 1],
  ['quotes, dashes and the euro sign', '«è» “sì” – dall’ente', 20],
  ['the euro sign weighs two', '€', 2],
  ['Japanese weighs two each', '日本', 4],
  ['an emoji weighs two', '👍', 2],
  ['an emoji of many parts weighs two', '👩‍👩‍👧‍👦', 2],
  ['a flag weighs two', '🇮🇹', 2],
  ['a skin tone adds nothing', '👍🏽', 2],
  ['a digit is no emoji', '2026', 4],
  ['a short address weighs 23', 'http://a.it', 23],
  ['a long address weighs 23', `https://comune.example/${'a'.repeat(200)}`, 23],
  ['the full stop after an address is counted', 'Vedi https://comune.example.', 29],
  ['two addresses', 'https://uno.example e https://due.example', 49],
  ['a bare domain under a generic ending', 'comune.com', 23],
  ['a bare domain of three parts under a country', 'www.comune.it', 23],
  ['a bare domain of two parts under a country is text', 'comune.it', 9],
  ['unless it has a path', 'comune.it/avvisi', 23],
  ['an e-mail address is text', 'urp@comune.example.it', 21],
  ['a missing space after a full stop is text', 'finito.Domani', 13],
  ['a mention', '@comunediesempio', 16],
];

describe('the length of a text as X counts it', () => {
  for (const [name, text, length] of CASES) it(name, () => assert.equal(lengthIn(text, 'weighted'), length));

  it('counts 280 and 281', () => {
    assert.equal(lengthIn('à'.repeat(280), 'weighted'), 280);
    assert.equal(lengthIn(`${'a'.repeat(279)}日`, 'weighted'), 281);
  });

  it('comes to an end on a hostile text', () => {
    assert.equal(lengthIn('a.'.repeat(50_000), 'weighted'), 100_000);
    assert.equal(lengthIn('a-'.repeat(50_000), 'weighted'), 100_000);
  });
});
