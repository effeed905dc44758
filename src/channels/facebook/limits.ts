// SPDX-License-Identifier: AGPL-3.0-or-later
import { api, byHand } from '../core/state.ts';
import type { Capability, CapabilityState, Limits, NetworkAdapter, Retention } from '../port.ts';

/** Every call names its version: Meta changes behaviour only between versions. */
export const GRAPH_VERSION = 'v26.0';

export const limits: Limits = {
  replyLength: 8000,
  postLength: 63_206,
  lengthUnit: 'characters',
  messageLength: 2000,
  images: 10,
  pictures: { types: ['image/jpeg', 'image/png'], bytes: 4 * 1024 ** 2, side: 2048 },
  pollSeconds: 120,
  messageWindowHours: 24,
};

/** With the permission to answer as a person (`HUMAN_AGENT`), which Meta grants to one application at a time. */
export const HUMAN_AGENT_WINDOW_HOURS = 7 * 24;

/** Meta's terms name no number of hours for the comments of one's own Page. */
export const retention: Retention = { contentHours: null, deletionHours: null };

export const declaration: NetworkAdapter['declaration'] = null;

export const credentials: NetworkAdapter['credentials'] = {
  pageToken: 'Token della Pagina: si ottiene dall’accesso di una persona con un ruolo sulla Pagina',
  appId: 'Numero dell’app dell’ente su Meta: serve a chiedere fino a quando vale il collegamento',
  appSecret: 'Chiave segreta dell’app dell’ente su Meta: firma ogni chiamata e verifica gli avvisi ricevuti',
  verifyToken: 'Parola scelta dall’ente e scritta anche nell’app su Meta: serve a registrare l’indirizzo degli avvisi',
};

export const capabilities: Readonly<Record<Capability, CapabilityState>> = {
  'publish-text': api('Il post appare sulla Pagina, a nome dell’ente, visibile a tutti.'),
  'publish-image': api(
    'Le immagini escono in un solo post, ciascuna con il suo testo alternativo; un indirizzo web finisce in fondo al testo.',
  ),
  'publish-video': api(
    'Il video esce quando Facebook ha finito di elaborarlo; Facebook non accetta un testo alternativo per i video.',
  ),
  'publish-link': api('Il post esce con l’anteprima della pagina collegata, che Facebook compone da sé.'),
  schedule: api('All’ora stabilita il post viene pubblicato da qui.'),
  'edit-post': api('Il testo del post cambia; su Facebook chiunque può vedere le versioni precedenti.'),
  'remove-post': api('Il post viene eliminato da Facebook per sempre, insieme ai suoi commenti.', { undoable: false }),
  'read-comments': api(
    'Si leggono i commenti ai post, con le risposte; chi non ha autorizzato Facebook resta senza nome.',
    { pushed: true },
  ),
  'read-mentions': api(
    'Si leggono i post in cui altri menzionano la Pagina; le menzioni nei commenti arrivano solo con gli avvisi.',
    { pushed: true },
  ),
  'read-visitor-posts': api('Si leggono i post che i visitatori scrivono sulla Pagina.', { pushed: true }),
  reply: api('La risposta appare sotto il commento, a nome della Pagina, visibile a tutti.'),
  hide: api('Il commento sparisce per il pubblico, ma su Facebook resta visibile all’autore e ai suoi amici.', {
    toAuthor: 'Resta visibile a te e ai tuoi amici, non agli altri.',
  }),
  unhide: api('Il commento nascosto torna visibile a tutti.'),
  remove: api('Il commento viene eliminato da Facebook per sempre, insieme alle risposte che ha ricevuto.', {
    undoable: false,
  }),
  'close-comments': byHand(
    'Facebook non consente di chiudere i commenti di un post da qui: si fa a mano, dal menu del post.',
  ),
  'restrict-comments': byHand(
    'Chi può commentare si sceglie a mano su Facebook, quando si pubblica o dal menu del post.',
  ),
  hold: byHand(
    'Facebook trattiene i commenti solo con i suoi filtri, che si impostano e si controllano a mano; da qui si possono nascondere appena arrivano.',
  ),
  ban: api('La persona non può più commentare né scrivere sulla Pagina; ciò che ha già scritto resta dov’è.', {
    toAuthor: 'Ciò che avevi già scritto resta dov’è.',
  }),
  report: byHand(
    'La segnalazione a Facebook si fa a mano, dal menu accanto al commento: nessuna interfaccia lo consente.',
    { undoable: false },
  ),
  'read-messages': api('Si leggono i messaggi privati che le persone scrivono alla Pagina.', { pushed: true }),
  'answer-message': api(
    'La risposta arriva in privato alla persona, se ha scritto da meno di 24 ore; dopo va data a mano.',
    { undoable: false },
  ),
  insights: api('Si leggono i numeri della Pagina e dei suoi ultimi post.'),
};

