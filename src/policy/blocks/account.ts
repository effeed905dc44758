// SPDX-License-Identifier: AGPL-3.0-or-later
import { duration } from '../values/duration.ts';
import { networkScope } from '../values/networks.ts';
import { oneOf } from '../values/one-of.ts';
import { text, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional } from './block.ts';

/** How official accounts are born, held and watched over. */
export const accountBlock = block({
  kind: 'account',
  name: 'account',
  label: 'Account',
  keys: {
    sort: optional('tipo', orMissing(texts), 'i tipi di account ammessi'),
    askedBy: optional('chiede', orMissing(text), 'chi può chiedere un account'),
    opinion: optional('parere di', orMissing(text), 'chi esprime un parere sulla richiesta'),
    authorisedBy: optional('autorizza', orMissing(text), 'chi lo autorizza'),
    openedBy: optional('apre', orMissing(text), 'chi lo apre e lo registra'),
    act: optional(
      'atto',
      orMissing(oneOf({ required: 'richiesto', 'not-required': 'non richiesto' })),
      'se serve un atto',
    ),
    asks: optional('richiede', orMissing(texts), 'che cosa deve dire la richiesta'),
    credentials: optional(
      'credenziali',
      orMissing(oneOf({ personal: 'personali', shared: 'condivise', reserved: 'riservate' })),
      'come si entra',
    ),
    unofficial: optional(
      'non riconosciuti',
      orMissing(oneOf({ disowned: 'non rispondono all’ente', forbidden: 'vietati' })),
      'che cosa vale per gli account che non sono dell’ente',
    ),
    supervised: optional('controllo', orMissing(duration), 'ogni quanto si controlla'),
    channels: optional('canali', networkScope, 'i social di cui si parla; se manca, tutti'),
  },
});
export type AccountNode = NodeOf<typeof accountBlock>;
