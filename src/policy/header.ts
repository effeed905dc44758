// SPDX-License-Identifier: AGPL-3.0-or-later
import { optional, required } from './blocks/block.ts';
import { text } from './values/text.ts';
import { bad, good, orMissing, type ValueKind } from './values/value.ts';

const shaped = (shape: RegExp, expected: string): ValueKind<string> => ({
  expected,
  read: (raw) => (shape.test(raw) ? good(raw) : bad({ code: 'POL-E019', found: raw, expected })),
  print: (value) => value,
});

/** The header's keys, in the order the formatter writes them. */
export const HEADER_KEYS = {
  body: required(
    'ente',
    shaped(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lettere minuscole, numeri e trattini'),
    'il nome breve dell’ente, come nel nome del file',
  ),
  bodyName: required('nome', text, 'il nome dell’ente'),
  prefix: required(
    'sigla',
    shaped(/^[A-Z][A-Z0-9]*$/, 'lettere maiuscole e numeri'),
    'con cui comincia il numero di ogni punto',
  ),
  title: required('titolo', text, 'il titolo del documento'),
  version: required('versione', text, 'il numero di questa versione'),
  adopted: required('adottata', orMissing(text), 'l’atto e la data'),
  drafted: optional('redatta', text, 'quando il documento è stato scritto, se la fonte lo dice'),
  source: required('fonte', orMissing(text), 'da quale documento viene il testo'),
} as const;
