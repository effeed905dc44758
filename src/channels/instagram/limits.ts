// SPDX-License-Identifier: AGPL-3.0-or-later
import { api, byHand, limited, none } from '../core/state.ts';
import type { Capability, CapabilityState, Limits, NetworkAdapter, Retention } from '../port.ts';

/** Every call names its version: Meta changes behaviour only between versions. */
export const GRAPH_VERSION = 'v26.0';

export const CAPTION_HASHTAGS = 30;
export const CAPTION_MENTIONS = 20;

export const limits: Limits = {
  replyLength: 2200,
  postLength: 2200,
  lengthUnit: 'characters',
  messageLength: 1000,
  images: 10,
  // Anything else than JPEG, or outside these shapes, is refused; wider ones are made narrower there.
  pictures: { types: ['image/jpeg'], bytes: 8 * 1024 ** 2, side: 1440, ratio: [4 / 5, 1.91] },
  hashtags: CAPTION_HASHTAGS,
  pollSeconds: 300,
  messageWindowHours: 24,
};

/** Meta's terms name no number of hours for the comments of one's own account. */
export const retention: Retention = { contentHours: null, deletionHours: null };

export const declaration: NetworkAdapter['declaration'] = null;

export const credentials: NetworkAdapter['credentials'] = {
  route:
    'Strada del collegamento: «facebook-login» (consigliata, con la Pagina collegata all’account) o «instagram-login»',
  token: 'Token dell’account: della Pagina collegata con «facebook-login», dell’utente Instagram con «instagram-login»',
  appId: 'Numero dell’app dell’ente su Meta: serve a chiedere fino a quando vale il collegamento',
  appSecret: 'Chiave segreta dell’app dell’ente su Meta: firma le chiamate e verifica gli avvisi ricevuti',
  verifyToken: 'Parola scelta dall’ente e scritta anche nell’app su Meta: serve a registrare l’indirizzo degli avvisi',
};

export const capabilities: Readonly<Record<Capability, CapabilityState>> = {
  'publish-text': none('Instagram non ammette post di solo testo: serve almeno un’immagine o un video.'),
  'publish-image': api('Da una a dieci immagini JPEG escono in un solo post, ciascuna con il suo testo alternativo.'),
  'publish-video': api('Il video esce come reel, quando Instagram ha finito di elaborarlo, e senza testo alternativo.'),
  'publish-link': none('Su Instagram un indirizzo web nella didascalia resta testo: nessuno può aprirlo con un tocco.'),
  schedule: byHand('Instagram non programma da sé: all’ora stabilita il post viene pubblicato da qui.'),
  'edit-post': byHand('La didascalia si modifica a mano dall’app di Instagram: nessuna interfaccia lo consente.'),
  'remove-post': limited(
    'Il post viene eliminato per sempre con i suoi commenti, ma solo se l’account è collegato attraverso Facebook; altrimenti si fa a mano.',
    { undoable: false },
  ),
  'read-comments': api(
    'Si leggono i commenti con le risposte; mancano senza avviso quelli delle dirette e delle persone limitate da Instagram.',
    { pushed: true },
  ),
  'read-mentions': api(
    'Si leggono i post in cui l’account è taggato; chi lo menziona in un commento o in una didascalia arriva solo con gli avvisi, senza testo.',
    { pushed: true },
  ),
  'read-visitor-posts': none('Su Instagram nessuno può pubblicare sul profilo altrui.'),
  reply: api(
    'La risposta è pubblica e sta sotto il commento di primo livello; a un commento nascosto non si può rispondere.',
  ),
  hide: api('Il commento sparisce per tutti tranne che per chi lo ha scritto, che non viene avvisato.', {
    toAuthor: 'Resta visibile a te, non agli altri.',
  }),
  unhide: api('Il commento nascosto torna visibile a tutti.'),
  remove: api('Il commento viene eliminato da Instagram per sempre, insieme alle risposte che ha ricevuto.', {
    undoable: false,
  }),
  'close-comments': api(
    'Nessuno può più commentare il post; i commenti già scritti non si vedono finché non si riapre.',
  ),
  'restrict-comments': api('Il post esce aperto e i commenti vengono chiusi pochi istanti dopo la pubblicazione.'),
  hold: byHand(
    'Instagram trattiene i commenti solo con il filtro delle parole nascoste, che si imposta e si controlla a mano.',
  ),
  ban: limited(
    'Il blocco si può mettere da qui solo se l’account è collegato attraverso Facebook e la persona gli ha già scritto in privato; altrimenti si fa a mano.',
  ),
  report: byHand(
    'La segnalazione a Instagram si fa a mano, dal menu accanto al commento: nessuna interfaccia lo consente.',
    { undoable: false },
  ),
  'read-messages': api('Si leggono i messaggi privati ricevuti; di ogni conversazione i venti più recenti.', {
    pushed: true,
  }),
  'answer-message': api(
    'La risposta arriva in privato alla persona, se ha scritto da meno di 24 ore; dopo va data a mano.',
    { undoable: false },
  ),
  insights: api('Si leggono i numeri dell’account e dei suoi ultimi post.'),
};

