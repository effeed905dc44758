// SPDX-License-Identifier: AGPL-3.0-or-later
import { itemKinds } from '../values/kinds.ts';
import { networkScope } from '../values/networks.ts';
import { oneOf } from '../values/one-of.ts';
import { text, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** What is measured or watched over, by whom and how often. */
export const measureBlock = block({
  kind: 'measure',
  name: 'misura',
  label: 'Che cosa si misura',
  keys: {
    what: required('cosa', texts, 'che cosa si misura o si guarda'),
    target: optional('obiettivo', orMissing(text), 'il valore da raggiungere'),
    every: optional(
      'cadenza',
      orMissing(
        oneOf({
          prompt: 'appena possibile',
          weekly: 'settimanale',
          monthly: 'mensile',
          yearly: 'annuale',
          continuous: 'continua',
        }),
      ),
      'ogni quanto',
    ),
    by: optional('a cura di', orMissing(text), 'chi se ne occupa'),
    clock: optional(
      'orologio',
      orMissing(oneOf({ continuous: 'continuo', 'in-hours': 'in orario di moderazione' })),
      'quali ore si contano',
    ),
    excludes: optional('esclusi', orMissing(texts), 'che cosa non si conta'),
    channels: optional('canali', networkScope, 'i social di cui si parla; se manca, tutti'),
    kinds: optional('interventi', itemKinds, 'i tipi d’intervento; se manca, tutti'),
  },
});
export type MeasureNode = NodeOf<typeof measureBlock>;
