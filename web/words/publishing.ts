// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Shared } from '#editorial/contract';

/** What the pages say of contents of others, of outings to be settled and of the stop of all that goes out. */
export const publishingWords = {
  shared: 'È un contenuto di altri, che l’ente condivide',
  reliability: 'La fonte',
  reliabilityWords: {
    none: 'non ancora detto',
    verified: 'è stata verificata',
    'not-certified': 'non è verificata: contenuto non certificato',
  } satisfies Readonly<Record<NonNullable<Shared['reliability']> | 'none', string>>,
  credit: 'In fondo a ogni testo il banco scrive la fonte indicata qui sopra; si approva con il resto.',
  style: (words: readonly string[]) => `Stile: ${words.join('; ')}`,
  sameAs: (network: string, clause: string) => `Ha lo stesso testo di ${network}: adattalo (punto ${clause}).`,
  closing: {
    with: 'Esce con i commenti chiusi',
    after: 'I commenti vengono chiusi appena è uscito',
    'by-hand': 'Appena è uscito i commenti si chiudono a mano',
    none: 'I commenti vanno chiusi, e qui non si può',
  },
  unsettled: 'Da chiarire',
  unsettledIntro: 'Uscite di cui non si conosce l’esito, che il social ha rifiutato o che aspettano una persona.',
  unsettledFailed: 'Le uscite da chiarire non si leggono',
  all: 'Tutte le uscite',
  stop: 'Ferma tutte le uscite…',
  stopTitle: 'Ferma tutte le uscite dell’ente',
  stopDetail:
    'Da questo momento nessun post parte, su nessun account: né quelli programmati, né quelli in coda, né quelli che qualcuno fa partire. Restano fermi finché qualcuno li fa ripartire con il motivo. Ciò che è già stato inviato non torna indietro: si ritira dalla sua bozza.',
  stopDo: 'Ferma tutto',
  stopped: 'Tutte le uscite sono ferme',
  stoppedBy: (name: string) => `Le ha fermate ${name}:`,
  sent: 'Erano già state inviate: si guarda se sono uscite.',
  others: (count: number) =>
    count === 1
      ? 'È ferma anche 1 scrittura sugli interventi dei cittadini: riparte da sola.'
      : `Sono ferme anche ${count} scritture sugli interventi dei cittadini: ripartono da sole.`,
  planned: (count: number) =>
    count === 1
      ? '1 contenuto approvato ha l’ora ancora da venire: esce alla sua ora.'
      : `${count} contenuti approvati hanno l’ora ancora da venire: escono alla loro ora.`,
  lift: 'Fai ripartire le uscite…',
  liftTitle: 'Fai ripartire le uscite',
  liftDo: 'Fai ripartire',
  late: 'Uscirebbero in ritardo: di ciascuna scegli.',
  noneLate: 'Niente uscirebbe in ritardo.',
  choose: 'scegli',
  go: 'esce adesso',
  drop: 'cade, non esce',
  chooseAll: 'Di ciascuna scegli se esce o se cade.',
  everywhere: 'su tutti i suoi account',
  due: 'doveva uscire il',
} as const;
