// SPDX-License-Identifier: AGPL-3.0-or-later
import { graphErrors } from '../core/graph-errors.ts';
import { messagesFor } from '../core/state.ts';
import type { ChannelError, ChannelErrorKind } from '../port.ts';

const MESSAGES = messagesFor('Threads', {
  'token-expired': 'L’accesso all’account Threads è scaduto: va collegato di nuovo.',
  'not-found': 'Su Threads non esiste più, oppure non è più visibile all’account.',
  'not-possible': 'Threads non consente questa azione da qui: va fatta a mano, dove possibile.',
});

export const errors = graphErrors(MESSAGES, {
  special: {
    '10': 'Manca un permesso dell’app, o è decaduto dopo 90 giorni: una persona deve concederlo di nuovo.',
  },
});

const told = (kind: ChannelErrorKind, code: string, message: string = MESSAGES[kind]): ChannelError => ({
  kind,
  code,
  message,
});

/** What `error_message` of a container means; `UNKNOWN` and whatever is new is Threads’ own failure. */
const CONTAINER_FAULTS: Readonly<Record<string, string>> = {
  FAILED_DOWNLOADING_VIDEO: 'Threads non riesce a scaricare il video dal suo indirizzo.',
  FAILED_PROCESSING_AUDIO: 'Threads non riesce a elaborare l’audio del video.',
  FAILED_PROCESSING_VIDEO: 'Threads non riesce a elaborare il video.',
  INVALID_ASPEC_RATIO: 'Le proporzioni del video non sono tra quelle che Threads accetta.',
  INVALID_BIT_RATE: 'La qualità del video non è tra quelle che Threads accetta.',
  INVALID_DURATION: 'La durata del video non è tra quelle che Threads accetta.',
  INVALID_FRAME_RATE: 'I fotogrammi al secondo del video non sono tra quelli che Threads accetta.',
  INVALID_AUDIO_CHANNELS: 'L’audio del video non è tra quelli che Threads accetta.',
  INVALID_AUDIO_CHANNEL_LAYOUT: 'L’audio del video non è tra quelli che Threads accetta.',
  THREADS_API__LINK_LIMIT_EXCEEDED: 'In un post di Threads vanno al massimo cinque indirizzi web.',
};

export function containerFault(name: string): ChannelError {
  const message = CONTAINER_FAULTS[name];
  return message === undefined ? told('transient', `container-${name}`) : told('rejected-content', name, message);
}

export const foreignDelivery = told(
  'rejected-content',
  'foreign-delivery',
  'È arrivato un avviso che non ha la forma di quelli di Threads.',
);

export const otherAccount = told(
  'reauth-needed',
  'not-the-account',
  'Il collegamento è di un altro account Threads: va rifatto scegliendo quello dell’ente.',
);

export const notTopLevel = told(
  'not-possible',
  'not-top-level',
  'Threads nasconde solo le risposte di primo livello: si può nascondere quella che sta sopra, con tutte le sue.',
);

export const notComplete = told(
  'rejected-content',
  'container-slow',
  'Threads non ha finito di preparare il contenuto nel tempo previsto: non è uscito niente, si può ripetere.',
);

export const publishedUnseen = told(
  'transient',
  'published-unseen',
  'Threads dice che il testo è uscito ma non lo mostra ancora: si guarda di nuovo.',
);

export const unlikeOrdered = told(
  'not-possible',
  'other-audience',
  'Il post è uscito, ma Threads non mostra la limitazione delle risposte: controllare dall’app.',
);

export const tooLong = (most: number): ChannelError =>
  told('rejected-content', 'too-long', `Il testo supera i ${most} caratteri che Threads accetta: va accorciato.`);
export const tooManyLinks = (most: number): ChannelError =>
  told('rejected-content', 'too-many-links', `In un post di Threads vanno al massimo ${most} indirizzi web.`);
export const tooManyMedia = (most: number): ChannelError =>
  told('rejected-content', 'too-many-media', `In un post di Threads vanno al massimo ${most} immagini o video.`);
export const emptyPost = told(
  'rejected-content',
  'empty-post',
  'Il post è vuoto: serve un testo, un’immagine o un video.',
);
