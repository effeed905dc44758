// SPDX-License-Identifier: AGPL-3.0-or-later
import { networkScope } from '../values/networks.ts';
import { oneOf } from '../values/one-of.ts';
import { text, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** Who does what on the channels, and by whose authority. */
export const mandateBlock = block({
  kind: 'mandate',
  name: 'incarico',
  label: 'Incarichi',
  keys: {
    who: required('chi', orMissing(text), 'l’ufficio, il gruppo o la persona'),
    tasks: required('compiti', orMissing(texts), 'che cosa fa'),
    authorisedBy: optional('autorizza', orMissing(text), 'chi dà l’incarico'),
    act: optional(
      'atto',
      orMissing(oneOf({ required: 'richiesto', 'not-required': 'non richiesto' })),
      'se serve un atto',
    ),
    training: optional(
      'formazione',
      orMissing(oneOf({ required: 'richiesta', 'not-required': 'non richiesta' })),
      'se serve una formazione',
    ),
    members: optional('componenti', orMissing(texts), 'chi ne può far parte'),
    channels: optional('canali', networkScope, 'i social di cui si parla; se manca, tutti'),
  },
});
export type MandateNode = NodeOf<typeof mandateBlock>;
