// SPDX-License-Identifier: AGPL-3.0-or-later
import { oneOf } from '../values/one-of.ts';
import { text, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** Messaging apps used for work. */
export const messagingBlock = block({
  kind: 'messaging',
  name: 'messaggistica',
  label: 'App di messaggistica',
  keys: {
    apps: required('app', texts, 'quali app'),
    use: required(
      'uso',
      orMissing(oneOf({ allowed: 'ammesso', conditional: 'a condizioni', 'not-allowed': 'non ammesso' })),
      'se si possono usare',
    ),
    conditions: optional('condizioni', orMissing(texts), 'a quali condizioni'),
    declaredTo: optional('dichiarazione a', orMissing(text), 'a chi si dichiara l’uso'),
    after: optional(
      'poi',
      orMissing(oneOf({ erase: 'si cancella', archive: 'si archivia' })),
      'che cosa si fa di ciò che è stato scambiato',
    ),
  },
});
export type MessagingNode = NodeOf<typeof messagingBlock>;
