// SPDX-License-Identifier: AGPL-3.0-or-later
import { categories } from '../values/categories.ts';
import { itemKinds } from '../values/kinds.ts';
import { networkScope } from '../values/networks.ts';
import { address, text } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** Which requests belong to which office or page. */
export const routingBlock = block({
  kind: 'routing',
  name: 'instradamento',
  label: 'A chi rivolgersi',
  keys: {
    categories: required('se', categories),
    office: required('verso', orMissing(text)),
    address: optional('indirizzo', orMissing(address)),
    answer: optional('risposta', orMissing(text)),
    channels: optional('canali', networkScope),
    kinds: optional('interventi', itemKinds),
  },
});
export type RoutingNode = NodeOf<typeof routingBlock>;
