// SPDX-License-Identifier: AGPL-3.0-or-later
import { api, byHand, limited, none } from '../core/state.ts';
import type { Capability, CapabilityState, Limits, NetworkAdapter, Retention } from '../port.ts';

/** Most bytes of a picture, of an animated one and of a video, and of each piece of an upload. */
export const IMAGE_BYTES = 5 * 1024 ** 2;
export const ANIMATION_BYTES = 15 * 1024 ** 2;
export const VIDEO_BYTES = 512 * 1024 ** 2;
export const SEGMENT_BYTES = 4 * 1024 ** 2;

export const limits: Limits = {
  replyLength: 280,
  postLength: 280,
  lengthUnit: 'weighted',
  messageLength: 10_000,
  images: 4,
  pictures: {
    types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
    bytes: IMAGE_BYTES,
    movingBytes: ANIMATION_BYTES,
    side: 4096,
  },
  pollSeconds: 300,
};

/** X wants a removal followed within a day; how long what stands may be kept is for the body to say. */
export const retention: Retention = { contentHours: null, deletionHours: 24 };

export const declaration: NetworkAdapter['declaration'] =
  'L’ente dichiara di avere con X un contratto Enterprise in corso, e di avervi indicato le persone che vedranno i contenuti ' +
  'di X in questo desk: le condizioni di X (sezione XIII.C) lo richiedono a chi li mostra a enti pubblici o per loro conto. ' +
  'L’ente comunicherà a X ogni persona che si aggiunge.';

export const credentials: NetworkAdapter['credentials'] = {
  accessToken: 'Token dell’account: vale due ore e viene rinnovato da qui',
  refreshToken: 'Token di rinnovo: vale una volta sola e cambia a ogni rinnovo',
  clientId: 'Identificativo dell’app dell’ente su X (OAuth 2.0 Client ID)',
  clientSecret: 'Chiave segreta dell’app dell’ente su X (OAuth 2.0 Client Secret)',
  consumerSecret: 'Chiave segreta «API Key Secret» della stessa app: firma gli avvisi che X manda',
  appToken: 'Token dell’app («Bearer Token»): serve a leggere quante letture restano nel mese',
};

export const capabilities: Readonly<Record<Capability, CapabilityState>> = {
  'publish-text': api('Il post appare sul profilo, a nome dell’ente, visibile a tutti.'),
  'publish-image': api('Il post esce con le immagini, al massimo quattro, ciascuna con il suo testo alternativo.'),
  'publish-video': api(
    'Il post esce quando X ha finito di elaborare il video; X non accetta un testo alternativo per i video.',
  ),
  'publish-link': api(
    'L’indirizzo finisce in fondo al testo, dove vale 23 caratteri; X ne compone l’anteprima da sé e fa pagare di più il post.',
  ),
  schedule: byHand('X non tiene in serbo i post: all’ora stabilita il post viene pubblicato da qui.'),
  'edit-post': limited(
    'X lascia modificare un post solo agli account con abbonamento, entro un’ora e per poche volte; altrimenti va fatto a mano o ripubblicato.',
  ),
  'remove-post': api('Il post viene eliminato da X per sempre; le risposte degli altri restano.', { undoable: false }),
  'read-comments': api(
    'Si leggono le risposte ai nostri post, a ogni livello, scritte negli ultimi sette giorni; non quelle di chi ha il profilo protetto.',
    { pushed: true },
  ),
  'read-mentions': api('Si leggono i post pubblici che menzionano l’account.', { pushed: true }),
  'read-visitor-posts': none('Su X nessuno può scrivere sul profilo di un altro.'),
  reply: limited(
    'La risposta è pubblica, ma senza contratto Enterprise X la accetta solo se l’autore ha menzionato o citato l’account: altrimenti va data a mano.',
  ),
  hide: api(
    'La risposta esce dalla discussione sotto il nostro post e resta leggibile aprendo le risposte nascoste; vale solo sotto i nostri post.',
    { toAuthor: 'Si legge ancora, ma solo aprendo le risposte nascoste sotto il nostro post.' },
  ),
  unhide: api('La risposta nascosta torna nella discussione sotto il nostro post.'),
  remove: none('Su X un ente non può eliminare le risposte altrui: si possono nascondere o segnalare.', {
    undoable: false,
  }),
  'close-comments': byHand('Dopo la pubblicazione X non consente di cambiare da qui chi può rispondere: si fa a mano.'),
  'restrict-comments': api(
    'Alla pubblicazione si può limitare chi risponde alle sole persone citate nel post; X non offre l’approvazione preventiva.',
  ),
  hold: byHand(
    'X non trattiene le risposte in attesa di approvazione: a mano si attivano i suoi filtri, da qui si nasconde appena arrivano.',
  ),
  ban: limited(
    'X lascia bloccare un account da qui solo con il contratto Enterprise: altrimenti il blocco si mette a mano, e da qui si controlla.',
  ),
  report: byHand('La segnalazione a X si fa a mano, dal menu accanto al post: nessuna interfaccia lo consente.', {
    undoable: false,
  }),
  'read-messages': api('Si leggono i messaggi privati degli ultimi 30 giorni, non quelli cifrati.', { pushed: true }),
  'answer-message': api('La risposta arriva in privato alla persona; X non pone un termine.', { undoable: false }),
  insights: api('Si leggono i numeri dell’account e dei post degli ultimi 30 giorni.'),
};

