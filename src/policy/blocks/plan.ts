// SPDX-License-Identifier: AGPL-3.0-or-later
import { networkScope } from '../values/networks.ts';
import { oneOf } from '../values/one-of.ts';
import { text, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** The editorial plan and the work plan: who writes them, who approves them, how often. */
export const planBlock = block({
  kind: 'plan',
  name: 'piano',
  label: 'Piano editoriale',
  keys: {
    of: required('tipo', oneOf({ editorial: 'editoriale', calendar: 'calendario', work: 'di lavoro' }), 'quale piano'),
    preparedBy: optional('prepara', orMissing(text), 'chi lo scrive'),
    approvedBy: optional('approva', orMissing(text), 'chi lo approva'),
    every: optional(
      'cadenza',
      orMissing(oneOf({ weekly: 'settimanale', monthly: 'mensile', yearly: 'annuale', continuous: 'continua' })),
      'ogni quanto si rifà',
    ),
    themes: optional('temi', orMissing(texts), 'gli argomenti'),
    channels: optional('canali', networkScope, 'i social di cui si parla; se manca, tutti'),
  },
});
export type PlanNode = NodeOf<typeof planBlock>;
