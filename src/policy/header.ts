// SPDX-License-Identifier: AGPL-3.0-or-later
import { required } from './blocks/block.ts';
import { text } from './values/text.ts';
import { bad, good, orMissing, type ValueKind } from './values/value.ts';

const shaped = (shape: RegExp, expected: string): ValueKind<string> => ({
  expected,
  read: (raw) => (shape.test(raw) ? good(raw) : bad({ code: 'POL-E019', found: raw, expected })),
  print: (value) => value,
});

/** The header's keys, in the order the formatter writes them. */
export const HEADER_KEYS = {
  body: required('ente', shaped(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lettere minuscole, numeri e trattini')),
  bodyName: required('nome', text),
  prefix: required('sigla', shaped(/^[A-Z][A-Z0-9]*$/, 'lettere maiuscole e numeri')),
  title: required('titolo', text),
  version: required('versione', text),
  adopted: required('adottata', orMissing(text)),
  source: required('fonte', orMissing(text)),
} as const;
