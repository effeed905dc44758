// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ChannelNode } from '../blocks/channel.ts';
import { capital, chosen, socialNames, type Telling } from './telling.ts';

/** Where the body is, and what can be done there. */
export const channelTelling: Telling<ChannelNode> = {
  says: [
    'networks',
    'state',
    'comments',
    'sharing',
    'moderation',
    'visitorPosts',
    'messages',
    'autoPublishing',
    'embedding',
  ],
  names: { handle: 'nome dell’account', act: 'atto che lo autorizza' },
  tell: (node) => [
    capital(socialNames(node.networks)),
    ...chosen(node.state, 'Stato', {
      active: 'Presenza attiva',
      planned: 'Presenza prevista, non ancora attiva',
      suspended: 'Presenza sospesa',
      closed: 'Presenza chiusa',
    }),
    ...chosen(node.comments, 'Commenti', {
      open: 'I commenti sono aperti',
      'closed-until-act': 'I commenti sono chiusi, finché un atto non li apre',
      disabled: 'I commenti sono disattivati',
    }),
    ...chosen(node.sharing, 'Condivisioni', {
      allowed: 'I contenuti si possono condividere',
      'not-allowed': 'I contenuti non si possono condividere',
    }),
    ...chosen(node.moderation, 'Moderazione', {
      before: 'I commenti si leggono prima che compaiano',
      after: 'I commenti si leggono dopo che sono comparsi',
    }),
    ...chosen(node.visitorPosts, 'Post di visitatori', {
      before: 'Altri possono scrivere sulla pagina: i loro post si leggono prima che compaiano',
      after: 'Altri possono scrivere sulla pagina: i loro post si leggono dopo che sono comparsi',
      'not-allowed': 'Altri non possono scrivere post sulla pagina',
    }),
    ...chosen(node.messages, 'Messaggi diretti', {
      used: 'Si può scrivere con messaggi diretti',
      'not-for-replies': 'Ai messaggi diretti non si risponde lì',
      'not-possible': 'Non si possono mandare messaggi diretti',
    }),
    ...chosen(node.autoPublishing, 'Pubblicazione automatica', {
      forbidden: 'Nessun contenuto esce in automatico',
      allowed: 'I contenuti possono uscire in automatico',
    }),
    ...chosen(node.embedding, 'Embed', {
      allowed: 'I contenuti si possono incorporare in altri siti',
      'not-allowed': 'I contenuti non si possono incorporare in altri siti',
    }),
  ],
};
