// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from './index.ts';

const ownWords = new Map([
  ['raggiro', ['rimborso da sbloccare', 'premio da ritirare']],
  ['vaccini', ['prenotare il vaccino', 'premio da ritirare']],
  ['vuota', ['…']],
]);
const own = (text: string): [string, string][] =>
  analyse(text, { ownWords })
    .filter(({ source }) => source === 'parole dell’ente')
    .map(({ category, spans }) => [category, text.slice(...(spans[0] ?? [0, 0]))]);

test('words of the body are found however they are written, with exact offsets', () => {
  assert.deepEqual(own('😡 Hai un RIMBORSO da  sbloccàre!'), [['raggiro', 'RIMBORSO da  sbloccàre']]);
});

test('only whole words, in one sentence', () => {
  assert.deepEqual(own('rimborso da sbloccarelo. Un rimborso. Da sbloccare subito'), []);
});

test('words listed twice show both categories', () => {
  assert.deepEqual(own('premio da ritirare'), [
    ['raggiro', 'premio da ritirare'],
    ['vaccini', 'premio da ritirare'],
  ]);
});

test('told or quoted, they weigh less', () => {
  const strengths = ['rimborso da sbloccare', 'mi hanno scritto «rimborso da sbloccare», è una truffa?'].map(
    (text) => analyse(text, { ownWords }).find(({ category }) => category === 'raggiro')?.strength ?? 0,
  );
  assert.ok((strengths[0] ?? 0) >= 0.5 && (strengths[1] ?? 1) < 0.5, strengths.join());
});

test('without words of the body nothing changes', () => {
  const text = 'siete dei ladri, rimborso da sbloccare';
  assert.deepEqual(analyse(text, { ownWords: new Map() }), analyse(text));
});
