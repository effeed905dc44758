// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as form from './values.ts';

test('networks, kinds and days go to the controls and come back', () => {
  for (const raw of ['tutti', 'nessuno', 'tutti tranne X e YouTube', 'Facebook, Instagram e altro']) {
    const read = form.readNetworks(raw);
    assert.ok(read !== null);
    assert.equal(form.writeNetworks(read), raw);
  }
  assert.equal(form.readNetworks('Fassbuk'), null, 'what cannot be read stays text');
  assert.deepEqual(form.readKinds('commenti e messaggi diretti'), ['commenti', 'messaggi diretti']);
  assert.deepEqual(form.readDays('dal lunedì al mercoledì'), ['lunedì', 'martedì', 'mercoledì']);
  assert.deepEqual(form.readDays('dalla domenica al lunedì'), ['lunedì', 'domenica']);
  assert.equal(form.readDays('tutti i giorni')?.length, 7);
  assert.deepEqual(form.readDays('lunedì e giovedì'), ['lunedì', 'giovedì']);
  assert.equal(form.readDays('ogni tanto'), null);
});

test('shifts and durations, also half typed', () => {
  const split = 'dalle 9:00 alle 13:00 e dalle 14:00 alle 17:00';
  assert.deepEqual(form.readShifts(split), [
    { from: '9:00', to: '13:00' },
    { from: '14:00', to: '17:00' },
  ]);
  assert.equal(form.writeShifts(form.readShifts(split) ?? []), split);
  assert.deepEqual(form.readShifts('dalle 9 alle '), null);
  assert.deepEqual(form.readDuration('1 ora'), { amount: '1', unit: 'ore' });
  assert.equal(form.writeDuration('1', 'ore'), '1 ora');
  assert.equal(form.writeDuration('48', 'ore'), '48 ore');
  assert.equal(form.readDuration('presto'), null);
});

test('quoted texts never hold the quotes that bound them', () => {
  assert.equal(form.writeQuoted('detto «così»'), '«detto "così"»');
  assert.equal(form.readQuotedList('«a»; «b, c»'), 'a\nb, c');
  assert.equal(form.writeQuotedList('a\n\nb, c\n'), '«a»; «b, c»');
  assert.equal(form.writeTexts(form.readTexts('uno, due; tre')), 'uno, due; tre');
});

test('an example keeps what the form does not show', () => {
  const raw = 'si chiede: «Guardate che bel logo» · rilevato: marchi 0,9 · su: Facebook';
  const line = form.readExample(raw);
  assert.ok(line !== null);
  assert.equal(line.rest, '· rilevato: marchi 0,9 · su: Facebook');
  assert.equal(form.writeExample(line), raw);
  assert.equal(form.writeExample({ ...line, text: 'due\nrighe', rest: '' }), 'si chiede: «due righe»');
  assert.equal(form.readExample('senza esito'), null);
});

test('categories are kept in the order written, unknown ones too', () => {
  assert.deepEqual(form.readCategories('insulti, Minacce o cosa-nostra'), ['insulti', 'minacce', 'cosa-nostra']);
  assert.equal(form.writeCategories(['insulti', 'minacce', 'spam']), 'insulti, minacce o spam');
});
