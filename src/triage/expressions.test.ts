// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ExpressionGraph } from './expression-graph.ts';
import { expressionsOf, scan } from './expressions.ts';
import { fold } from './folding.ts';
import { SpellingTree } from './spelling-tree.ts';
import { spellingsOf } from './spellings.ts';

const PATTERNS = ['cazzo', 'che cazzo', 'testa di cazzo', 'di', 'azzo'];
const spellings = new SpellingTree();
const graph = new ExpressionGraph();
for (const [number, pattern] of PATTERNS.entries())
  graph.add(
    fold(pattern).map(({ codes }) => [[spellings.add(codes)]]),
    number,
  );
const expressions = expressionsOf(graph.finish(), spellingsOf(spellings.finish()));

const found = (text: string): string[] => {
  const seen: string[] = [];
  scan(expressions, fold(text), (meaning, first, last) => {
    for (const pattern of expressions.meanings[meaning] ?? []) seen.push(`${PATTERNS[pattern]}@${first}-${last}`);
  });
  return seen.sort();
};

test('finds overlapping expressions with the indexes of their words', () => {
  assert.deepEqual(found('quella testa di cazzo'), ['cazzo@3-3', 'di@2-2', 'testa di cazzo@1-3']);
});

test('only whole words match', () => {
  assert.deepEqual(found('cazzuola, cazzotto, incazzo'), []);
});

test('a sentence end breaks an expression', () => {
  assert.deepEqual(found('testa. Di cazzo'), ['cazzo@2-2', 'di@1-1']);
});

test('agrees with a plain search on every text of a small language', () => {
  const vocabulary = ['che', 'cazzo', 'testa', 'di', 'azzo', 'x'];
  for (let number = 0; number < vocabulary.length ** 4; number++) {
    const words = [0, 1, 2, 3].map(
      (place) => vocabulary[Math.floor(number / vocabulary.length ** place) % vocabulary.length],
    );
    const expected = PATTERNS.flatMap((pattern) => {
      const parts = pattern.split(' ');
      return words.flatMap((_, at) =>
        parts.every((part, offset) => words[at + offset] === part) ? [`${pattern}@${at}-${at + parts.length - 1}`] : [],
      );
    });
    assert.deepEqual(found(words.join(' ')), expected.sort());
  }
});
