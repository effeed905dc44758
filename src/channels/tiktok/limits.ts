// SPDX-License-Identifier: AGPL-3.0-or-later
import { api, byHand, none } from '../core/state.ts';
import type { Capability, CapabilityState, Limits, NetworkAdapter, Retention } from '../port.ts';

export const BUSINESS_VERSION = 'v1.3';

export const limits: Limits = {
  replyLength: 1200,
  postLength: 2200,
  lengthUnit: 'characters',
  images: 35,
  // No PNG.
  pictures: { types: ['image/jpeg', 'image/webp'], bytes: 8 * 1024 ** 2, side: 1920 },
  pollSeconds: 600,
};

/** What may be kept is what the body wrote when it asked TikTok for access; no number of hours is given. */
export const retention: Retention = { contentHours: null, deletionHours: null };

export const declaration: NetworkAdapter['declaration'] = null;

export const credentials: NetworkAdapter['credentials'] = {
  accessToken: 'Chiave di accesso ai commenti (TikTok API for Business), valida 24 ore e rinnovata dal desk',
  refreshToken: 'Chiave di rinnovo dell’accesso ai commenti, valida un anno; cambia a ogni rinnovo',
  appId: 'Numero dell’applicazione dell’ente su TikTok API for Business',
  appSecret: 'Chiave segreta della stessa applicazione: rinnova l’accesso e verifica gli avvisi ricevuti',
  postingToken: 'Chiave per pubblicare (Content Posting API), valida 24 ore; senza, i video si pubblicano a mano',
  postingRefreshToken: 'Chiave di rinnovo della precedente, valida un anno',
  clientKey: 'Numero dell’applicazione dell’ente su TikTok for Developers, per pubblicare',
  clientSecret: 'Chiave segreta dell’applicazione con cui si pubblica',
  businessUrl: 'Indirizzo dell’interfaccia dei commenti, solo se non è quello di TikTok',
};

export const capabilities: Readonly<Record<Capability, CapabilityState>> = {
  'publish-text': byHand('Su TikTok da qui escono solo video e foto: un testo si pubblica a mano, dall’applicazione.'),
  'publish-image': api(
    'Le foto escono in un solo post, che TikTok prima controlla; non accetta testi alternativi. Finché l’applicazione non è verificata, può pubblicare solo in privato.',
  ),
  'publish-video': api(
    'Il video esce quando TikTok lo ha elaborato e controllato; finché l’applicazione non è verificata, può pubblicare solo in privato.',
  ),
  'publish-link': byHand('TikTok non ha post con collegamento: l’indirizzo va messo a mano nella descrizione.'),
  schedule: byHand('TikTok non programma le uscite da qui: all’ora stabilita il post viene pubblicato dal desk.'),
  'edit-post': byHand('La descrizione di un video già uscito si cambia a mano, dove l’applicazione lo consente.'),
  'remove-post': byHand('Un video si elimina a mano, dall’applicazione.', { undoable: false }),
  'read-comments': api('Si leggono i commenti ai video dell’account, con le risposte, anche quelli nascosti.', {
    pushed: true,
  }),
  'read-mentions': byHand('Le menzioni non arrivano qui: vanno guardate nelle notifiche dell’applicazione.'),
  'read-visitor-posts': none('Su TikTok nessuno può pubblicare sul profilo altrui.'),
  reply: api(
    'La risposta appare sotto il commento, a nome dell’account; se TikTok la prende per spam la nasconde senza dirlo, e qui si controlla.',
  ),
  hide: api('Il commento sparisce per il pubblico; chi l’ha scritto continua a vederlo.', {
    toAuthor: 'Resta visibile a te, non agli altri.',
  }),
  unhide: api('Il commento dovrebbe tornare visibile, ma TikTok non lo garantisce: qui si controlla.'),
  remove: byHand('Il commento di un altro si elimina a mano, dall’applicazione; da qui lo si può nascondere.', {
    undoable: false,
  }),
  'close-comments': byHand('I commenti di un video già uscito si chiudono a mano, dalle impostazioni del video.'),
  'restrict-comments': api('Il video esce con i commenti chiusi; riaprirli si può solo a mano, dall’applicazione.'),
  hold: byHand('I filtri che trattengono i commenti si impostano a mano nell’applicazione, e lì si approvano.'),
  ban: byHand('Una persona si blocca a mano, dal suo profilo.'),
  report: byHand(
    'La segnalazione a TikTok si fa a mano, tenendo premuto il commento: nessuna interfaccia lo consente.',
    { undoable: false },
  ),
  'read-messages': byHand('In Europa i messaggi privati non arrivano qui: vanno letti nell’applicazione.'),
  'answer-message': byHand('In Europa ai messaggi privati si risponde a mano, dall’applicazione.', { undoable: false }),
  insights: api('Si leggono i seguaci e i numeri degli ultimi video, con uno o due giorni di ritardo.'),
};

/** What the person who connects is asked for, and why. */
export const scopes: Readonly<Record<string, string>> = {
  'user.info.basic': 'Sapere quale account si sta collegando',
  'user.info.username': 'Leggere il nome dell’account',
  'user.info.stats': 'Leggere quanti lo seguono',
  'video.list': 'Leggere l’elenco dei video e i loro numeri',
  'comment.list': 'Leggere i commenti ai video dell’account e ricevere gli avvisi',
  'comment.list.manage': 'Rispondere ai commenti, nasconderli e mostrarli di nuovo',
};

/** What is lost without each permission. */
export const NEEDED_FOR: Readonly<Record<string, readonly Capability[]>> = {
  'video.list': ['read-comments', 'insights'],
  'comment.list': ['read-comments'],
  'comment.list.manage': ['reply', 'hide', 'unhide'],
  'user.info.stats': ['insights'],
};
export const POSTING: readonly Capability[] = ['publish-image', 'publish-video', 'restrict-comments'];

export const VIDEOS_AT_ONCE = 20;
/** Videos listed at each pull, and once a day. */
export const RECENT_VIDEOS = 40;
export const ALL_VIDEOS = 400;
export const COMMENTS_AT_ONCE = 30;
/** Beyond so many comments TikTok repeats some and sorts the others by likes: the thread is never known whole. */
export const SORTED_COMMENTS = 500;
/** Of the 40 calls a minute that TikTok allows to each address, those that a pull may spend on comments, or on replies. */
export const CALLS_AT_ONCE = 25;
/** After a pull that spent them all. */
export const BREATH_SECONDS = 60;
/** How often a thread is read again, by the age of its video: always, hourly, daily. */
export const YOUNG_DAYS = 7;
export const GROWN_DAYS = 60;
export const GROWN_EVERY_SECONDS = 3600;
export const OLD_EVERY_SECONDS = 86_400;
/** Every so many readings a long thread is followed to its end, whatever is new in it. */
export const WHOLE_READING_EVERY = 12;
/** Comments can surface late: each reading goes back this far before the previous one. */
export const OVERLAP_SECONDS = 900;
export const STANDINGS_REMEMBERED = 2000;

/** When TikTok says «enough» of a minute, it means five. */
export const THROTTLED_SECONDS = 300;

/** How long to leave a publication to TikTok before asking how it stands. */
export const PUBLISH_WAIT_SECONDS = 20;
/** A publication whose answer was lost may show only after TikTok has checked it. */
export const PUBLISH_APPEARS_SECONDS = 3600;
export const LATEST_VIDEOS = 20;
/** A reply that TikTok took and does not list within this time was set aside. */
export const REPLY_APPEARS_SECONDS = 600;
