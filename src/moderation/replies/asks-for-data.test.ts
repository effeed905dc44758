// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataAskedIn } from './asks-for-data.ts';

const kinds = (text: string) => [...new Set(dataAskedIn(text).map(({ of }) => of))].toSorted();

test('asking whoever reads for their data', () => {
  const asked: readonly (readonly [string, readonly string[]])[] = [
    ['Ci può mandare il codice fiscale?', ['personal']],
    ['Ci mandi il suo numero di telefono, la richiamiamo.', ['personal']],
    ['Scrivici nome e cognome e il numero di pratica', ['personal']],
    ['Mi servono data di nascita e tessera sanitaria', ['personal']],
    ['Ci invii il referto e la diagnosi', ['health']],
    ['Può inviarci una foto della ricetta?', ['health', 'personal']],
    ['Qual è il suo indirizzo?', ['personal']],
  ];
  for (const [text, expected] of asked) assert.deepEqual(kinds(text), expected, text);
});

test('saying where to go, or not to send anything, asks for nothing', () => {
  for (const text of [
    'Può rivolgersi all’URP, aperto dal lunedì al venerdì.',
    'Le chiediamo di non inviarci referti o diagnosi.',
    'Non ci mandi il codice fiscale in un commento.',
    'Il referto si ritira allo sportello con la tessera sanitaria.',
    'Ci scriva senza indicare il codice fiscale.',
    'Può portare allo sportello il codice fiscale.',
    'Trova tutte le informazioni alla pagina www.comune.esempio.example',
  ])
    assert.deepEqual(dataAskedIn(text), [], text);
});
