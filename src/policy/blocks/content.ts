// SPDX-License-Identifier: AGPL-3.0-or-later
import { categories } from '../values/categories.ts';
import { draftChecks } from '../values/draft-checks.ts';
import { networkScope } from '../values/networks.ts';
import { oneOf } from '../values/one-of.ts';
import { address, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** What the body itself may, must or may not publish, and what a draft has to carry. */
export const contentBlock = block({
  kind: 'content',
  name: 'contenuto',
  label: 'Contenuti',
  keys: {
    force: required(
      'carattere',
      oneOf({ may: 'si può', must: 'si deve', 'must-not': 'non si può', style: 'stile' }),
      'se si può, si deve, non si può pubblicare, o se è lo stile',
    ),
    what: required('cosa', orMissing(texts), 'i tipi di contenuto o la regola, in parole'),
    speakers: optional('chi', orMissing(texts), 'le persone di cui si riportano parole'),
    sources: optional('fonti', orMissing(texts), 'da dove possono venire i contenuti di altri'),
    asks: optional('chiede', orMissing(texts), 'che cosa una bozza deve avere con sé'),
    link: optional('rimanda a', orMissing(address), 'la pagina a cui il contenuto rimanda'),
    categories: optional('se', categories, 'le categorie che il controllo della bozza cerca nel testo'),
    seeks: optional('controlli', draftChecks, 'che cos’altro il controllo della bozza cerca'),
    check: optional(
      'verifica',
      oneOf({ machine: 'automatica', person: 'di una persona' }),
      'chi controlla: il programma o una persona',
    ),
    outcome: optional(
      'se manca',
      oneOf({ block: 'si ferma', justify: 'si motiva', advise: 'si avverte' }),
      'che cosa succede a una bozza che non rispetta la regola',
    ),
    channels: optional('canali', networkScope, 'i social di cui si parla; se manca, tutti'),
  },
});
export type ContentNode = NodeOf<typeof contentBlock>;
