// SPDX-License-Identifier: AGPL-3.0-or-later
import { normId } from '../values/norm-id.ts';
import { address, text } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** A law, a guide or a document that the policy rests on. */
export const referenceBlock = block({
  kind: 'reference',
  name: 'norma',
  label: 'Riferimenti',
  keys: {
    act: required('atto', text, 'il nome con cui si cita qui'),
    norm: optional('identificativo', orMissing(normId), 'lo stesso per ogni modo di citarla'),
    articles: optional('articoli', text, 'quali articoli'),
    cited: optional('citata come', text, 'le parole della fonte, se sono diverse'),
    address: optional('indirizzo', orMissing(address), 'dove si legge'),
  },
});
export type ReferenceNode = NodeOf<typeof referenceBlock>;
