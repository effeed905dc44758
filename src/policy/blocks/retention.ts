// SPDX-License-Identifier: AGPL-3.0-or-later
import { duration } from '../values/duration.ts';
import { itemKinds } from '../values/kinds.ts';
import { networkScope } from '../values/networks.ts';
import { oneOf } from '../values/one-of.ts';
import { text, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** How long something is kept, and what becomes of it. */
export const retentionBlock = block({
  kind: 'retention',
  name: 'conservazione',
  label: 'Conservazione',
  keys: {
    of: required('di', texts, 'che cosa si conserva'),
    within: optional('per', orMissing(duration), 'per quanto tempo'),
    until: optional('fino a', orMissing(text), 'fino a quando, se non è un tempo'),
    after: optional(
      'poi',
      orMissing(oneOf({ erase: 'si cancella', archive: 'si archivia', anonymise: 'si rende anonimo' })),
      'che cosa succede dopo',
    ),
    channels: optional('canali', networkScope, 'i social di cui si parla; se manca, tutti'),
    kinds: optional('interventi', itemKinds, 'i tipi d’intervento; se manca, tutti'),
  },
});
export type RetentionNode = NodeOf<typeof retentionBlock>;