/** What the person who connects is asked for, and why. */
export const scopes: Readonly<Record<string, string>> = {
  'tweet.read': 'Leggere i post dell’ente, le risposte e le menzioni',
  'tweet.write': 'Pubblicare, rispondere ed eliminare i post dell’ente',
  'tweet.moderate.write': 'Nascondere e mostrare le risposte ai post dell’ente',
  'users.read': 'Sapere chi ha scritto, e riconoscere l’account collegato',
  'media.write': 'Caricare immagini e video con il loro testo alternativo',
  'block.read': 'Controllare se un blocco messo a mano c’è davvero',
  'block.write': 'Bloccare e sbloccare un account, dove il contratto con X lo permette',
  'dm.read': 'Leggere i messaggi privati scritti all’ente',
  'dm.write': 'Rispondere ai messaggi privati',
  'offline.access': 'Rinnovare l’accesso ogni due ore senza chiedere di nuovo a una persona',
};

/** Ids hold the milliseconds since then: 4 November 2010. */
export const ID_EPOCH_MILLISECONDS = 1_288_834_974_657;

/** How far back the search reaches. */
export const SEARCH_DAYS = 7;
/** The longest search query of the smaller contracts. */
export const QUERY_LENGTH = 512;
export const PAGE_SIZE = 100;
/** Posts of ours whose conversations are followed, newest first. */
export const ROOTS_FOLLOWED = 200;
/** How often a conversation is read, by the age of its post. */
export const READING_TIERS = [
  { name: 'recent', untilDays: 7, everySeconds: 0 },
  { name: 'older', untilDays: 60, everySeconds: 3600 },
  { name: 'oldest', untilDays: Number.POSITIVE_INFINITY, everySeconds: 86_400 },
] as const;
/** What surfaces late in the search: each reading goes back this far before the previous one. */
export const OVERLAP_SECONDS = 900;
/** Every so many pulls recent conversations are read whole, to see what somebody hid or showed on X. */
export const WHOLE_READING_EVERY = 12;

/** Items followed for deletion and edits, newest first to stay, and how often, by age: X wants a day at most. */
export const WATCHED_ITEMS = 1000;
export const WATCH_TIERS = [
  { untilHours: 1, everySeconds: 0 },
  { untilHours: 24, everySeconds: 3600 },
  { untilHours: 168, everySeconds: 6 * 3600 },
  { untilHours: Number.POSITIVE_INFINITY, everySeconds: 20 * 3600 },
] as const;

/** Pages of private messages in one pull: X grants 15 calls in 15 minutes. */
export const MESSAGE_PAGES = 5;

export const ALT_LENGTH = 1000;

export const INSIGHT_DAYS = 30;
export const BLOCKED_PAGE_SIZE = 1000;
