// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diceOf, endlessTexts, faultIn, hostileText, mutated } from './hostile-texts.ts';
import { analyse } from './index.ts';

const SHARE = 20_000;
const KNOWN = [
  'siete dei ladri e degli incapaci, vergogna',
  'il dottor Pincopalli prende mazzette, chiamatelo al 333 1234567',
  'Grazie mille 👍 quando aprono le iscrizioni? 😡',
  'mia suocera ha il tumore ed è ricoverata da voi in via Roma 12',
  'vi ammazzo tutti, so dove abiti',
];

test('whatever is thrown at it, triage answers with spans that lie on whole characters of the text', () => {
  const dice = diceOf(20_260_113);
  for (let count = 0; count < SHARE; count++) {
    const text = hostileText(dice, KNOWN);
    const fault = faultIn(text, analyse(text));
    assert.equal(fault, undefined, `number ${count}: ${JSON.stringify(text)}`);
  }
});

for (const text of endlessTexts(100_000))
  test(`a hundred thousand units of ${JSON.stringify(text.slice(0, 12))}`, () => {
    assert.equal(faultIn(text, analyse(text)), undefined);
  });

test('a hostile text is judged the same every time', () => {
  const dice = diceOf(7);
  for (let count = 0; count < 500; count++) {
    const text = hostileText(dice, KNOWN);
    assert.deepEqual(analyse(text), analyse(text));
  }
});

test('the judge of spans sees what it must see', () => {
  const seen = (start: number, end: number) => [{ category: 'x', strength: 1, spans: [[start, end]] as const }];
  assert.equal(faultIn('a😀b', seen(1, 3)), undefined);
  for (const [start, end] of [
    [2, 4],
    [0, 2],
    [1, 1],
    [-1, 2],
    [0, 5],
  ] as const)
    assert.notEqual(faultIn('a😀b', seen(start, end)), undefined, `${start}–${end}`);
});

test('mutations break characters in two now and then', () => {
  const dice = diceOf(1);
  const broken = Array.from({ length: 200 }, () => mutated(dice, '😀😀😀')).filter((text) => !text.isWellFormed());
  assert.ok(broken.length > 10, String(broken.length));
});
