// SPDX-License-Identifier: AGPL-3.0-or-later
import { api, byHand, none } from '../core/state.ts';
import type { Capability, CapabilityState, Limits, NetworkAdapter, Retention } from '../port.ts';

export const API_VERSION = 'v1.0';

export const limits: Limits = {
  replyLength: 500,
  postLength: 500,
  lengthUnit: 'utf8-emoji',
  images: 20,
  pictures: { types: ['image/jpeg', 'image/png'], bytes: 8 * 1024 ** 2, side: 1440, ratio: [0.1, 10] },
  links: 5,
  pollSeconds: 300,
};

/** Meta's terms name no number of hours for the replies to one's own posts. */
export const retention: Retention = { contentHours: null, deletionHours: null };

export const declaration: NetworkAdapter['declaration'] = null;

export const credentials: NetworkAdapter['credentials'] = {
  token: 'Token dell’account: dura sessanta giorni e viene rinnovato da qui',
  appId: 'Numero dell’app Threads dell’ente su Meta, diverso da quello dell’app Meta che la contiene',
  appSecret: 'Chiave segreta dell’app Threads, diversa da quella dell’app Meta: verifica gli avvisi ricevuti',
  verifyToken: 'Parola scelta dall’ente e scritta anche nell’app su Meta: serve a registrare l’indirizzo degli avvisi',
};

export const capabilities: Readonly<Record<Capability, CapabilityState>> = {
  'publish-text': api('Il post appare sul profilo dell’ente, visibile a tutti, e non si può più modificare da qui.'),
  'publish-image': api('Da una a venti immagini escono in un solo post, ciascuna con il suo testo alternativo.'),
  'publish-video': api('Il video esce quando Threads ha finito di elaborarlo, con il suo testo alternativo.'),
  'publish-link': api(
    'Il post esce con l’anteprima della pagina collegata; in un post vanno al massimo cinque indirizzi.',
  ),
  schedule: byHand('Threads non programma da sé: all’ora stabilita il post viene pubblicato da qui.'),
  'edit-post': byHand(
    'Il testo si modifica a mano dall’app di Threads, e solo nei primi minuti dopo la pubblicazione.',
  ),
  'remove-post': api('Il post viene eliminato da Threads per sempre; se ne possono eliminare cento al giorno.', {
    undoable: false,
  }),
  'read-comments': api(
    'Si leggono le risposte ai post dell’ente, a ogni livello, e quelle in attesa di approvazione.',
    {
      pushed: true,
    },
  ),
  'read-mentions': api('Si leggono i post di altri che menzionano l’account, se sono pubblici.', { pushed: true }),
  'read-visitor-posts': none('Su Threads nessuno può pubblicare sul profilo altrui.'),
  reply: api('La risposta è pubblica, a nome dell’ente; se ne possono scrivere mille al giorno.'),
  hide: api(
    'La risposta e quelle che ha ricevuto restano visibili solo a chi la cerca; si nascondono solo le risposte di primo livello.',
    { toAuthor: 'Chi cerca proprio quel testo lo vede ancora; gli altri no.' },
  ),
  unhide: api('La risposta nascosta torna visibile a tutti, insieme a quelle che ha ricevuto.'),
  remove: none('Su Threads un ente non può eliminare le risposte altrui: si possono nascondere o segnalare.', {
    undoable: false,
  }),
  'close-comments': byHand('Chi può rispondere a un post già uscito si cambia a mano, dal menu del post.'),
  'restrict-comments': api(
    'Si sceglie alla pubblicazione: nessuno, tranne chi è menzionato nel post, può rispondere; oppure ogni risposta attende l’approvazione.',
  ),
  hold: api('Nei post pubblicati con l’approvazione, una risposta resta invisibile finché qualcuno non la approva.'),
  ban: byHand('Il blocco di una persona si mette e si toglie a mano, dal suo profilo su Threads.'),
  report: byHand(
    'La segnalazione a Threads si fa a mano, dal menu accanto alla risposta: nessuna interfaccia lo consente.',
    { undoable: false },
  ),
  'read-messages': none('Threads non dà alle applicazioni messaggi privati da leggere.'),
  'answer-message': none('Threads non dà alle applicazioni messaggi privati a cui rispondere.'),
  insights: api('Si leggono i numeri del profilo e dei suoi ultimi post.'),
};

/** What the person who connects is asked for, and why. */
export const scopes: Readonly<Record<string, string>> = {
  threads_basic: 'Riconoscere l’account e leggere i suoi post',
  threads_content_publish: 'Pubblicare post',
  threads_read_replies: 'Leggere le risposte ai post dell’ente',
  threads_manage_replies: 'Rispondere, nascondere le risposte e approvare quelle in attesa',
  threads_manage_mentions: 'Leggere chi menziona l’ente e rispondergli',
  threads_manage_insights: 'Leggere quante persone hanno visto i post',
  threads_delete: 'Eliminare un post dell’ente',
};

/** What is lost without each permission. */
export const NEEDED_FOR: Readonly<Record<string, readonly Capability[]>> = {
  threads_content_publish: ['publish-text', 'publish-image', 'publish-video', 'publish-link', 'reply'],
  threads_read_replies: ['read-comments', 'hold'],
  threads_manage_replies: ['reply', 'hide', 'unhide', 'hold'],
  threads_manage_mentions: ['read-mentions'],
  threads_manage_insights: ['insights'],
  threads_delete: ['remove-post'],
};

/** Own posts listed at every pull; every so many pulls the list goes further back. */
export const LISTED_POSTS = 50;
export const LONG_LIST_EVERY = 12;
export const LONG_LIST_POSTS = 200;
/** How long a thread goes unread, by the age of its post in days: Threads does not say how many replies a post has. */
export const AGE_LADDER: readonly { readonly underDays: number; readonly readEverySeconds: number }[] = [
  { underDays: 2, readEverySeconds: 0 },
  { underDays: 7, readEverySeconds: 15 * 60 },
  { underDays: 60, readEverySeconds: 3600 },
  { underDays: Number.POSITIVE_INFINITY, readEverySeconds: 24 * 3600 },
];
/** Whether a post holds replies for approval is settled when it comes out; asked again this often all the same. */
export const APPROVALS_ASKED_EVERY_SECONDS = 24 * 3600;
export const REPLIES_AT_ONCE = 100;
export const MENTIONS_AT_ONCE = 50;
/** Mentions can surface late: the newest so many are told again at each pull, which harms nobody. */
export const HIDDEN_REMEMBERED = 1000;

/** How long to leave a container to Threads before asking whether it is ready, and how often to ask. */
export const TEXT_WAIT_SECONDS = 1;
export const MEDIA_WAIT_SECONDS = 30;
export const SLOW_WAIT_SECONDS = 60;
export const MOST_LOOKS = 30;
export const MOST_CONTAINERS = 3;

export const INSIGHT_POSTS = 10;

/** How long a token holds where the answer does not say, and the permission behind it, which only a person gives again. */
export const TOKEN_SECONDS = 60 * 86_400;
export const PERMISSION_SECONDS = 90 * 86_400;
