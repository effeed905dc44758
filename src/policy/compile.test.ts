// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clauseText, policyOf } from './testing/sample.ts';

const category = (name: string, ...lines: readonly string[]): string =>
  ['categoria', `nome: ${name}`, `etichetta: ${name}`, 'gravità: bassa', ...lines].join('\n');

test('words of own categories are data of the compiled policy', () => {
  const policy = policyOf([
    clauseText(10, category('raggiro', 'parole: «premio da ritirare»; «rimborso da sbloccare»')),
    clauseText(11, category('sagra', 'parole: «sagra»', 'dal testo: sì')),
  ]);
  assert.deepEqual(
    [...policy.ownWords],
    [
      ['raggiro', ['premio da ritirare', 'rimborso da sbloccare']],
      ['sagra', ['sagra']],
    ],
  );
});

test('a category without words, or not to be told from the text, has none', () => {
  const policy = policyOf([
    clauseText(10, category('muta')),
    clauseText(11, category('figura', 'parole: «foto»', 'dal testo: no')),
  ]);
  assert.deepEqual([...policy.ownWords], []);
  assert.equal(policy.categories.get('figura')?.textCanShow, false);
});
