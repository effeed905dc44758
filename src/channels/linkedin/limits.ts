// SPDX-License-Identifier: AGPL-3.0-or-later
import { api, byHand, limited, none } from '../core/state.ts';
import type { Capability, CapabilityState, Limits, NetworkAdapter, Retention } from '../port.ts';

/** Every call names its version, a month; each is answered for about a year, and then no more. */
export const API_VERSION = '202609';

export const limits: Limits = {
  replyLength: 1250,
  // Longer texts are cut without a word: they are refused here.
  postLength: 3000,
  lengthUnit: 'characters',
  images: 20,
  pictures: { types: ['image/jpeg', 'image/png', 'image/gif'], bytes: 8 * 1024 ** 2, side: 4096 },
  pollSeconds: 1800,
};

/** LinkedIn lets the words of its members be kept for two days. */
export const retention: Retention = { contentHours: 48, deletionHours: 48 };

export const declaration: NetworkAdapter['declaration'] = null;

export const credentials: NetworkAdapter['credentials'] = {
  accessToken: 'Chiave di accesso, valida 60 giorni: si ottiene dall’accesso di un amministratore della pagina',
  refreshToken:
    'Chiave di rinnovo, valida un anno e non prolungabile; senza, l’accesso va ridato a mano ogni 60 giorni',
  clientId: 'Numero dell’applicazione dell’ente su LinkedIn',
  clientSecret:
    'Chiave segreta dell’applicazione dell’ente su LinkedIn: rinnova l’accesso e verifica gli avvisi ricevuti',
  applicationId: 'Numero che si legge nell’indirizzo della pagina dell’applicazione: senza, niente avvisi',
};

export const capabilities: Readonly<Record<Capability, CapabilityState>> = {
  'publish-text': api('Il post appare sulla pagina, a nome dell’ente, visibile a tutti.'),
  'publish-image': api('Le immagini escono in un solo post, ciascuna con il suo testo alternativo.'),
  'publish-video': api(
    'Il video esce quando LinkedIn ha finito di elaborarlo; il testo alternativo di un video non viene accettato.',
  ),
  'publish-link': api(
    'Il post esce con il riquadro della pagina collegata: titolo e descrizione sono quelli dati qui.',
  ),
  schedule: byHand('LinkedIn non programma le uscite da qui: all’ora stabilita il post viene pubblicato dal desk.'),
  'edit-post': api('Cambia soltanto il testo del post, che LinkedIn segna come modificato.'),
  'remove-post': api('Il post viene eliminato da LinkedIn per sempre, insieme ai suoi commenti.', { undoable: false }),
  'read-comments': api(
    'Si leggono i commenti ai post con le risposte; di chi scrive si conosce il numero, non il nome.',
    {
      pushed: true,
    },
  ),
  'read-mentions': limited(
    'Si leggono solo i post pubblici che menzionano la pagina, non le menzioni nei commenti altrui.',
    { pushed: true },
  ),
  'read-visitor-posts': none('Su LinkedIn nessuno può scrivere un post sulla pagina di un ente.'),
  reply: api('La risposta appare sotto il commento, a nome della pagina, visibile a tutti; solo testo.'),
  hide: none('LinkedIn non consente di nascondere un commento: lo si può eliminare o lasciare dov’è.'),
  unhide: none('Su LinkedIn niente può essere nascosto, quindi niente può essere mostrato di nuovo.'),
  remove: limited(
    'Il commento viene eliminato per sempre; se LinkedIn lo rifiuta per i commenti di altri, va eliminato a mano dalla pagina.',
    { undoable: false },
  ),
  'close-comments': api(
    'Chiudere i commenti elimina per sempre tutti quelli già scritti sotto il post: riaprirli non li riporta.',
    { undoable: false },
  ),
  'restrict-comments': byHand('Chi può commentare si sceglie a mano su LinkedIn, quando si pubblica il post.'),
  hold: byHand(
    'LinkedIn non trattiene i commenti da approvare; si possono soltanto impostare a mano i suoi filtri sulla pagina.',
  ),
  ban: byHand('Una persona si blocca a mano dalla pagina, dal menu accanto al suo nome.'),
  report: byHand(
    'La segnalazione a LinkedIn si fa a mano, dal menu accanto al commento: nessuna interfaccia lo consente.',
    { undoable: false },
  ),
  'read-messages': byHand('I messaggi privati alla pagina non arrivano qui: vanno letti nella posta della pagina.'),
  'answer-message': byHand('Ai messaggi privati si risponde a mano, dalla posta della pagina.', { undoable: false }),
  insights: api('Si leggono i numeri della pagina e dei suoi ultimi post.'),
};

/** What the person who connects is asked for, and why. */
export const scopes: Readonly<Record<string, string>> = {
  r_organization_social_feed: 'Leggere i post della pagina, i commenti e i loro numeri',
  w_organization_social_feed: 'Pubblicare, rispondere ed eliminare a nome della pagina',
  rw_organization_admin: 'Sapere chi amministra la pagina, ricevere gli avvisi e leggere le statistiche',
};

/** What each role on the page lets one do here; a role that is not named lets nothing be read, and LinkedIn does not say so. */
export const READING_ROLES: readonly string[] = ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'];
export const WRITING_ROLES: readonly string[] = [...READING_ROLES, 'RECRUITING_POSTER'];
export const NOTIFIED_ROLES: readonly string[] = ['ADMINISTRATOR'];

/** Notifications go back this far, and no further. */
export const NOTIFICATION_DAYS = 60;
export const PAGE_SIZE = 50;
/** Notifications may come late: each reading goes back this far before the previous one. */
export const OVERLAP_SECONDS = 1800;
/** Every so many pulls (twelve hours) threads are read whole; LinkedIn may grant no more than a hundred calls a day. */
export const WHOLE_READING_EVERY = 24;
/** Every so many pulls (a day) those of posts older than this too. */
export const OLD_READING_EVERY = 48;
export const YOUNG_POST_DAYS = 7;
export const WHOLE_READING_POSTS = 10;
export const OLD_READING_POSTS = 25;

/** Posts among which a lost publication is looked for. */
export const LATEST_POSTS = 20;
/** Posts whose figures are read. */
export const INSIGHT_POSTS = 10;

/** How long to leave pictures and videos to LinkedIn before asking whether they are ready. */
export const READY_WAIT_SECONDS = 10;
export const LARGEST_IMAGE_BYTES = 36_000_000;
export const LARGEST_VIDEO_BYTES = 500_000_000;
/** An upload of a large part takes longer than a call. */
export const UPLOAD_TIMEOUT_MILLISECONDS = 45_000;

/** Comments are created at most so often a minute, LinkedIn does not say how often. */
export const THROTTLED_SECONDS = 60;
