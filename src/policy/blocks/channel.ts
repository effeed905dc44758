// SPDX-License-Identifier: AGPL-3.0-or-later
import { networkList, networkScope } from '../values/networks.ts';
import { oneOf } from '../values/one-of.ts';
import { address, text, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

const BEFORE_OR_AFTER = { before: 'prima', after: 'dopo' } as const;

/** What a clause says of one or more networks. Several clauses together make a channel's card. */
export const channelBlock = block({
  kind: 'channel',
  name: 'canale',
  label: 'Canale',
  keys: {
    networks: required('rete', networkScope),
    state: optional(
      'stato',
      orMissing(oneOf({ active: 'attivo', planned: 'da attivare', suspended: 'sospeso', closed: 'chiuso' })),
    ),
    handle: optional('nome', orMissing(text)),
    address: optional('indirizzo', orMissing(address)),
    act: optional('atto', orMissing(text)),
    comments: optional(
      'commenti',
      orMissing(oneOf({ open: 'aperti', 'closed-until-act': 'chiusi fino ad atto', disabled: 'disattivati' })),
    ),
    sharing: optional('condivisioni', orMissing(oneOf({ allowed: 'consentite', 'not-allowed': 'non consentite' }))),
    moderation: optional('moderazione', orMissing(oneOf(BEFORE_OR_AFTER))),
    visitorPosts: optional(
      'post di visitatori',
      orMissing(oneOf({ ...BEFORE_OR_AFTER, 'not-allowed': 'non consentiti' })),
    ),
    messages: optional(
      'messaggi diretti',
      orMissing(
        oneOf({ used: 'usati', 'not-for-replies': 'non usati per rispondere', 'not-possible': 'non possibili' }),
      ),
    ),
    replicatedFrom: optional('replica da', orMissing(networkList)),
    autoPublishing: optional(
      'pubblicazione automatica',
      orMissing(oneOf({ forbidden: 'vietata', allowed: 'consentita' })),
    ),
    embedding: optional('embed', orMissing(oneOf({ allowed: 'consentito', 'not-allowed': 'non consentito' }))),
    managedBy: optional('gestito da', orMissing(text)),
    contents: optional('contenuti', orMissing(texts)),
  },
});
export type ChannelNode = NodeOf<typeof channelBlock>;
