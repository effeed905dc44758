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
    categories: required('se', categories, 'quali categorie'),
    office: required('verso', orMissing(text), 'l’ufficio a cui vanno'),
    address: optional('indirizzo', orMissing(address), 'come lo si raggiunge'),
    answer: optional('risposta', orMissing(text), 'che cosa si dice a chi scrive'),
    channels: optional('canali', networkScope, 'i social di cui si parla; se manca, tutti'),
    kinds: optional('interventi', itemKinds, 'i tipi d’intervento; se manca, tutti'),
  },
});
export type RoutingNode = NodeOf<typeof routingBlock>;
