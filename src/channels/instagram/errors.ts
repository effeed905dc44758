// SPDX-License-Identifier: AGPL-3.0-or-later
import { graphErrors } from '../core/graph-errors.ts';
import { messagesFor } from '../core/state.ts';
import type { ChannelError, ChannelErrorKind } from '../port.ts';

const MESSAGES = messagesFor('Instagram', {
  'token-expired': 'L’accesso all’account Instagram è scaduto: va collegato di nuovo.',
  'not-found': 'Su Instagram non esiste più, oppure non è più visibile all’account.',
  'window-closed':
    'Sono passate più di 24 ore dall’ultimo messaggio della persona: su Instagram la risposta va data a mano.',
  'blocked-by-platform':
    'Instagram ha bloccato le azioni dell’account: sospendere gli invii e controllare l’account dall’app.',
  'not-possible': 'Instagram non consente questa azione da qui: va fatta a mano, dove possibile.',
});

/** Why a publication failed: Meta's subcode, our kind, and what to tell the person who wrote it. */
const PUBLISHING: Readonly<Record<string, readonly [ChannelErrorKind, string]>> = {
  '-2/2207003': ['transient', 'Instagram non ha fatto in tempo a scaricare il file: si riprova.'],
  '-2/2207020': ['transient', 'Il contenuto preparato è scaduto prima di uscire: si prepara di nuovo.'],
  '-1/2207001': ['transient', MESSAGES.transient],
  '-1/2207032': ['transient', 'Instagram non è riuscito a preparare il contenuto: si riprova.'],
  '-1/2207053': ['transient', 'Il caricamento del video su Instagram si è interrotto: si riprova.'],
  '4/2207051': [
    'blocked-by-platform',
    'Instagram ha preso l’invio per spam: sospendere gli invii e controllare l’account.',
  ],
  '9/2207042': ['allowance-spent', 'Oggi l’account ha già pubblicato il massimo che Instagram consente in un giorno.'],
  '9007/2207027': ['transient', 'Instagram sta ancora preparando il contenuto.'],
  '24/2207008': ['transient', 'Instagram non trova ancora il contenuto preparato: si riprova.'],
  '25/2207050': [
    'blocked-by-platform',
    'L’account è limitato o inattivo: una persona deve entrare nell’app di Instagram e risolvere.',
  ],
  '36000/2207004': ['rejected-content', 'L’immagine supera gli 8 MB che Instagram accetta.'],
  '36001/2207005': [
    'rejected-content',
    'Il formato dell’immagine non è tra quelli che Instagram accetta: serve un JPEG.',
  ],
  '36003/2207009': ['rejected-content', 'Le proporzioni dell’immagine non sono tra quelle che Instagram accetta.'],
  '352/2207026': ['rejected-content', 'Il formato del video non è tra quelli che Instagram accetta.'],
  '9004/2207052': ['rejected-content', 'Instagram non riesce a scaricare il file dal suo indirizzo.'],
  '100/2207010': ['rejected-content', 'La didascalia è più lunga di quanto Instagram accetta.'],
};

export const errors = graphErrors(MESSAGES, {
  special: {
    ...Object.fromEntries(Object.entries(PUBLISHING).map(([code, [, message]]) => [code, message])),
    '10': 'Manca un permesso dell’app, o è decaduto dopo 90 giorni senza uso: va concesso di nuovo.',
    '10/2534022': MESSAGES['window-closed'],
  },
  kinds: {
    ...Object.fromEntries(Object.entries(PUBLISHING).map(([code, [kind]]) => [code, kind])),
    // Answering as a person was not granted to the application: for it the window is the shorter one.
    '100/2018276': 'window-closed',
  },
});

const told = (kind: ChannelErrorKind, code: string, message: string = MESSAGES[kind]): ChannelError => ({
  kind,
  code,
  message,
});

/** The container's own account of why it failed: `Error: … error code 2207026`. */
export function containerFault(status: string): ChannelError {
  const subcode = /\b(2207\d{3})\b/.exec(status)?.[1];
  const known = Object.entries(PUBLISHING).find(([code]) => subcode !== undefined && code.endsWith(`/${subcode}`));
  if (known === undefined) return told('rejected-content', `container-error ${subcode ?? ''}`.trim());
  const [code, [kind, message]] = known;
  return told(kind, code, message);
}

export const isNotReady = ({ code }: ChannelError): boolean => /^(9007\/2207027|24\/2207008)/.test(code);
export const isExpired = ({ code }: ChannelError): boolean => code.startsWith('-2/2207020');

export const foreignDelivery = told(
  'rejected-content',
  'foreign-delivery',
  'È arrivato un avviso che non ha la forma di quelli di Instagram.',
);

export const otherAccount = told(
  'reauth-needed',
  'not-the-account',
  'Il collegamento è di un altro account Instagram: va rifatto scegliendo quello dell’ente.',
);

export const hiddenComment = told(
  'comments-disabled',
  'comment-hidden',
  'Il commento è nascosto: Instagram non lascia rispondere finché non torna visibile.',
);

export const onlyThroughFacebook = told(
  'not-possible',
  'only-facebook-login',
  'L’account è collegato senza passare da Facebook: questa azione va fatta a mano dall’app di Instagram.',
);

export const unreadableBan = told(
  'not-possible',
  'ban-not-shown',
  'Instagram ha accettato il blocco, ma non mostra a nessuno chi è bloccato: controllare dall’app.',
);

export const banRefused = told(
  'not-possible',
  'ban-refused',
  'Instagram non blocca da qui chi non ha mai scritto in privato all’account: va fatto a mano dall’app.',
);

export const notComplete = told(
  'rejected-content',
  'container-slow',
  'Instagram non ha finito di preparare il contenuto nel tempo previsto: il post non è uscito, si può ripetere.',
);

export const publishedUnseen = told(
  'transient',
  'published-unseen',
  'Instagram dice che il post è uscito ma non lo mostra ancora: si guarda di nuovo.',
);

export const needsMedia = told('not-possible', 'no-media', 'Su Instagram serve almeno un’immagine o un video.');
export const tooManyMedia = told(
  'rejected-content',
  'too-many-media',
  'In un post di Instagram vanno al massimo dieci immagini o video.',
);
export const notJpeg = told('rejected-content', 'not-jpeg', 'Instagram accetta solo immagini JPEG.');
export const tooManySigns = (what: 'hashtag' | 'menzioni', most: number): ChannelError =>
  told('rejected-content', `too-many-${what}`, `Instagram accetta al massimo ${most} ${what} in una didascalia.`);
export const tooLong = (most: number, unit: 'caratteri' | 'byte'): ChannelError =>
  told('rejected-content', 'too-long', `Il testo supera i ${most} ${unit} che Instagram accetta: va accorciato.`);

export const noAccountToConnect = told(
  'role-lost',
  'no-account',
  'Nessun account Instagram professionale risulta collegato alle Pagine di questa persona.',
);
