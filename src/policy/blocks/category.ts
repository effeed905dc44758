// SPDX-License-Identifier: AGPL-3.0-or-later

import { oneOf } from '../values/one-of.ts';
import { quotedTexts, text } from '../values/text.ts';
import { bad, good, type ValueKind } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

const categoryName: ValueKind<string> = {
  expected: 'un nome in minuscolo, con trattini',
  read: (raw) =>
    /^\p{Ll}[\p{Ll}\d]*(-[\p{Ll}\d]+)*$/u.test(raw)
      ? good(raw)
      : bad({ code: 'POL-E019', found: raw, expected: 'un nome in minuscolo, con trattini' }),
  print: (value) => value,
};

/** A category of the body's own, beside the common vocabulary. */
export const categoryBlock = block({
  kind: 'category',
  name: 'categoria',
  keys: {
    name: required('nome', categoryName),
    label: required('etichetta', text),
    gravity: required('gravità', oneOf({ 0: 'grave', 1: 'alta', 2: 'ordinaria', 3: 'bassa' })),
    words: optional('parole', quotedTexts),
    fromText: optional('dal testo', oneOf({ yes: 'sì', no: 'no' })),
  },
});
export type CategoryNode = NodeOf<typeof categoryBlock>;
