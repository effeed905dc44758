// SPDX-License-Identifier: AGPL-3.0-or-later
import { weekdays } from '../values/days.ts';
import { dayRanges } from '../values/hours.ts';
import { networkScope } from '../values/networks.ts';
import { text, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** Looking after the pages outside the usual hours. */
export const coverBlock = block({
  kind: 'cover',
  name: 'copertura',
  label: 'Copertura straordinaria',
  keys: {
    reasons: required('motivo', orMissing(texts), 'quando accade'),
    decidedBy: optional('decide', orMissing(text), 'chi lo decide'),
    days: optional('giorni', orMissing(weekdays), 'in quali giorni'),
    ranges: optional('ore', orMissing(dayRanges), 'in quali ore'),
    channels: optional('canali', networkScope, 'i social di cui si parla; se manca, tutti'),
  },
});
export type CoverNode = NodeOf<typeof coverBlock>;
