// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CommandType } from '../contract.ts';
import type { ByHandGuide, Command } from '../port.ts';

const OPEN = 'Apri il posto con l’accesso dell’ente e cerca l’intervento.';
const OPEN_PAGE = 'Apri il posto con l’accesso dell’ente.';
const BACK = 'Torna qui e conferma che è fatto, con una nota su ciò che si vede.';

const STEPS: Readonly<Record<CommandType, readonly string[]>> = {
  hide: [OPEN, 'Nascondilo, se il posto lo consente; altrimenti scrivi nella nota perché non si può.', BACK],
  unhide: [OPEN, 'Mostralo di nuovo a tutti.', BACK],
  remove: [OPEN, 'Eliminalo, se il posto lo consente; altrimenti chiedilo a chi lo gestisce.', BACK],
  approve: [OPEN, 'Approvalo perché tutti lo vedano.', BACK],
  reply: [OPEN, 'Incolla la risposta decisa qui, senza cambiarla.', BACK],
  report: [
    OPEN,
    'Scegli «segnala» e indica il motivo con le parole della motivazione.',
    'Dove si può scrivere, aggiungi l’indirizzo esatto, il nome e la posta dell’ufficio e che la segnalazione è fatta in buona fede.',
    BACK,
  ],
  'answer-message': [OPEN_PAGE, 'Apri la conversazione e incolla la risposta decisa qui.', BACK],
  ban: [OPEN_PAGE, 'Blocca la persona indicata nella decisione, se il posto lo consente.', BACK],
  unban: [OPEN_PAGE, 'Togli il blocco alla persona indicata nella decisione.', BACK],
  publish: [OPEN_PAGE, 'Pubblica il testo, le immagini e il collegamento approvati, senza cambiarli.', BACK],
  'edit-post': [OPEN_PAGE, 'Correggi il post con il testo approvato.', BACK],
  'remove-post': [OPEN_PAGE, 'Ritira il post.', BACK],
  'close-comments': [OPEN_PAGE, 'Chiudi i commenti del post.', BACK],
  'open-comments': [OPEN_PAGE, 'Riapri i commenti del post.', BACK],
};

/** Where to go and what to do, in a place that no interface reaches. */
export const guide = (
  { handle }: { readonly handle: string },
  { type }: Command,
  permalink: string | null,
): ByHandGuide => ({
  link: permalink ?? (/^https?:\/\//.test(handle) ? handle : `https://${handle}`),
  steps: STEPS[type],
});
