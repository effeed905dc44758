// SPDX-License-Identifier: AGPL-3.0-or-later
import { address, text, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** Where citizens write, and what for. */
export const contactBlock = block({
  kind: 'contact',
  name: 'contatto',
  label: 'Contatto',
  keys: {
    purposes: required('per', texts),
    address: required('indirizzo', orMissing(address)),
    office: optional('ufficio', orMissing(text)),
  },
});
export type ContactNode = NodeOf<typeof contactBlock>;
