// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SectionView } from '../contract.ts';
import { type Branch, contentsList, sectionTree, treeOf } from './sections.ts';

const section = (title: string): SectionView => ({ title, path: title.split(' › '), prose: [], clauses: [] });
const shape = (branches: readonly Branch[]): unknown[] =>
  branches.map(({ title, anchor, section: own, branches: below }) => [
    `${title} ${anchor}${own === undefined ? ' only a step' : ''}`,
    ...shape(below),
  ]);
const tree = (...titles: readonly string[]) => shape(treeOf(titles.map(section)));

test('sections stand under the steps of their paths', () => {
  assert.deepEqual(tree('Premessa', 'Dove siamo › X', 'Dove siamo › X › Messaggi', 'Dove siamo › Facebook', 'Fine'), [
    ['Premessa sezione-1'],
    ['Dove siamo sezione-2 only a step', ['X sezione-2-1', ['Messaggi sezione-2-1-1']], ['Facebook sezione-2-2']],
    ['Fine sezione-3'],
  ]);
});

test('nothing leaves its place: a step taken up again later, or a title that comes twice, is another', () => {
  assert.deepEqual(tree('A', 'B', 'A › C'), [
    ['A sezione-1'],
    ['B sezione-2'],
    ['A sezione-3 only a step', ['C sezione-3-1']],
  ]);
  assert.deepEqual(tree('A', 'A'), [['A sezione-1'], ['A sezione-2']]);
  assert.deepEqual(tree('A', 'A › B'), [['A sezione-1', ['B sezione-1-1']]]);
  assert.deepEqual(tree('A › B', 'A'), [['A sezione-1 only a step', ['B sezione-1-1']], ['A sezione-2']]);
});

test('titles go down a level at each step, and the index says the same', () => {
  const branches = treeOf([section('A › B › C')]);
  const markup = sectionTree(branches, new Set()).join('');
  assert.deepEqual(
    [...markup.matchAll(/<(h\d) id="([^"]+)">(\w)/g)].map(([, ...parts]) => parts.join(' ')),
    ['h2 sezione-1 A', 'h3 sezione-1-1 B', 'h4 sezione-1-1-1 C'],
  );
  assert.equal(String(contentsList(branches)).match(/<ol>/g)?.length, 3);
});
