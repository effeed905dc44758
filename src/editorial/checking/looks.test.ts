// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile, parse } from '#policy';
import { checkDraft } from './check-draft.ts';
import type { CheckName } from './check-names.ts';
import type { DraftToCheck } from './draft.ts';

// Each check on what shows it and on what only looks like it, under a policy that asks for everything.

const FILE = join(import.meta.dirname, '../../../bench/drafts/everything.policy.md');
const { policy: document } = parse(readFileSync(FILE, 'utf8'), FILE);
assert.ok(document);
const policy = compile(document);

const found = (draft: DraftToCheck | string): readonly CheckName[] => [
  ...new Set(checkDraft(typeof draft === 'string' ? { text: draft } : draft, policy).map(({ check }) => check)),
];

interface Case {
  readonly check: CheckName;
  readonly shows: readonly (DraftToCheck | string)[];
  readonly leaves: readonly (DraftToCheck | string)[];
}

const CASES: readonly Case[] = [
  {
    check: 'personal-data',
    shows: [
      'Per le chiavi chiamate Pino al 347 0001234, abita in via delle Rose 3.',
      'Il codice fiscale vincitore è VRDNTN80A01H501Z.',
      'Aiutiamo la famiglia: IBAN IT60X0542811101000000123456, intestato al papà.',
      {
        text: 'Ecco la graduatoria.',
        images: [{ description: 'foglio con nomi e date di nascita', alt: 'x', people: 'nobody' }],
      },
    ],
    leaves: [
      'Il sindaco Manlio Inventini riceve il martedì. Segreteria: 0999 555010, segreteria@comune.example.',
      'Donazioni sul conto di tesoreria del Comune: IT60X0542811101000000123456.',
      'Lavori in via Giuseppe Garibaldi 12, davanti alla scuola Grazia Deledda.',
      'La Giunta ha conferito l’incarico di direttore del Dipartimento Agricoltura a Furio Inventini.',
    ],
  },
  {
    check: 'sensitive-data',
    shows: [
      'Il nostro Ettore Inventini, in Pediatria per la chemio, compie 6 anni.',
      'Si tratta di un sedicenne di Borgofinto che frequenta l’agrario: ha la meningite.',
    ],
    leaves: [
      'Giornata del diabete: glicemia gratis per tutti, dalle 9 alle 13.',
      'Chi ha una malattia cronica si vaccina senza appuntamento.',
    ],
  },
  {
    check: 'judicial-data',
    shows: ['Germano Inventini, magazziniere, è stato condannato in primo grado per furto.'],
    leaves: ['Rinnovata con il Tribunale la convenzione per i lavori di pubblica utilità: dodici posti.'],
  },
  {
    check: 'minor',
    shows: [
      'Complimenti a Nicolò Inventini, 13 anni, della seconda C.',
      {
        text: 'Al centro estivo!',
        images: [{ description: 'x', alt: 'x', people: 'two children, consent of one parent each' }],
      },
    ],
    leaves: [
      'Ingresso gratis sotto i 14 anni, ridotto dai 14 ai 18 anni.',
      {
        text: 'Il muro ha un sole.',
        images: [{ description: 'x', alt: 'x', people: 'two children, release L-1 and consent C-1 of both parents' }],
      },
    ],
  },
  {
    check: 'named-without-basis',
    shows: [
      { text: 'La squadra in pausa.', images: [{ description: 'x', alt: 'x', people: 'four employees, none' }] },
      'Dopo 38 anni va in pensione Ivo Inventini, di Ortopedia.',
    ],
    leaves: [
      {
        text: 'Loretta Inventini è educatrice qui dal 2009.',
        images: [{ description: 'x', alt: 'x', people: 'Loretta Inventini, release L-1 and consent C-1' }],
      },
      { text: '«La mente resta», scriveva Franco Basaglia.', source: 'Franco Basaglia, Conferenze, 1979' },
    ],
  },
  {
    check: 'small-town',
    shows: ['Oggi parliamo del fornaio di 43 anni di Pietrafinta, in dialisi da sei mesi.'],
    leaves: ['Il fornaio di piazza Dante riapre lunedì.', 'Nel registro ci sono 900 persone in dialisi.'],
  },
  {
    check: 'alleged-offender',
    shows: [
      'Le telecamere lo hanno ripreso mentre scaricava un frigorifero.',
      'Ecco chi imbratta i muri: presa sul fatto ieri.',
    ],
    leaves: ['Abbandono di rifiuti: 41 sanzioni in un anno.', 'Truffe agli anziani: come riconoscerle.'],
  },
  {
    check: 'reserved-act',
    shows: [
      'Nella bozza di delibera che la Giunta voterà giovedì l’aliquota scende.',
      'La determina è ancora al visto, ma da marzo si cambia.',
      'Nella mail interna di ieri si legge che il reparto chiude.',
    ],
    leaves: [
      'Il Consiglio ha adottato il piano: entro 60 giorni si presentano osservazioni.',
      'Pubblicata la graduatoria definitiva dei nidi.',
    ],
  },
  {
    check: 'dispute',
    shows: ['La causa davanti al Tribunale è in corso e siamo certi che il giudice ci darà ragione.'],
    leaves: ['Prima della causa si può provare a parlarsi: corso per mediatori.', 'Lavori in corso in via Verdi.'],
  },
  {
    check: 'politics',
    shows: ['Un abbraccio a chi era alla cena di Lista Orizzonte Finto: in primavera si vince ancora!'],
    leaves: [
      'Si vota domenica dalle 7 alle 23, con la tessera elettorale.',
      'Il Consiglio ha approvato la legge con 27 voti favorevoli e 11 contrari.',
    ],
  },
  {
    check: 'electoral',
    shows: [{ text: 'Il nido è il fiore all’occhiello della nostra Amministrazione.', isElectoral: true }],
    leaves: [
      'Il nido è il fiore all’occhiello della nostra Amministrazione.',
      { text: 'Il centro di raccolta è chiuso da lunedì a mercoledì.', isElectoral: true },
    ],
  },
  {
    check: 'advertising',
    shows: ['Da FitFinto trovate il 30 per cento di sconto fino a domenica: la migliore della zona.'],
    leaves: ['Multe: sconto del 30 per cento entro cinque giorni.', 'Piscina comunale: ingresso 6 euro, ridotto 4.'],
  },
  {
    check: 'source-missing',
    shows: [
      'Ci segnalano da più parti che l’acqua non sarebbe potabile.',
      { text: 'Condividiamo.', source: 'none given' },
    ],
    leaves: [{ text: 'Secondo uno studio i treni sono puntuali.', source: 'Istituto di statistica, rapporto 2026' }],
  },
  {
    check: 'rights-missing',
    shows: ['La piena dall’alto (foto trovata sul web).'],
    leaves: [{ text: 'La foto che ha vinto il concorso.', source: 'foto dell’Archivio del Comune, CC BY 4.0' }],
  },
  { check: 'ironic', shows: ['Chi poteva immaginare che a dicembre nevicasse?'], leaves: ['A dicembre può nevicare.'] },
  {
    check: 'too-familiar',
    shows: ['Ciao ragazzi miei, vi vogliamo bene!'],
    leaves: ['Buon lavoro a chi comincia oggi.'],
  },
  {
    check: 'link-missing',
    shows: ['L’elenco e la prenotazione sono online.'],
    leaves: [{ text: 'L’elenco è sul sito.', links: ['https://comune.example/a'] }, 'Domani scuole chiuse per neve.'],
  },
  {
    check: 'alt-missing',
    shows: [
      { text: 'Il ponte.', alt: [''] },
      { text: 'Il ponte.', images: [{ description: 'ponte', people: 'nobody' }] },
    ],
    leaves: [{ text: 'Il ponte.', alt: ['Ponte di legno al tramonto'] }],
  },
  {
    check: 'network-data',
    shows: [
      'Scriveteci qui sotto nome, cognome e codice fiscale e vi rispondiamo.',
      { text: 'Iscrizioni aperte.', links: ['https://forms.gle/abc'] },
    ],
    leaves: ['Portate il curriculum allo sportello.', 'Non chiediamo mai dati bancari per e-mail.'],
  },
];

for (const { check, shows, leaves } of CASES) {
  test(`${check} is found where it is`, () => {
    for (const draft of shows) assert.ok(found(draft).includes(check), JSON.stringify(draft));
  });
  test(`${check} is not found where it only seems to be`, () => {
    for (const draft of leaves) assert.ok(!found(draft).includes(check), JSON.stringify(draft));
  });
}

/** Each once made a pattern start again from every letter: with that, this test would not end. */
const HOSTILE = ['un’', 'a’a ', 'ab', 'a-', 'a.', 'il padre del gestore del ', 'via Roma 12, '];

test('long texts cost little more than their length', () => {
  for (const piece of HOSTILE)
    assert.ok(Array.isArray(found(piece.repeat(Math.floor(60_000 / piece.length)))), JSON.stringify(piece));
  const long = 'Il sindaco e la signora Maria Inventini di via Fermi, non ancora approvata. '.repeat(500);
  assert.ok(found(long).length > 0);
});
