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
    networks: required('rete', networkScope, 'i social di cui si parla'),
    state: optional(
      'stato',
      orMissing(oneOf({ active: 'attivo', planned: 'da attivare', suspended: 'sospeso', closed: 'chiuso' })),
      'se il canale è attivo',
    ),
    handle: optional('nome', orMissing(text), 'il nome dell’account, senza @'),
    address: optional('indirizzo', orMissing(address), 'la pagina dell’account'),
    act: optional('atto', orMissing(text), 'l’atto che lo ha autorizzato'),
    comments: optional(
      'commenti',
      orMissing(oneOf({ open: 'aperti', 'closed-until-act': 'chiusi fino ad atto', disabled: 'disattivati' })),
      'se si può commentare',
    ),
    sharing: optional(
      'condivisioni',
      orMissing(oneOf({ allowed: 'consentite', 'not-allowed': 'non consentite' })),
      'se si può condividere',
    ),
    moderation: optional(
      'moderazione',
      orMissing(oneOf(BEFORE_OR_AFTER)),
      'se i commenti si guardano prima o dopo che appaiono',
    ),
    visitorPosts: optional(
      'post di visitatori',
      orMissing(oneOf({ ...BEFORE_OR_AFTER, 'not-allowed': 'non consentiti' })),
      'se altri possono scrivere sulla pagina',
    ),
    messages: optional(
      'messaggi diretti',
      orMissing(
        oneOf({ used: 'usati', 'not-for-replies': 'non usati per rispondere', 'not-possible': 'non possibili' }),
      ),
      'se si risponde in privato',
    ),
    replicatedFrom: optional('replica da', orMissing(networkList), 'i social i cui post si ripetono qui'),
    autoPublishing: optional(
      'pubblicazione automatica',
      orMissing(oneOf({ forbidden: 'vietata', allowed: 'consentita' })),
      'se un programma può pubblicare da solo',
    ),
    embedding: optional(
      'embed',
      orMissing(oneOf({ allowed: 'consentito', 'not-allowed': 'non consentito' })),
      'se i contenuti si possono incorporare altrove',
    ),
    managedBy: optional('gestito da', orMissing(text), 'l’ufficio che lo cura'),
    contents: optional('contenuti', orMissing(texts), 'che cosa vi si pubblica'),
  },
});
export type ChannelNode = NodeOf<typeof channelBlock>;
