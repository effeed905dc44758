// SPDX-License-Identifier: AGPL-3.0-or-later
import { oneOf } from '../values/one-of.ts';
import { texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** Whose consent images and data of people need. */
export const consentBlock = block({
  kind: 'consent',
  name: 'liberatoria',
  label: 'Liberatorie',
  keys: {
    of: required('di', texts, 'chi deve dare il consenso'),
    form: required(
      'forma',
      orMissing(oneOf({ written: 'scritta', explicit: 'esplicita', any: 'libera' })),
      'in quale forma',
    ),
    shows: optional('per', texts, 'che cosa si mostra'),
    applies: required('vale per', oneOf({ staff: 'personale', users: 'utenti', everyone: 'tutti' }), 'chi pubblica'),
    exceptions: optional('eccezioni', orMissing(texts), 'quando non serve'),
  },
});
export type ConsentNode = NodeOf<typeof consentBlock>;
