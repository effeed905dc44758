// SPDX-License-Identifier: AGPL-3.0-or-later
import { phone } from '../values/phone.ts';
import { address, text, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** Where citizens write, and what for. */
export const contactBlock = block({
  kind: 'contact',
  name: 'contatto',
  label: 'Contatto',
  keys: {
    purposes: required('per', texts, 'per che cosa si scrive'),
    address: required('indirizzo', orMissing(address), 'e-mail o pagina web'),
    phone: optional('telefono', orMissing(phone), 'il numero da chiamare'),
    office: optional('ufficio', orMissing(text), 'chi legge'),
  },
});
export type ContactNode = NodeOf<typeof contactBlock>;