/** What the person who connects is asked for, and why. */
export const scopes: Readonly<Record<string, string>> = {
  pages_show_list: 'Vedere quali Pagine gestisce la persona, per scegliere quella dell’ente',
  business_management: 'Vedere anche le Pagine che stanno in un portfolio aziendale di Meta',
  pages_read_engagement: 'Leggere i post della Pagina e i loro numeri',
  pages_read_user_content: 'Leggere i commenti, i post dei visitatori e le menzioni',
  pages_manage_posts: 'Pubblicare, modificare ed eliminare i post della Pagina',
  publish_video: 'Pubblicare video sulla Pagina',
  pages_manage_engagement: 'Rispondere ai commenti, nasconderli, eliminarli e bloccare chi li scrive',
  pages_manage_metadata: 'Ricevere gli avvisi appena qualcuno scrive',
  pages_messaging: 'Leggere i messaggi privati e rispondere',
  read_insights: 'Leggere quante persone hanno visto i post',
};

/** What a Page is heard of by webhook. */
export const HEARD: readonly string[] = ['feed', 'mention', 'messages', 'message_echoes', 'message_edits'];

/** What is lost without each permission, where something is. */
export const NEEDED_FOR: Readonly<Record<string, readonly Capability[]>> = {
  pages_read_engagement: ['read-comments', 'insights'],
  pages_read_user_content: ['read-comments', 'read-visitor-posts', 'read-mentions'],
  pages_manage_posts: [
    'publish-text',
    'publish-image',
    'publish-video',
    'publish-link',
    'schedule',
    'edit-post',
    'remove-post',
  ],
  publish_video: ['publish-video'],
  pages_manage_engagement: ['reply', 'hide', 'unhide', 'remove', 'ban'],
  pages_messaging: ['read-messages', 'answer-message'],
  read_insights: ['insights'],
};

/** What a person must be allowed on the Page to connect it. */
export const NEEDED_TASKS: readonly string[] = ['MODERATE', 'CREATE_CONTENT', 'MESSAGING', 'ANALYZE'];

/** Posts of each kind whose threads are read at every pull. */
export const RECENT_POSTS = 25;
/** Every so many pulls the reading is deeper: more posts, and each thread to its end whatever its age. */
export const WHOLE_READING_EVERY = 12;
export const WHOLE_READING_POSTS = 100;
/** Once a day, what came in the meantime under posts older than those; Facebook lists about so many for a year. */
export const OLD_READING_SECONDS = 86_400;
export const OLD_READING_POSTS = 600;
/** Comments that come along with each post in the same call. */
export const COMMENTS_WITH_POST = 50;
export const PAGE_SIZE = 100;
/** Comments can surface late on Meta's side: each reading goes back this far before the previous one. */
export const OVERLAP_SECONDS = 900;
/** How far back private messages are read at first: beyond, nobody could answer them. */
export const FIRST_MESSAGES_SECONDS = 7 * 86_400;
/** Conversations and messages of each that come with one call. */
export const CONVERSATIONS_AT_ONCE = 25;
export const MESSAGES_WITH_CONVERSATION = 25;

/** Posts whose figures are read, and days of the Page's. */
export const INSIGHT_POSTS = 10;
export const INSIGHT_DAYS = 28;

/** How long to leave a video to Facebook before asking whether it is ready. */
export const VIDEO_WAIT_SECONDS = 30;
