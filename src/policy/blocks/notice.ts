// SPDX-License-Identifier: AGPL-3.0-or-later
import { oneOf } from '../values/one-of.ts';
import { address, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** What readers are told so that they know: whose responsibility, whose contents, whose rules. */
export const noticeBlock = block({
  kind: 'notice',
  name: 'avvertenza',
  label: 'Avvertenza',
  keys: {
    about: required(
      'su',
      oneOf({
        responsibility: 'responsabilità',
        others: 'contenuti di altri',
        platforms: 'regole dei social',
        availability: 'disponibilità',
        accuracy: 'esattezza',
        changes: 'modifiche',
        users: 'chi scrive',
        accessibility: 'accessibilità',
        advertising: 'pubblicità dei social',
        official: 'valore ufficiale',
      }),
      'di che cosa avverte',
    ),
    shown: optional('dove', orMissing(texts), 'dove si mostra, oltre che in questa pagina'),
    address: optional('indirizzo', orMissing(address), 'la pagina a cui rimanda'),
  },
});
export type NoticeNode = NodeOf<typeof noticeBlock>;
