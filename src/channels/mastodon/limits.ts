// SPDX-License-Identifier: AGPL-3.0-or-later
import { api, none } from '../core/state.ts';
import type { Capability, CapabilityState, Limits, NetworkAdapter, Retention } from '../port.ts';

/** What every instance grants; many grant more, and tell. */
export const STATUS_CHARACTERS = 500;
/** A reply names whom it answers, or it never reaches them. */
export const MENTION_RESERVE = 32;
export const ALT_CHARACTERS = 1500;
export const IMAGES = 4;
export const REPORT_CHARACTERS = 1000;
/** What an address weighs, however long. */
export const CHARACTERS_PER_ADDRESS = 23;
/** Where the instance does not tell. */
export const IMAGE_BYTES = 16 * 1024 * 1024;
export const VIDEO_BYTES = 99 * 1024 * 1024;

export const limits: Limits = {
  replyLength: STATUS_CHARACTERS - MENTION_RESERVE,
  postLength: STATUS_CHARACTERS,
  lengthUnit: 'graphemes',
  messageLength: STATUS_CHARACTERS - MENTION_RESERVE,
  images: IMAGES,
  // What instances of every age take, well below what the new ones do.
  pictures: {
    types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
    bytes: 8 * 1024 ** 2,
    side: 2880,
  },
  pollSeconds: 60,
};

/** Instances ask that deletions be honoured and name no number of hours: a day. */
export const retention: Retention = { contentHours: null, deletionHours: 24 };

export const declaration: NetworkAdapter['declaration'] = null;

export const credentials: NetworkAdapter['credentials'] = {
  accessToken:
    'Token di accesso all’account: si ottiene collegandolo, oppure dalle impostazioni dell’istanza alla voce «Sviluppo»',
};

export const capabilities: Readonly<Record<Capability, CapabilityState>> = {
  'publish-text': api(
    'Il post appare sul profilo dell’ente, visibile a tutti, e raggiunge chi lo segue da altre istanze.',
  ),
  'publish-image': api(
    'Le immagini escono in un solo post, al massimo quattro, ciascuna con il suo testo alternativo.',
  ),
  'publish-video': api('Il video esce con il suo testo alternativo, quando l’istanza ha finito di elaborarlo.'),
  'publish-link': api('L’indirizzo sta nel testo del post; l’anteprima la compone da sé ogni istanza.'),
  schedule: api('All’ora stabilita il post viene pubblicato da qui.'),
  'edit-post': api('Il testo del post cambia, anche sulle altre istanze; chiunque può vedere le versioni precedenti.'),
  'remove-post': api('Il post viene eliminato per sempre, e alle altre istanze viene chiesto di fare lo stesso.', {
    undoable: false,
  }),
  'read-comments': api(
    'Si leggono le risposte che l’istanza conosce; quelle di account bloccati o silenziati non si vedono.',
  ),
  'read-mentions': api('Si leggono i post in cui altri menzionano l’ente, anche quelli che l’istanza tiene da parte.'),
  'read-visitor-posts': none('Su Mastodon nessuno può scrivere sul profilo altrui.'),
  reply: api(
    'La risposta è pubblica, a nome dell’ente, e comincia con il nome di chi la riceve, altrimenti non gli arriverebbe.',
  ),
  hide: none('Su Mastodon nessuno può nascondere la risposta di un altro: si può bloccare chi scrive, o segnalarlo.'),
  unhide: none('Su Mastodon niente può essere nascosto, quindi niente può essere mostrato di nuovo.'),
  remove: none(
    'Su Mastodon un ente non può eliminare gli interventi altrui: si può bloccare chi scrive, o segnalarlo.',
    {
      undoable: false,
    },
  ),
  'close-comments': none('Su Mastodon non si possono chiudere le risposte a un post: si può eliminare il post.'),
  'restrict-comments': none('Su Mastodon non si può scegliere chi risponde a un post, ma solo chi lo cita.'),
  hold: none('Mastodon non trattiene le risposte in attesa di approvazione.'),
  ban: api(
    'La persona non può più seguire l’ente né vederne i post quando è collegata; ciò che ha scritto resta dov’è.',
    { toAuthor: 'Con quell’account non puoi più seguirci. Ciò che avevi già scritto resta dov’è.' },
  ),
  report: api(
    'La segnalazione arriva a chi amministra l’istanza dell’ente e, se la persona sta altrove, anche alla sua; non si può ritirare.',
    { undoable: false },
  ),
  'read-messages': api('Si leggono i messaggi diretti all’ente; li può leggere anche chi amministra le istanze.'),
  'answer-message': api(
    'La risposta arriva alla sola persona che ha scritto; la può leggere anche chi amministra le istanze.',
    {
      undoable: false,
    },
  ),
  insights: api('Si leggono soltanto conteggi: preferiti, condivisioni, risposte e seguaci.'),
};

