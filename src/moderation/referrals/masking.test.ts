// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '#triage';
import { isDelicate, isFitForLetter, MASK, maskedText } from './masking.ts';

const data = (...spans: [number, number][]) => ({ category: 'personal-data', spans });

test('data of people go, the rest stays as it was, however the spans lie', () => {
  const text = 'chiami Ada al 333 1234567 oggi';
  assert.equal(maskedText(text, []), text);
  assert.equal(maskedText(text, [data([14, 25])]), `chiami Ada al ${MASK} oggi`);
  assert.equal(maskedText(text, [data([14, 20], [7, 10]), data([18, 25])]), `chiami ${MASK} al ${MASK} oggi`);
  assert.equal(maskedText(text, [data([14, 25]), data([14, 17])]), `chiami Ada al ${MASK} oggi`);
  assert.equal(maskedText(text, [{ category: 'complaint', spans: [[0, 6]] }]), text, 'only data of people');
  assert.equal(maskedText('abc', [data([0, 3])]), MASK);
  assert.equal(maskedText('chiedete a @ada.prova', []), `chiedete a ${MASK}`, 'who is named with @ is somebody');
});

test('what triage notices of health or of a number is not for a letter', () => {
  const of = (text: string) => analyse(text, { kind: 'comment' });
  assert.equal(isDelicate(of('Ho il diabete e aspetto la mia visita da mesi')), true);
  assert.equal(isDelicate(of('Il pulmino è in ritardo anche oggi')), false);
  assert.equal(isFitForLetter(of('Il pulmino è in ritardo anche oggi')), true);
  assert.equal(isFitForLetter(of('Chiamate il signor Rossi al 333 1234567')), false);
});
