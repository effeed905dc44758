// SPDX-License-Identifier: AGPL-3.0-or-later
import { oneOf } from '../values/one-of.ts';
import { text, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional } from './block.ts';

/** How the document itself changes, and who is told. */
export const revisionBlock = block({
  kind: 'revision',
  name: 'aggiornamento',
  label: 'Aggiornamento del documento',
  keys: {
    by: optional('a cura di', orMissing(text), 'chi lo aggiorna'),
    every: optional('cadenza', orMissing(oneOf({ yearly: 'annuale', 'when-needed': 'quando serve' })), 'ogni quanto'),
    toldTo: optional('comunicato a', orMissing(texts), 'chi ne viene informato'),
    noted: optional(
      'annotato',
      orMissing(oneOf({ document: 'nel documento', apart: 'a parte' })),
      'dove resta scritto che cosa è cambiato',
    ),
  },
});
export type RevisionNode = NodeOf<typeof revisionBlock>;
