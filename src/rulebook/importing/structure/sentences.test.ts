// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sentencesOf } from './sentences.ts';

for (const { what, text, sentences } of [
  {
    what: 'abbreviations do not end a sentence',
    text: 'Si applica l’art. 5 del D.Lgs. n. 196 del 2003, lett. B del co. 2. Restano salve le altre norme.',
    sentences: ['Si applica l’art. 5 del D.Lgs. n. 196 del 2003, lett. B del co. 2.', 'Restano salve le altre norme.'],
  },
  {
    what: 'addresses do not end a sentence',
    text: 'Scrivi a urp@ente.example. Il sito è www.ente.example. Vedi https://ente.example/a.html?b=C.',
    sentences: ['Scrivi a urp@ente.example.', 'Il sito è www.ente.example.', 'Vedi https://ente.example/a.html?b=C.'],
  },
  {
    what: '«ecc.» ends one only before a capital',
    text: 'Foto, video, ecc. sono benvenuti. Evita link, spam, ecc. La redazione legge tutto.',
    sentences: ['Foto, video, ecc. sono benvenuti.', 'Evita link, spam, ecc.', 'La redazione legge tutto.'],
  },
  {
    what: 'questions, exclamations and closed quotations end one',
    text: 'Chi risponde? La redazione! Dice «buongiorno.» Poi legge.',
    sentences: ['Chi risponde?', 'La redazione!', 'Dice «buongiorno.»', 'Poi legge.'],
  },
  {
    what: 'initials do not',
    text: 'Il dott. A. Rossi e la sig.ra M. Verdi.',
    sentences: ['Il dott. A. Rossi e la sig.ra M. Verdi.'],
  },
  {
    what: 'hours with a dot do not',
    text: 'Dalle 8.30 alle 12. Poi si chiude.',
    sentences: ['Dalle 8.30 alle 12.', 'Poi si chiude.'],
  },
])
  it(what, () => assert.deepEqual(sentencesOf(text), sentences));
