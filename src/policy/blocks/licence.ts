// SPDX-License-Identifier: AGPL-3.0-or-later
import { oneOf } from '../values/one-of.ts';
import { address, text, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** Under which licence contents are given and taken. */
export const licenceBlock = block({
  kind: 'licence',
  name: 'licenza',
  label: 'Licenza',
  keys: {
    of: required(
      'di',
      oneOf({ own: 'contenuti dell’ente', others: 'contenuti di altri', users: 'contenuti degli utenti' }),
      'di chi sono i contenuti',
    ),
    name: optional('nome', orMissing(text), 'il nome della licenza'),
    address: optional('indirizzo', orMissing(address), 'dove se ne legge il testo'),
    reuse: optional(
      'riuso',
      orMissing(oneOf({ free: 'libero', conditional: 'a condizioni', forbidden: 'vietato' })),
      'se altri li possono usare',
    ),
    credit: optional(
      'citazione',
      orMissing(oneOf({ required: 'richiesta', 'where-possible': 'se possibile', 'not-asked': 'non richiesta' })),
      'se la fonte va citata',
    ),
    how: optional('come', orMissing(texts), 'come si cita, o a quali condizioni si usa'),
  },
});
export type LicenceNode = NodeOf<typeof licenceBlock>;
