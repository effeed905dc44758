// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Capability, CapabilityState, NetworkAdapter } from '../port.ts';

/** Every call names its version: Meta changes behaviour only between versions. */
export const GRAPH_VERSION = 'v26.0';

export const limits: NetworkAdapter['limits'] = { replyLength: 8000, lengthUnit: 'characters', pollSeconds: 120 };

export const credentials: NetworkAdapter['credentials'] = {
  pageToken: "Token della Pagina: si ottiene dall'accesso di una persona con un ruolo sulla Pagina",
  appSecret: "Chiave segreta dell'app dell'ente su Meta: firma ogni chiamata e verifica gli avvisi ricevuti",
  verifyToken: "Parola scelta dall'ente e scritta anche nell'app su Meta: serve a registrare l'indirizzo degli avvisi",
};

const byHand = (effect: string): CapabilityState => ({ how: 'by-hand', effect, undoable: true });

export const capabilities: Readonly<Record<Capability, CapabilityState>> = {
  'read-comments': {
    how: 'api',
    effect: 'Si leggono i commenti ai post recenti, con le risposte; chi non ha autorizzato Facebook resta senza nome.',
    undoable: true,
  },
  'read-visitor-posts': {
    how: 'api',
    effect: 'Si leggono i post recenti che i visitatori scrivono sulla Pagina.',
    undoable: true,
  },
  'read-mentions': byHand('Le menzioni della Pagina fuori dalla Pagina non arrivano qui: vanno guardate su Facebook.'),
  'read-messages': byHand('I messaggi privati non arrivano qui: vanno letti nella posta della Pagina.'),
  'publish-text': byHand('Il post si pubblica a mano dalla Pagina.'),
  reply: {
    how: 'api',
    effect: 'La risposta appare sotto il commento, a nome della Pagina, visibile a tutti.',
    undoable: true,
  },
  hide: {
    how: 'api',
    effect: "Il commento sparisce per il pubblico, ma su Facebook resta visibile all'autore e ai suoi amici.",
    undoable: true,
  },
  unhide: { how: 'api', effect: 'Il commento nascosto torna visibile a tutti.', undoable: true },
  remove: {
    how: 'api',
    effect: 'Il commento viene eliminato da Facebook per sempre, insieme alle risposte che ha ricevuto.',
    undoable: false,
  },
  hold: {
    how: 'none',
    effect: 'Facebook non trattiene i commenti prima della pubblicazione: si può solo nasconderli appena arrivano.',
    undoable: true,
  },
  ban: byHand('Il blocco di una persona si mette e si toglie a mano, dalle impostazioni della Pagina.'),
  report: {
    how: 'by-hand',
    effect: 'La segnalazione a Facebook si fa a mano, dal menu accanto al commento: nessuna interfaccia lo consente.',
    undoable: false,
  },
};

/** Posts of each kind whose threads are read at every pull. */
export const RECENT_POSTS = 25;
/** Every so many pulls the reading is deeper: more posts, and each thread to its end whatever its age. */
export const WHOLE_READING_EVERY = 12;
export const WHOLE_READING_POSTS = 100;
/** Comments that come along with each post in the same call. */
export const COMMENTS_WITH_POST = 50;
export const PAGE_SIZE = 100;
/** Comments can surface late on Meta's side: each reading goes back this far before the previous one. */
export const OVERLAP_SECONDS = 900;

export const TIMEOUT_MILLISECONDS = 15_000;
/** When Facebook says «enough» without saying for how long; calling while limited lengthens the ban. */
export const DEFAULT_BACKOFF_SECONDS = 900;
/** Share of the allowance, in percent, at which polling slows down and at which it stops for a while. */
export const SLOW_DOWN_AT_PERCENT = 70;
export const STOP_READING_AT_PERCENT = 90;
