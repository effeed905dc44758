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

test('a star goes on to the end of the word, a hash is a digit', () => {
  const shapes = new Map([['pratiche', ['prot. ####/##', 'sindacal*', 'n. #*']]]);
  const found = (text: string) =>
    analyse(text, { ownWords: shapes })
      .filter(({ source }) => source === 'parole dell’ente')
      .map(({ spans }) => text.slice(...(spans[0] ?? [0, 0])));
  assert.deepEqual(found('Vedi PROT.  1234/26 e la riunione sindacale'), ['PROT.  1234/26', 'sindacale']);
  assert.deepEqual(found('la n. 45871 e la n. x'), ['n. 45871']);
  assert.deepEqual(found('prot. 12345/26, antisindacale'), []);
});

test('looks: capitals, links that lead elsewhere, mentions', () => {
  const looks = new Map([
    ['gridato', ['{maiuscole}']],
    ['link-esterni', ['{link}']],
    ['tag', ['{menzione}']],
  ]);
  const noticed = (text: string) =>
    analyse(text, { ownWords: looks, ownContacts: ['www.comune.example'] })
      .filter(({ source }) => source === 'parole dell’ente')
      .map(({ category }) => category);
  assert.deepEqual(noticed('MA QUANDO RIAPRE LO SPORTELLO?'), ['gridato']);
  assert.deepEqual(noticed('OK GRAZIE'), []);
  assert.deepEqual(noticed('leggi https://altrove.example/a e https://comune.example/orari'), ['link-esterni']);
  assert.deepEqual(noticed('guarda @mario.inventato'), ['tag']);
});

test('no phrase of a policy can make a text slow to read: a pattern that backtracks would never end here', () => {
  const ownWords = new Map([['lenta', ['aaa* aaa* aaa* aaa* aaab', '#*a #*a', '###*']]]);
  const texts = ['aaa '.repeat(5000), 'a'.repeat(20_000), '1'.repeat(20_000)];
  const noticed = texts.map(
    (text) => analyse(text, { ownWords }).filter(({ category }) => category === 'lenta').length,
  );
  assert.deepEqual(noticed, [0, 0, 1]);
});
