// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, isTight, spell } from './folding.ts';

const slices = (text: string): string[] => fold(text).map((word) => text.slice(word.start, word.end));
const spellings = (text: string): string[] => fold(text).map(spell);

test('case and accents fold, offsets give back what was written', () => {
  const text = '😡 PERCHÉ così TARDI?';
  assert.deepEqual(spellings(text), ['perche', 'cosi', 'tardi']);
  assert.deepEqual(slices(text), ['PERCHÉ', 'così', 'TARDI']);
  assert.equal(fold(text)[0]?.start, 3, 'the emoji is two UTF-16 units');
});

test('decomposed accents and invisible characters stay inside the span', () => {
  const text = '😡stro\u200bnzo pe\u0301';
  assert.deepEqual(spellings(text), ['stronzo', 'pe']);
  assert.deepEqual(slices(text), ['stro\u200bnzo', 'pe\u0301'.slice(0, 2)]);
});

test('look-alike, full-width and mathematical letters fold', () => {
  assert.deepEqual(spellings('саzzо ｃｉａｏ 𝐜𝐢𝐚𝐨 ⓒⓘⓐⓞ'), ['cazzo', 'ciao', 'ciao', 'ciao']);
  const text = '😡 𝐜𝐢𝐚𝐨!';
  assert.deepEqual(slices(text), ['𝐜𝐢𝐚𝐨']);
});

test('framed letters, capitals of other scripts and bidi controls fold, lone surrogates hide nothing', () => {
  assert.deepEqual(spellings('🅲🅸🅰🅾 🄲🄸🄰🄾'), ['ciao', 'ciao']);
  assert.deepEqual(spellings('СТUDΙΟ НΑRD'), ['ctudio', 'hard']);
  assert.deepEqual(spellings('\u202ecia\u2066o'), ['ciao']);
  assert.deepEqual(slices('a\ud83dciao \udc00b'), ['a', 'ciao', 'b']);
});

test('each word says what stands before it and whether it may be another in disguise', () => {
  const words = fold('ciao, c4zz0 c.zzo siiii');
  assert.deepEqual(
    words.map(({ odd }) => odd),
    [false, true, false, false, true],
  );
  assert.deepEqual(
    words.map(({ gap }) => isTight(gap)),
    [false, false, false, true, false],
  );
});

test('the verb è keeps its accent, the conjunction does not have one', () => {
  assert.deepEqual(spellings("È vero, e' vero, e basta, E’ così"), [
    'è',
    'vero',
    'è',
    'vero',
    'e',
    'basta',
    'è',
    'cosi',
  ]);
});

test('sentences end at full stops, not at abbreviations or acronyms', () => {
  const sentences = (text: string) => fold(text).map((word) => word.sentence);
  assert.deepEqual(sentences('Vergogna. Tre mesi!'), [0, 1, 1]);
  assert.equal(new Set(sentences('Il dott. Rossi della S.p.A. risponde')).size, 1);
});

test('hashtags are cut at their capitals, links and mentions can be left out', () => {
  assert.deepEqual(spellings('#LadriDiStato'), ['ladri', 'di', 'stato']);
  const text = 'vedi https://x.it/a ora';
  assert.deepEqual(fold(text, [[5, 19]]).map(spell), ['vedi', 'ora']);
});

test('every span is a slice of the original that folds to the same word', () => {
  for (const text of ['a😀b', '👨‍👩‍👧 ciao', '\ud83d solo', 'ﬁne', "l'Ospedàle 🏥è chiuso", ''])
    for (const word of fold(text))
      assert.equal(
        fold(text.slice(word.start, word.end)).map(spell).join('').replace('è', 'e'),
        spell(word).replace('è', 'e'),
      );
});
