// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicPage } from '../public-page.ts';
import { clauseText, policyOf } from '../testing/sample.ts';

/** What citizens read of a clause with these blocks: `etichetta: riga | riga`. */
function read(...blocks: readonly string[]): readonly string[] {
  const { document } = policyOf([clauseText(90, ...blocks)]);
  const clause = publicPage(document)
    .sections.flatMap(({ clauses }) => clauses)
    .find(({ id }) => id === 'ESE-090');
  assert.ok(clause !== undefined);
  return clause.blocks.map(({ label, lines }) => `${label}: ${lines.join(' | ')}`);
}

test('a law is cited as one cites it, several together as a list', () => {
  assert.deepEqual(
    read(
      'norma\natto: regolamento (UE) 2016/679\nidentificativo: UE 2016/679\ncitata come: GDPR',
      'norma\natto: legge di prova\narticoli: art. 3\nindirizzo: dato mancante',
    ),
    [
      'Riferimenti: Regolamento (UE) 2016/679, nella fonte «GDPR». Identificativo: UE 2016/679 | Legge di prova, art. 3. Si legge in: dato mancante',
    ],
  );
});

test('channels of one clause make one list, a line for each', () => {
  assert.deepEqual(
    read('canale\nrete: Facebook\nmessaggi diretti: usati', 'canale\nrete: X\nmessaggi diretti: dato mancante'),
    ['Canali: Facebook: si può scrivere con messaggi diretti | X: messaggi diretti: dato mancante'],
  );
  assert.deepEqual(read('canale\nrete: tutti tranne X\nstato: da attivare\nindirizzo: dato mancante'), [
    'Canale: Tutti i social tranne X | Presenza prevista, non ancora attiva | Indirizzo: dato mancante',
  ]);
});

test('rules, reservation and measures are told as what happens', () => {
  assert.deepEqual(read('regola\nmodalità: si chiede\nse: insulti o spam\nforza minima: 0,7\ncanali: X'), [
    'Regola: Si chiede di evitare: Insulti e offese e Spam | Canali: X',
  ]);
  assert.deepEqual(read('regola\nmodalità: può essere rimosso\nse: dato mancante'), [
    'Regola: Può essere rimosso: dato mancante',
  ]);
  assert.deepEqual(
    read(
      'gradualità\nsoglia: 3\navviso: se possibile\n- si può: bloccare (nei casi gravi)\n- si deve: segnalare alle autorità',
    ),
    [
      'Gradualità delle misure: Prima di ogni altra misura, se possibile, si avvisa chi ha scritto. | Si può bloccare chi ha scritto, nei casi gravi. | Si deve segnalare il caso alle autorità. | Vale dopo 3 volte.',
    ],
  );
  assert.deepEqual(read('discrezione\nnorme: tutte\neffetto: può essere rimosso'), [
    'Facoltà di rimozione: Ciò che non rispetta le regole che qui si chiede di seguire può essere rimosso.',
  ]);
});

test('hours and times are a sentence where they are known, and each missing datum is named', () => {
  assert.deepEqual(
    read('orario\nvale per: moderazione\ngiorni: sabato\nore: dalle 9:00 alle 12:00\nfestivi: esclusi'),
    ['Orario: I canali sono seguiti di sabato, dalle 9:00 alle 12:00 | Festivi esclusi'],
  );
  assert.deepEqual(read('orario\nvale per: moderazione\ngiorni: dal lunedì al venerdì\nore: dato mancante'), [
    'Orario: Vale per: moderazione | Giorni: dal lunedì al venerdì | Ore: dato mancante',
  ]);
  assert.deepEqual(
    read(
      'risposta\ntipo: del personale\nentro: 2 giorni\npromessa: massimo\norologio: dato mancante\npercentuale: 95\nse: domanda',
    ),
    [
      'Risposta: Risponde il personale | Riguarda: Domanda | Tempo di risposta: 2 giorni, al massimo, ore che si contano: dato mancante | A quanti messaggi: 95 su 100',
    ],
  );
});

test('rights, consent and age', () => {
  assert.deepEqual(read('licenza\ndi: contenuti di altri\nriuso: vietato'), [
    'Licenza: I contenuti di altri non si possono riusare',
  ]);
  assert.deepEqual(read('liberatoria\ndi: ogni persona riconoscibile\nforma: dato mancante\nvale per: utenti'), [
    'Liberatorie: Serve il consenso di: ogni persona riconoscibile | In quale forma: dato mancante | Vale per chi scrive sulle pagine',
  ]);
  assert.deepEqual(read('minori\netà: 14\nsotto: con consenso\nconsenso di: genitori'), [
    'Minori: Sotto i 14 anni serve un consenso | Il consenso è di: genitori',
  ]);
});

test('a notice is its clause’s own prose; how drafts are checked is the desk’s affair', () => {
  assert.deepEqual(read('avvertenza\nsu: responsabilità'), []);
  assert.deepEqual(read('avvertenza\nsu: accessibilità\nindirizzo: https://ente.example/accessibilita'), [
    'Avvertenza: Si legge in: https://ente.example/accessibilita',
  ]);
  assert.deepEqual(
    read('contenuto\ncarattere: non si può\ncosa: atti interni\nverifica: automatica\nse manca: si ferma'),
    ['Contenuti: Non si può pubblicare: atti interni'],
  );
});
