// SPDX-License-Identifier: AGPL-3.0-or-later

import { oneOf } from '../values/one-of.ts';
import { phrases } from '../values/phrases.ts';
import { text } from '../values/text.ts';
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
    name: required('nome', categoryName, 'il nome da usare nelle regole, in minuscolo con trattini'),
    label: required('etichetta', text, 'come la leggono le persone'),
    gravity: required(
      'gravità',
      oneOf({ 0: 'grave', 1: 'alta', 2: 'ordinaria', 3: 'bassa' }),
      'quanto presto va guardata',
    ),
    words: optional(
      'parole',
      phrases,
      'le parole che la mostrano; `*` è il resto di una parola, `#` una cifra, `{maiuscole}`, `{link}` e `{menzione}` un aspetto',
    ),
    fromText: optional('dal testo', oneOf({ yes: 'sì', no: 'no' }), 'se basta leggere il testo per accorgersene'),
  },
});
export type CategoryNode = NodeOf<typeof categoryBlock>;
