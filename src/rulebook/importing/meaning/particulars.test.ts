// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { folded } from '../reading/characters.ts';
import { channelsIn } from './channels.ts';
import { contactsIn } from './contacts.ts';
import { ladderIn } from './ladder.ts';
import { licenceIn, minorsIn } from './particulars.ts';
import { referencesIn } from './references.ts';
import { replyIn } from './replies.ts';

describe('laws', () => {
  for (const [text, ids] of [
    [
      'D.Lgs. n. 196/2003, L. 633/1941 e D.P.R. 16 aprile 2013, n. 62',
      ['D.Lgs. 196/2003', 'L. 633/1941', 'DPR 62/2013'],
    ],
    ['Regolamento (UE) 2016/679 (GDPR)', ['UE 2016/679']],
    ['il Regolamento europeo 679/2016', ['UE 2016/679']],
    ['la legge 7 giugno 2000, n. 150', ['L. 150/2000']],
    ['il Codice della privacy e il Codice dell’amministrazione digitale', ['D.Lgs. 196/2003', 'D.Lgs. 82/2005']],
    ['il commento n. 12 del 2024', []],
  ] as const)
    it(text, () =>
      assert.deepEqual(
        referencesIn(text).flatMap(({ id }) => id ?? []),
        ids,
      ),
    );
});

describe('contacts', () => {
  for (const [text, contacts] of [
    [
      'Scrivi a urp@ente.example o alla PEC protocollo@pec.ente.example.',
      ['email urp@ente.example', 'pec protocollo@pec.ente.example'],
    ],
    ['posta certificata: ente@legal.example', ['pec ente@legal.example']],
    ['urp [at] ente.example', ['email urp@ente.example']],
    ['Tel. 06 1234567, numero verde 800 123 456', ['phone 06 1234567', 'phone 800 123 456']],
    ['Vedi www.ente.it/social e il nostro sito ente.gov.it.', ['web www.ente.it/social', 'web ente.gov.it']],
    ['Rivolgersi all’URP.', ['office URP']],
    ['La pagina è www.facebook.com/ente', []],
    ['Approvata il 12.03.2024 con atto 1234567', []],
  ] as const)
    it(text, () =>
      assert.deepEqual(
        contactsIn(text, []).map(({ kind, value }) => `${kind} ${value}`),
        contacts,
      ),
    );
});

describe('channels', () => {
  const told = (text: string): string[] =>
    channelsIn(text, []).map(({ network, called, handle, address }) =>
      [network, called ?? address ?? handle].filter(Boolean).join(' '),
    );
  for (const [text, channels] of [
    ['Siamo su Facebook, X, Instagram e You Tube.', ['facebook', 'instagram', 'x', 'youtube']],
    ['il profilo Twitter (ora X)', ['x']],
    ['Instagram: comune_prova', ['instagram comune_prova']],
    ['il profilo @enteprova su Threads', ['threads enteprova']],
    ['https://www.tiktok.com/@ente e t.me/ente', ['tiktok https://www.tiktok.com/@ente', 'other t.me/ente']],
    ['un canale Telegram', ['other telegram']],
    ['Titolo X, art. X', []],
  ] as const)
    it(text, () => assert.deepEqual(told(text).toSorted(), channels.toSorted()));
});

describe('measures', () => {
  const told = (text: string, measures = false): string | undefined =>
    ladderIn(folded(text), measures)
      ?.rungs.map(({ force, measure }) => `${force} ${measure}`)
      .join(', ');
  for (const [text, rungs] of [
    ['Chi viola le regole potrà essere bannato e segnalato alla piattaforma.', 'may ban, may report-platform'],
    ['L’utente viene ammonito e, se insiste, sarà bloccato.', 'must warn, must ban'],
    ['I reati saranno denunciati alle autorità competenti.', 'must report-authorities'],
    ['Gli utenti possono segnalare abusi ai gestori della piattaforma.', undefined],
    ['I canali sono gestiti esclusivamente dalla redazione.', undefined],
    ['Si prega di segnalare disservizi alla polizia locale.', undefined],
  ] as const)
    it(text, () => assert.equal(told(text), rungs));

  it('the number of repetitions is what the source says, or missing', () => {
    assert.equal(ladderIn(folded('Alla terza violazione l’utente è bloccato.'), false)?.threshold, 3);
    assert.equal(ladderIn(folded('Chi viola ripetutamente le regole è bloccato.'), false)?.threshold, null);
    assert.equal(ladderIn(folded('Chi viola le regole è bloccato.'), false)?.threshold, undefined);
  });
});

it('licences, ages and times of reply', () => {
  assert.deepEqual(
    licenceIn(folded('I testi sono riutilizzabili citando la fonte con licenza CC BY 4.0.'))?.credit,
    'richiesta',
  );
  assert.equal(licenceIn(folded('La licenza di pesca si chiede allo sportello.')), undefined);
  assert.deepEqual(minorsIn(folded('Non è consentito l’accesso ai minori di 14 anni.')), {
    below: 'non ammessi',
    age: 14,
  });
  assert.equal(minorsIn(folded('Tuteliamo i diritti dei minori.')), undefined);
  assert.deepEqual(replyIn(folded('Rispondiamo entro due giorni.')), { amount: 2, unit: 'days', promise: 'most' });
  assert.equal(replyIn(folded('La delibera va pubblicata entro 15 giorni.')), undefined);
});
