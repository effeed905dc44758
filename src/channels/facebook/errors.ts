// SPDX-License-Identifier: AGPL-3.0-or-later
import { lengthIn } from '../contract.ts';
import { graphErrors } from '../core/graph-errors.ts';
import { messagesFor } from '../core/state.ts';
import type { ChannelError } from '../port.ts';
import { limits } from './limits.ts';

const ACTING_AS_PERSON = 'Il collegamento agisce come persona e non come Pagina: va rifatto scegliendo la Pagina.';

const MESSAGES = messagesFor('Facebook', {
  'token-expired': 'L’accesso alla Pagina è scaduto: va collegata di nuovo.',
  'reauth-needed':
    'Facebook non riconosce più l’autorizzazione: una persona con un ruolo sulla Pagina deve rinnovarla.',
  'role-lost': 'Chi ha collegato la Pagina non ha più il ruolo necessario: l’ente deve restituirglielo su Facebook.',
  'not-found': 'Su Facebook non esiste più, oppure non è più visibile alla Pagina.',
  'window-closed':
    'Sono passate più di 24 ore dall’ultimo messaggio della persona: su Facebook la risposta va data a mano.',
  'blocked-by-platform': 'Facebook ha bloccato le azioni della Pagina: sospendere gli invii e controllare la Pagina.',
});

export const errors = graphErrors(MESSAGES, {
  special: {
    '10': 'Manca un permesso dell’app, o è decaduto dopo 90 giorni senza uso: va concesso di nuovo.',
    '10/2018278': MESSAGES['window-closed'],
    '10/1893063': 'Facebook ha sospeso per ora i messaggi privati della Pagina: controllare la Pagina.',
    '100/2018276': MESSAGES['window-closed'],
    '551': 'Su Facebook questa persona non può ricevere messaggi dalla Pagina.',
    '551/1545041': 'Su Facebook questa persona non può ricevere messaggi dalla Pagina.',
    '1705': ACTING_AS_PERSON,
  },
  // Answering as a person was not granted to the application: for it the window is the shorter one.
  kinds: { '100/2018276': 'window-closed', '551': 'not-possible', '551/1545041': 'not-possible' },
});

const told = (kind: ChannelError['kind'], code: string, message: string = MESSAGES[kind]): ChannelError => ({
  kind,
  code,
  message,
});

export const notActingAsPage = told('reauth-needed', 'not-the-page', ACTING_AS_PERSON);

export const foreignDelivery = told(
  'rejected-content',
  'foreign-delivery',
  'È arrivato un avviso che non ha la forma di quelli di Facebook.',
);

export const corruptedReply = told(
  'transient',
  'reply-without-new-id',
  'Facebook ha detto di sì senza dare il numero della nuova risposta: controllare che il commento del cittadino sia intatto.',
);

export const windowClosed = told('window-closed', 'window-closed-before-sending');

/** Facebook would cut it, or refuse it after the pictures are up. Null where it fits. */
export function overlong(text: string, allowed: number): ChannelError | null {
  const written = lengthIn(text, limits.lengthUnit);
  if (written <= allowed) return null;
  const message = `Il testo ha ${written} caratteri: Facebook ne accetta ${allowed}. Va accorciato.`;
  return told('rejected-content', `too-long-${written}`, message);
}

export const tooManyImages = (allowed: number): ChannelError =>
  told('rejected-content', 'too-many-images', `In un post di Facebook vanno al massimo ${allowed} immagini.`);

export const mixedMedia = told(
  'rejected-content',
  'mixed-media',
  'Su Facebook un post porta immagini oppure un solo video, non entrambi.',
);

export const emptyPost = told(
  'rejected-content',
  'empty-post',
  'Il post è vuoto: serve un testo, un’immagine o un video.',
);

export const videoFailed = told(
  'rejected-content',
  'video-failed',
  'Facebook non è riuscito a elaborare il video: controllare il file e ripetere la pubblicazione.',
);

export const banRefused = told('not-possible', 'ban-refused', 'Facebook non consente di bloccare questa persona.');

export const notOurs = told(
  'not-possible',
  'not-ours',
  'Non è un testo della Pagina: le parole di altri non si modificano.',
);

/** What stands on Facebook is not what was sent: nothing is repeated, a person compares. */
export const otherwiseThere = (code: string): ChannelError =>
  told(
    'transient',
    code,
    'Su Facebook c’è qualcosa di diverso da ciò che è stato inviato: una persona deve confrontare.',
  );

export const noPageToConnect = told(
  'role-lost',
  'no-page-with-tasks',
  'La persona non gestisce nessuna Pagina con tutti i compiti necessari: contenuti, moderazione, messaggi e dati statistici.',
);
