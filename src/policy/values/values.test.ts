// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categories } from './categories.ts';
import { clausesOrAll } from './clause-ids.ts';
import { weekdays } from './days.ts';
import { dormancy } from './dormancy.ts';
import { duration } from './duration.ts';
import { dayRanges } from './hours.ts';
import { itemKinds } from './kinds.ts';
import { moment } from './moment.ts';
import { networkList, networkScope } from './networks.ts';
import { strength } from './number.ts';
import { address, quotedTexts, text, texts } from './text.ts';
import { orMissing, type ValueKind } from './value.ts';

const CANONICAL: readonly (readonly [ValueKind<unknown>, readonly string[]])[] = [
  [text, ['ufficio stampa']],
  [texts, ['uno', 'uno, due; tre']],
  [quotedTexts, ['«uno»; «due, tre»']],
  [address, ['urp@comune.example', 'https://facebook.example/pagina', 'www.tiktok.com/@prova']],
  [categories, ['insulti', 'insulti o volgarità', 'insulti, minacce o cosa-nostra']],
  [itemKinds, ['commenti', 'commenti e post di visitatori', 'commenti, menzioni e messaggi diretti']],
  [networkScope, ['tutti', 'tutti tranne X e YouTube', 'Facebook', 'Facebook, Instagram e altro']],
  [networkList, ['nessuno', 'Facebook e Instagram']],
  [
    weekdays,
    ['tutti i giorni', 'dal lunedì al venerdì', 'lunedì e giovedì', 'sabato e domenica', 'dal venerdì alla domenica'],
  ],
  [dayRanges, ['dalle 8:30 alle 16:30', 'dalle 0:00 alle 8:00 e dalle 20:00 alle 24:00']],
  [duration, ['1 ora', '15 minuti', '3 giorni']],
  [strength, ['0,5', '1']],
  [moment, ['21/11/2026 22:30']],
  [dormancy, ['fino ad atto', 'fino ad atto, delibera da adottare']],
  [clausesOrAll, ['tutte', 'ESE-001, ESE-002 e ESE-003']],
  [orMissing(duration), ['dato mancante', '2 ore']],
];

test('every kind of value prints what it reads', () => {
  for (const [kind, samples] of CANONICAL)
    for (const sample of samples) {
      const reading = kind.read(sample);
      assert.ok(reading.ok, sample);
      assert.equal(kind.print(reading.value), sample);
    }
});

test('other ways of writing come to the one form', () => {
  const same = (kind: ValueKind<unknown>, loose: string, strict: string): void => {
    const reading = kind.read(loose);
    assert.ok(reading.ok, loose);
    assert.equal(kind.print(reading.value), strict);
  };
  same(weekdays, 'venerdì, lunedì, martedì, mercoledì e giovedì', 'dal lunedì al venerdì');
  same(dayRanges, 'dalle 14.00 alle 17.00 e dalle 9:00 alle 13:00', 'dalle 9:00 alle 13:00 e dalle 14:00 alle 17:00');
  same(networkScope, 'instagram e facebook', 'Facebook e Instagram');
  same(categories, 'insulti, insulti', 'insulti');
  same(strength, '0.7', '0,7');
});

test('what cannot be is refused where it stands', () => {
  const refused = (kind: ValueKind<unknown>, raw: string, offset: number): void => {
    const reading = kind.read(raw);
    assert.ok(!reading.ok, raw);
    assert.equal(reading.offset, offset, raw);
  };
  refused(dayRanges, 'dalle 9:00 alle 13:00 e dalle 25:00 alle 26:00', 24);
  refused(dayRanges, 'dalle 9:60 alle 13:00', 0);
  refused(weekdays, 'dal lunedì al venerdi', 14);
  refused(networkScope, 'tutti tranne Foo', 13);
  refused(moment, '29/02/2026 10:00', 0);
  refused(duration, '0 ore', 0);
  refused(text, 'dato mancante', 0);
});