/** What the person who connects is asked for, and why. */
export const scopes: Readonly<Record<string, string>> = {
  'read:accounts': 'Sapere di quale account si tratta e quante persone lo seguono',
  'read:statuses': 'Leggere i post dell’ente, le risposte e i messaggi diretti',
  'read:notifications': 'Leggere chi menziona l’ente',
  'read:follows': 'Controllare che un blocco sia in vigore',
  'write:statuses': 'Pubblicare, modificare ed eliminare i post, rispondere',
  'write:media': 'Caricare immagini e video',
  'write:blocks': 'Bloccare e sbloccare chi scrive',
  'write:reports': 'Segnalare un intervento a chi amministra',
};

const WRITTEN: readonly Capability[] = [
  'publish-text',
  'publish-image',
  'publish-video',
  'publish-link',
  'schedule',
  'edit-post',
  'remove-post',
  'reply',
  'answer-message',
];

/** What is lost without each permission. */
export const NEEDED_FOR: Readonly<Record<string, readonly Capability[]>> = {
  'read:accounts': ['insights'],
  'read:statuses': ['read-comments', 'read-messages', 'insights'],
  'read:notifications': ['read-mentions'],
  'read:follows': ['ban'],
  'write:statuses': WRITTEN,
  'write:media': ['publish-image', 'publish-video'],
  'write:blocks': ['ban'],
  'write:reports': ['report'],
};

/** The most that each list gives at once. */
export const STATUSES_AT_ONCE = 40;
export const NOTIFICATIONS_AT_ONCE = 80;
export const CONVERSATIONS_AT_ONCE = 40;
/** Pages followed at one reading, of each list. */
export const MOST_PAGES = 10;

/** Posts whose threads are followed, newest first. */
export const FOLLOWED_POSTS = 200;
/** Their threads are read at every pull, */
export const ALWAYS_READ = 5;
/** and at most so many in all: the instance grants 300 calls in 5 minutes. */
export const THREADS_AT_ONCE = 20;
/** How often an older thread is read again: posts up to so many days old, every so many seconds. */
export const AGE_LADDER: readonly { readonly days: number; readonly everySeconds: number }[] = [
  { days: 7, everySeconds: 300 },
  { days: 60, everySeconds: 3600 },
  { days: Number.POSITIVE_INFINITY, everySeconds: 86_400 },
];
/** Conversations read whole at one pull; the others wait for the next. */
export const CONVERSATIONS_READ = 10;
export const CONVERSATIONS_REMEMBERED = 1000;
/** Items followed for deletion, newest first to stay, and how many are asked about at each pull. */
export const WATCHED_ITEMS = 400;
export const CHECKS_PER_PULL = 10;
/** Notifications may be stored late: each reading goes back this far before the newest one. */
export const OVERLAP_SECONDS = 900;
/** Of that overlap, how many are remembered as told; beyond, they are told again, which harms nobody. */
export const REMEMBERED_NOTIFICATIONS = 2000;
/** Share of the allowance left to writes. */
export const KEPT_FOR_WRITES = 0.2;

/** Posts whose figures are read. */
export const INSIGHT_POSTS = 20;
/** How long to leave a video, or a picture, to the instance before asking whether it is ready. */
export const MEDIA_WAIT_SECONDS = 5;
