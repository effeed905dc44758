// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COURTESY, JUSTICE, MAIL, MEASURE } from './hints.ts';
import { read } from './reading.ts';
import { AT, CODE_LONG, DIGIT, DRAWING, EURO, LINK, QUESTION } from './signs.ts';

const HINTED: readonly (readonly [text: string, signs: number])[] = [
  ['aspetto da MESI', MEASURE],
  ['siete molto gentilissimi', COURTESY],
  ['scrivi a mario chiocciola esempio punto it', MAIL],
  ['via Roma s.n.c.', MAIL],
  ['lo hanno Arrestàto ieri', JUSTICE],
  ['ma quando riaprite?', QUESTION],
  ['bravi 🤡', DRAWING],
  ['bravi ❤', DRAWING],
  ['ore 9', DIGIT],
  ['chiedi a @pagina', AT],
  ['costa 20€', EURO],
  ['RSSMRALMTLMALMRL', CODE_LONG],
  ['vai su www.esempio.it', LINK],
];

for (const [text, sign] of HINTED)
  test(`«${text}» hints at what it has`, () => {
    assert.notEqual(read(text).signs & sign, 0);
  });

test('a plain complaint hints at nothing', () => {
  const signs = COURTESY | MAIL | JUSTICE | MEASURE | QUESTION | DRAWING | DIGIT | AT | EURO | CODE_LONG | LINK;
  assert.equal(read('lo sportello resta chiuso e nessuno risponde').signs & signs, 0);
});

test('short words count whole: «ore» hints, «orefice» does not', () => {
  assert.notEqual(read('le ore').signs & MEASURE, 0);
  assert.equal(read('un orefice').signs & MEASURE, 0);
});
