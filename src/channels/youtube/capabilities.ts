// SPDX-License-Identifier: AGPL-3.0-or-later
import { api, byHand, limited, none } from '../core/state.ts';
import type { Capability, CapabilityState } from '../port.ts';

const COMMUNITY = 'YouTube non consente di scrivere da qui nella scheda Post del canale: si fa a mano.';

export const capabilities: Readonly<Record<Capability, CapabilityState>> = {
  'publish-text': byHand(COMMUNITY),
  'publish-image': byHand(COMMUNITY),
  'publish-video': api(
    'Il video viene caricato e pubblicato sul canale; finché Google non ha verificato l’applicazione dell’ente resta privato.',
  ),
  'publish-link': byHand(`${COMMUNITY.slice(0, -1)}; in un video l’indirizzo si mette nella descrizione.`),
  schedule: api('All’ora stabilita il video viene caricato e pubblicato da qui.'),
  'edit-post': api('Cambia la descrizione del video; titolo, etichette e categoria restano come sono.'),
  'remove-post': api('Il video viene eliminato da YouTube per sempre, insieme ai suoi commenti.', { undoable: false }),
  'read-comments': api(
    'Si leggono i commenti ai video, con le risposte, anche quelli che YouTube trattiene o crede spam.',
  ),
  'read-mentions': byHand('Le menzioni del canale fuori dai suoi video non arrivano qui: vanno guardate su YouTube.'),
  'read-visitor-posts': none('Su YouTube i visitatori non possono pubblicare sul canale dell’ente.'),
  reply: api('La risposta appare sotto il commento, a nome del canale, visibile a tutti, se YouTube non la trattiene.'),
  hide: api('Il commento sparisce per tutti, e anche da YouTube Studio: solo da qui si può mostrare di nuovo.', {
    toAuthor: 'Non è più visibile a nessuno.',
  }),
  unhide: api('Il commento nascosto torna visibile a tutti.'),
  remove: byHand(
    'YouTube non consente di eliminare da qui i commenti di altri: si possono nascondere, oppure rimuovere a mano.',
    { undoable: false },
  ),
  'close-comments': byHand('I commenti di un video si chiudono e si riaprono a mano, in YouTube Studio.'),
  'restrict-comments': byHand('Chi può commentare un video si sceglie a mano, in YouTube Studio.'),
  hold: api('Il commento trattenuto da YouTube viene approvato e diventa visibile a tutti.'),
  ban: api(
    'I prossimi commenti di questa persona sul canale non appariranno, e quello per cui la si blocca viene nascosto; il blocco si toglie a mano.',
    { toAuthor: 'I tuoi prossimi commenti su questo canale non si vedranno.' },
  ),
  report: limited(
    'YouTube accetta da qui segnalazioni solo di video interi: un commento o una persona si segnalano a mano.',
    { undoable: false },
  ),
  'read-messages': none('YouTube non ha messaggi privati.'),
  'answer-message': none('YouTube non ha messaggi privati.'),
  insights: api('Si leggono i numeri del canale e dei suoi ultimi video.'),
};
