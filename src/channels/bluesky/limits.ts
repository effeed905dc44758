// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Capability, CapabilityState, NetworkAdapter } from '../port.ts';

export const POST_GRAPHEMES = 300;
export const POST_BYTES = 3000;
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

export const limits: NetworkAdapter['limits'] = {
  replyLength: POST_GRAPHEMES,
  lengthUnit: 'graphemes',
  pollSeconds: 60,
};

export const credentials: NetworkAdapter['credentials'] = {
  identifier: "Nome utente dell'account su Bluesky, per esempio comune.bsky.social",
  appPassword: 'Password per applicazioni, creata nelle impostazioni di Bluesky; non quella di accesso',
};

const state = (how: CapabilityState['how'], effect: string, undoable = true): CapabilityState => ({
  how,
  effect,
  undoable,
});

export const capabilities: Readonly<Record<Capability, CapabilityState>> = {
  'read-comments': state(
    'limited',
    'Si leggono le risposte fino a quattro livelli sotto un nostro intervento; non arrivano quelle di account bloccati o silenziati e quelle che Bluesky trattiene.',
  ),
  'read-mentions': state('api', 'Si leggono le menzioni e le citazioni dei nostri post.'),
  'read-visitor-posts': state('none', 'Su Bluesky nessuno può scrivere sul profilo altrui.'),
  'read-messages': state('by-hand', 'I messaggi diretti non sono letti dal desk: vanno guardati su Bluesky.'),
  'publish-text': state('by-hand', 'Il post si pubblica a mano su Bluesky.'),
  reply: state('api', "La risposta è pubblica, a nome dell'ente, e non si può modificare dopo l'invio.", false),
  hide: state(
    'limited',
    `La risposta resta sul social ma sparisce dalla discussione sotto il nostro post, dove si vede solo aprendo le risposte nascoste; al massimo ${HIDDEN_REPLIES_PER_THREAD} per post.`,
  ),
  unhide: state('api', 'La risposta torna visibile nella discussione sotto il nostro post.'),
  remove: state(
    'none',
    'Su Bluesky un ente non può eliminare gli interventi altrui: si possono nascondere o segnalare.',
    false,
  ),
  hold: state(
    'none',
    "Bluesky non trattiene gli interventi in attesa di approvazione: si può solo nasconderli dopo l'uscita.",
  ),
  ban: state(
    'api',
    "L'account è bloccato: il blocco è pubblico, e le sue risposte non compaiono più sotto i nostri post.",
  ),
  report: state('api', 'La segnalazione arriva al servizio di moderazione di Bluesky e non si può ritirare.', false),
};
