// SPDX-License-Identifier: AGPL-3.0-or-later
import { api, byHand, none } from '../core/state.ts';
import type { Capability, CapabilityState, Limits, NetworkAdapter, Retention } from '../port.ts';

export const POST_GRAPHEMES = 300;
export const POST_BYTES = 3000;
/** What the lexicons let a picture, a video and the words that describe them be. */
export const IMAGE_BYTES = 2_000_000;
/** As much as a server takes in one go. */
export const VIDEO_BYTES = 50_000_000;
export const ALT_GRAPHEMES = 2000;
export const IMAGES = 4;
export const MESSAGE_GRAPHEMES = 1000;
export const MESSAGE_BYTES = 10_000;
export const REPORT_GRAPHEMES = 2000;
export const HIDDEN_REPLIES_PER_THREAD = 300;

/** The network allows 30 logins in 5 minutes and 300 a day for one account: the desk stays below, people log in too. */
export const LOGIN_BUDGETS: readonly { readonly logins: number; readonly withinSeconds: number }[] = [
  { logins: 15, withinSeconds: 300 },
  { logins: 150, withinSeconds: 86_400 },
];
/** After refused credentials no new login is tried for this long, unless they change. */
export const REFUSED_LOGIN_PAUSE_SECONDS = 600;

export const REQUEST_TIMEOUT_MS = 20_000;

/**
 * The network sorts notifications by the time an author declares, and indexes some late: each pull looks again at this much
 * before the newest one it saw, and once a day much further.
 */
export const OVERLAP_HOURS = 72;
export const SWEEP_EVERY_HOURS = 24;
export const SWEEP_DAYS = 30;
/** Notifications of the overlap remembered as already told; beyond, they are told again, which harms nobody. */
export const REMEMBERED_NOTIFICATIONS = 2000;
/** Items followed for deletion and for being hidden elsewhere, newest first to stay. */
export const WATCHED_ITEMS = 300;
/** Reads spent at each pull on items that the network no longer lists. */
export const CHECKS_PER_PULL = 10;

/** Conversations whose messages are read at one pull; the others wait for the next. */
export const CONVERSATIONS_READ = 10;
export const CONVERSATIONS_REMEMBERED = 1000;
/** Share of the allowance below which reading pauses. */
export const KEPT_FOR_WRITES = 0.2;
/** Posts whose figures are read. */
export const INSIGHT_POSTS = 25;

export const limits: Limits = {
  replyLength: POST_GRAPHEMES,
  postLength: POST_GRAPHEMES,
  lengthUnit: 'graphemes',
  messageLength: MESSAGE_GRAPHEMES,
  images: IMAGES,
  pictures: { types: ['image/jpeg', 'image/png'], bytes: IMAGE_BYTES, side: 2000 },
  pollSeconds: 60,
};

/** The network asks that deletions be honoured and names no number of hours: a day. */
export const retention: Retention = { contentHours: null, deletionHours: 24 };

export const declaration: NetworkAdapter['declaration'] = null;

export const credentials: NetworkAdapter['credentials'] = {
  identifier: 'Nome utente dell’account su Bluesky, per esempio comune.bsky.social',
  appPassword:
    'Password per applicazioni, creata nelle impostazioni di Bluesky con l’accesso ai messaggi diretti; non quella di accesso',
};

export const capabilities: Readonly<Record<Capability, CapabilityState>> = {
  'publish-text': api('Il post appare sul profilo dell’ente, visibile a tutti, anche a chi non è iscritto.'),
  'publish-image': api(
    'Le immagini escono in un solo post, al massimo quattro, ciascuna con il suo testo alternativo.',
  ),
  'publish-video': api('Il video esce con il suo testo alternativo, quando Bluesky ha finito di elaborarlo.'),
  'publish-link': api(
    'Il post esce con il riquadro della pagina collegata, con il titolo e la descrizione scritti qui.',
  ),
  schedule: byHand('Bluesky non programma le uscite: all’ora stabilita il post viene pubblicato da qui.'),
  'edit-post': byHand(
    'Su Bluesky un post non si modifica: lo si elimina e lo si ripubblica a mano, perdendo le risposte e le condivisioni.',
    { undoable: false },
  ),
  'remove-post': api(
    'Il post viene eliminato per sempre; le risposte altrui restano nei profili di chi le ha scritte.',
    {
      undoable: false,
    },
  ),
  'read-comments': api(
    'Si leggono le risposte fino a quattro livelli sotto un nostro intervento; non arrivano quelle di account bloccati o silenziati e quelle che Bluesky trattiene.',
  ),
  'read-mentions': api('Si leggono le menzioni e le citazioni dei nostri post.'),
  'read-visitor-posts': none('Su Bluesky nessuno può scrivere sul profilo altrui.'),
  reply: api('La risposta è pubblica, a nome dell’ente, e non si può modificare dopo l’invio.', { undoable: false }),
  hide: api(
    `La risposta resta sul social ma sparisce dalla discussione sotto il nostro post, dove si vede solo aprendo le risposte nascoste; al massimo ${HIDDEN_REPLIES_PER_THREAD} per post.`,
    { toAuthor: 'Si legge ancora, ma solo aprendo le risposte nascoste sotto il nostro post.' },
  ),
  unhide: api('La risposta torna visibile nella discussione sotto il nostro post.'),
  remove: none('Su Bluesky un ente non può eliminare gli interventi altrui: si possono nascondere o segnalare.', {
    undoable: false,
  }),
  'close-comments': api(
    'Nessuno può più rispondere al post; le risposte già scritte restano dove sono, e i commenti si possono riaprire.',
  ),
  'restrict-comments': api('Il post esce senza che nessuno possa rispondere.'),
  hold: none('Bluesky non trattiene gli interventi in attesa di approvazione: si può solo nasconderli dopo l’uscita.'),
  ban: api('L’account è bloccato: il blocco è pubblico, e le sue risposte non compaiono più sotto i nostri post.', {
    toAuthor: 'Il blocco è pubblico, e ciò che avevi scritto non compare più sotto i nostri post.',
  }),
  report: api('La segnalazione arriva al servizio di moderazione di Bluesky e non si può ritirare.', {
    undoable: false,
  }),
  'read-messages': api(
    'Si leggono i messaggi diretti, richieste comprese, se la password per applicazioni lo consente.',
  ),
  'answer-message': api('La risposta arriva in privato alla persona, se accetta messaggi dall’ente.', {
    undoable: false,
  }),
  insights: api('Si leggono soltanto conteggi: mi piace, condivisioni, risposte e seguaci.'),
};