export type Route = 'facebook-login' | 'instagram-login';

/** What the person who connects is asked for on each route, and why. */
export const SCOPES: Readonly<Record<Route, Readonly<Record<string, string>>>> = {
  'facebook-login': {
    instagram_basic: 'Riconoscere l’account e leggere i suoi post',
    instagram_content_publish: 'Pubblicare immagini e video',
    instagram_manage_comments: 'Leggere i commenti, rispondere, nasconderli, eliminarli, chiuderli',
    instagram_manage_messages: 'Leggere i messaggi privati e rispondere',
    instagram_manage_insights: 'Leggere quante persone hanno visto i post',
    instagram_manage_contents: 'Eliminare un post dell’ente',
    pages_show_list: 'Trovare la Pagina a cui l’account è collegato',
    pages_manage_metadata: 'Ricevere gli avvisi appena qualcuno scrive',
    pages_read_engagement: 'Leggere i dati dell’account attraverso la sua Pagina',
    business_management: 'Vedere le Pagine di un portfolio aziendale e bloccare chi scrive all’account',
  },
  'instagram-login': {
    instagram_business_basic: 'Riconoscere l’account e leggere i suoi post',
    instagram_business_content_publish: 'Pubblicare immagini e video',
    instagram_business_manage_comments: 'Leggere i commenti, rispondere, nasconderli, eliminarli, chiuderli',
    instagram_business_manage_messages: 'Leggere i messaggi privati e rispondere',
    instagram_business_manage_insights: 'Leggere quante persone hanno visto i post',
  },
};

/** What an account is heard of by webhook, on either route. */
export const HEARD: readonly string[] = ['comments', 'mentions', 'messages'];

/** What is lost without each permission of the route through Facebook, whose permissions can be asked for. */
export const NEEDED_FOR: Readonly<Record<string, readonly Capability[]>> = {
  instagram_content_publish: ['publish-image', 'publish-video'],
  instagram_manage_comments: [
    'read-comments',
    'reply',
    'hide',
    'unhide',
    'remove',
    'close-comments',
    'restrict-comments',
  ],
  instagram_manage_messages: ['read-messages', 'answer-message'],
  instagram_manage_insights: ['insights'],
  instagram_manage_contents: ['remove-post'],
  business_management: ['ban'],
};

/** Own posts listed at every pull, with how many comments each has; every so many pulls the list goes further back. */
export const LISTED_POSTS = 50;
export const LONG_LIST_EVERY = 12;
export const LONG_LIST_POSTS = 200;
/** How long a thread may go unread, by the age of its post in days, where the number of comments has not changed. */
export const AGE_LADDER: readonly { readonly underDays: number; readonly readEverySeconds: number }[] = [
  { underDays: 7, readEverySeconds: 15 * 60 },
  { underDays: 60, readEverySeconds: 3600 },
  { underDays: Number.POSITIVE_INFINITY, readEverySeconds: 24 * 3600 },
];
/** Comments in one answer; Instagram gives no more. */
export const COMMENTS_AT_ONCE = 50;
/**
 * A thread longer than this is read to its end once an hour, and in between only as far as what came since: replies to old
 * comments of it are then seen an hour late.
 */
export const LONG_THREAD_COMMENTS = 200;
export const WHOLE_THREAD_EVERY_SECONDS = 3600;
/** Comments can surface late on Meta's side: each reading goes back this far before the previous one. */
export const OVERLAP_SECONDS = 900;
export const HIDDEN_REMEMBERED = 1000;

export const TAGGED_AT_ONCE = 50;

/** How far back private messages are read at first: beyond, nobody could answer them. */
export const FIRST_MESSAGES_SECONDS = 7 * 86_400;
export const CONVERSATIONS_AT_ONCE = 50;
/** Instagram takes two such calls a second: what is beyond is read at the next pull. */
export const CONVERSATIONS_PER_PULL = 20;
export const NEXT_CONVERSATIONS_SECONDS = 10;
/** Of each conversation, as many as Instagram tells in full. */
export const MESSAGES_OF_CONVERSATION = 20;

/** How long to leave a container to Instagram before asking whether it is ready, and how often to ask. */
export const IMAGE_WAIT_SECONDS = 5;
export const VIDEO_WAIT_SECONDS = 60;
export const MOST_LOOKS = 30;
/** A container that Instagram failed to make by its own fault is made again this many times. */
export const MOST_CONTAINERS = 3;

export const INSIGHT_POSTS = 10;

/** How long a token of the route through Instagram holds, where the answer does not say. */
export const TOKEN_SECONDS = 60 * 86_400;
