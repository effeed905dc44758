// SPDX-License-Identifier: AGPL-3.0-or-later
import { clausesOrAll } from '../values/clause-ids.ts';
import { networkScope } from '../values/networks.ts';
import { oneOf } from '../values/one-of.ts';
import { block, type NodeOf, optional, required } from './block.ts';
import { MODALITY_LABELS } from './rule.ts';

/** A reservation made once: what clauses only ask becomes removable. */
export const discretionBlock = block({
  kind: 'discretion',
  name: 'discrezione',
  label: 'Facoltà di rimozione',
  keys: {
    clauses: required('norme', clausesOrAll, 'i punti a cui si applica, o `tutte`'),
    effect: required(
      'effetto',
      oneOf({ 'may-remove': MODALITY_LABELS['may-remove'], 'must-remove': MODALITY_LABELS['must-remove'] }),
      'che cosa diventa possibile',
    ),
    channels: optional('canali', networkScope, 'i social di cui si parla; se manca, tutti'),
  },
});
export type DiscretionNode = NodeOf<typeof discretionBlock>;
