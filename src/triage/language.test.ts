// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compile, examplesOf, parse } from '#policy';
import { writtenIn } from './language.ts';

const POLICIES = new URL('../../policies/', import.meta.url);

test('what is plainly written in another language is told', () => {
  const texts = [
    'When does the office open? I have been waiting for my papers since May and nobody answers the phone',
    'Bonjour, où est le bureau pour les enfants qui sont malades ? Merci',
    '¿Dónde está la oficina para los niños? Nadie me ha contestado por teléfono',
    'Wann ist das Büro offen? Ich habe schon zweimal angerufen und niemand ist da',
    'Bună ziua, unde este biroul pentru copii și când este deschis? Vă rog',
    'Përshëndetje, ku është zyra për fëmijët dhe kur mund të vij unë?',
    'Bom dia, onde é que está o escritório? Não consigo falar com vocês',
    'Где находится больница и когда она открыта',
    'أين يوجد المكتب',
    '医院在哪里',
  ];
  for (const text of texts) assert.equal(writtenIn(text), 'other', text);
});

test('Italian is read as Italian, dialect and single foreign words too', () => {
  const texts = [
    'A che ora apre lo sportello di via Inventata? Ho chiamato ma non risponde nessuno',
    'Ma il booking online del fast track non funziona mai, che delusione',
    'Ahó ma quanno aprite sto sportello che nun se capisce gnente',
    'Complimenti per il nuovo welfare desk, very good ragazzi!',
    'Ok',
    'Thanks!',
    '👏👏👏',
    'https://example.org/the-page-of-the-day',
    '#thebest @the_mayor',
  ];
  for (const text of texts) assert.notEqual(writtenIn(text), 'other', text);
});

test('none of the examples in the policies is taken for another language', () => {
  const names = readdirSync(POLICIES).filter((name) => name.endsWith('.policy.md'));
  const texts = names.flatMap((name) => {
    const { policy } = parse(readFileSync(new URL(name, POLICIES), 'utf8'), name);
    return policy === undefined ? [] : examplesOf(compile(policy)).map(({ item }) => item.text);
  });
  assert.ok(texts.length > 300, `${texts.length} examples`);
  assert.deepEqual(
    texts.filter((text) => writtenIn(text) === 'other'),
    [],
  );
});
