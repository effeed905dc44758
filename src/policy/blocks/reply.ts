// SPDX-License-Identifier: AGPL-3.0-or-later
import { categories } from '../values/categories.ts';
import { duration } from '../values/duration.ts';
import { itemKinds } from '../values/kinds.ts';
import { networkScope } from '../values/networks.ts';
import { numberBetween } from '../values/number.ts';
import { oneOf } from '../values/one-of.ts';
import { quoted, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** How, when and within what time messages are answered. */
export const replyBlock = block({
  kind: 'reply',
  name: 'risposta',
  label: 'Risposta',
  keys: {
    by: required(
      'tipo',
      oneOf({ automatic: 'automatica', staff: 'del personale', intake: 'presa in carico' }),
      'chi risponde',
    ),
    when: optional(
      'quando',
      orMissing(oneOf({ night: 'di notte', 'out-of-hours': 'fuori orario', always: 'sempre' })),
      'in quali ore',
    ),
    within: optional('entro', orMissing(duration), 'in quanto tempo'),
    promise: optional(
      'promessa',
      orMissing(oneOf({ average: 'media', most: 'massimo' })),
      'se il tempo è una media o un massimo',
    ),
    clock: optional(
      'orologio',
      orMissing(oneOf({ continuous: 'continuo', 'in-hours': 'in orario di moderazione' })),
      'quali ore si contano',
    ),
    share: optional('percentuale', orMissing(numberBetween(0, 100, true)), 'a quanti messaggi si risponde, su cento'),
    ways: optional('come', orMissing(texts), 'in quali modi'),
    text: optional('testo', orMissing(quoted), 'le parole della risposta'),
    categories: optional('se', categories, 'a quali categorie'),
    channels: optional('canali', networkScope, 'i social di cui si parla; se manca, tutti'),
    kinds: optional('interventi', itemKinds, 'i tipi d’intervento; se manca, tutti'),
  },
  check: ({ by, when, text: words, within, promise, clock }) => [
    ...(by === 'automatic' && (when === undefined || words === undefined)
      ? [{ key: 'tipo', remark: { code: 'POL-E044', found: 'automatica' } } as const]
      : []),
    ...(within === undefined && promise !== undefined
      ? [{ key: 'promessa', remark: { code: 'POL-E045' } } as const]
      : []),
    ...(within === undefined && clock !== undefined
      ? [{ key: 'orologio', remark: { code: 'POL-E045' } } as const]
      : []),
  ],
});
export type ReplyNode = NodeOf<typeof replyBlock>;
