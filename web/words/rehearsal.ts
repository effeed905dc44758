// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Pace } from '#app/contract';

/** What the page says where one rehearses. */
export const rehearsalWords = {
  nav: 'Palestra',
  title: 'Palestra',
  intro:
    'Qui ci si allena. Tutto è simulato: i social sono finti, persone e testi sono inventati, nulla esce da questa macchina.',
  failed: 'La palestra non si è caricata',
  stories: 'Le storie',
  storiesDetail:
    'Una storia fa accadere sui social simulati dell’ente quello che a una redazione capita davvero. Raccontane una, poi lavora in coda.',
  pace: 'Con che passo',
  paces: {
    own: 'Al suo passo: le cose accadono una dopo l’altra, in qualche minuto',
    fast: 'Tutto subito',
  } satisfies Record<Pace, string>,
  tell: 'Racconta',
  tellStory: (title: string) => `Racconta: ${title}`,
  told: (title: string, done: number, waiting: number) =>
    waiting === 0
      ? `«${title}» raccontata: ${done === 1 ? 'è accaduta una cosa' : `sono accadute ${done} cose`}.`
      : `«${title}» è cominciata: il resto accade da sé nei prossimi minuti.`,
  hindered: (number: number) =>
    number === 1
      ? 'Una cosa non è potuta accadere: i commenti sono chiusi o l’autore è bloccato.'
      : `${number} cose non sono potute accadere: i commenti sono chiusi o l’autore è bloccato.`,
  lastTold: (title: string, time: string, person: string) =>
    `Ultima raccontata: «${title}», alle ${time}, da ${person}.`,
  toQueue: 'Vai alla coda',
  tellFailed: 'La storia non si è potuta raccontare',
  screens: 'Fai il cittadino',
  screensDetail:
    'Apri un social simulato, scrivi come farebbe un cittadino e guarda il tuo testo arrivare in coda. Dopo una decisione, «Guarda come» mostra che cosa vedono il pubblico e l’autore.',
  screen: (network: string, name: string) => `${network}: ${name}`,
  newTab: '(nuova scheda)',
  wholeWorld: 'Tutto il mondo simulato',
  beginAgain: 'Ricomincia da capo',
  beginAgainDetail:
    'I social simulati tornano com’erano al primo avvio, per tutti gli enti della dimostrazione: spariscono i testi delle storie, i guasti finiscono, gli account si ricollegano. Le pratiche e il registro del banco restano: ciò che non c’è più risulta cancellato.',
  sure: {
    title: 'Ricominciare da capo?',
    confirm: 'Sì, ricomincia',
    working: 'I social simulati ricominciano…',
    done: (accounts: number) => `I social simulati sono tornati all’inizio: ${accounts} account ricollegati.`,
    failed: 'Non si è potuto ricominciare',
  },
  onlyLooking: 'Il tuo incarico è di controllo: puoi guardare i social simulati, ma le storie le racconta chi modera.',
} as const;
