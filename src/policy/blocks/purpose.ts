// SPDX-License-Identifier: AGPL-3.0-or-later
import { networkScope } from '../values/networks.ts';
import { text, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** What the channels are for: the yardstick of what belongs on them. */
export const purposeBlock = block({
  kind: 'purpose',
  name: 'finalità',
  label: 'Finalità',
  keys: {
    purposes: required('scopi', orMissing(texts), 'a che cosa servono i canali'),
    scope: optional('ambito', text, 'la materia di cui l’ente si occupa lì'),
    audience: optional('destinatari', orMissing(texts), 'a chi si rivolgono'),
    channels: optional('canali', networkScope, 'i social di cui si parla; se manca, tutti'),
  },
});
export type PurposeNode = NodeOf<typeof purposeBlock>;
