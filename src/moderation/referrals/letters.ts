// SPDX-License-Identifier: AGPL-3.0-or-later
import { NETWORK_LABELS, type NetworkName } from '#policy';
import type { LetterDue } from './events.ts';

export interface LetterFacts {
  readonly bodyName: string;
  readonly office: string;
  /** Of the case. */
  readonly number: number;
  readonly network: NetworkName;
  readonly writtenAt: Date;
  /** The words, masked; null: the letter may not carry them. */
  readonly words: string | null;
  readonly note: string | null;
  readonly link: string;
  readonly until: Date;
  /** Where the case is, for people of the desk. */
  readonly desk: string;
}

export interface Written {
  readonly subject: string;
  readonly text: string;
}

const DAY = new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeZone: 'Europe/Rome' });

const paragraphs = (...parts: readonly (string | null)[]): string =>
  `${parts.filter((part) => part !== null && part !== '').join('\n\n')}\n`;

const quoted = (words: string): string =>
  words
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

const closing = ({ bodyName }: LetterFacts): string =>
  `Questo messaggio è scritto dal banco social di ${bodyName}. Non serve rispondere a questo indirizzo: le risposte per e-mail non vengono lette.`;

const byLink = ({ link, until }: LetterFacts): string =>
  `Per segnare la presa in carico e per rispondere, senza bisogno di un accesso:\n${link}\n\nIl collegamento è riservato all’ufficio e vale fino al ${DAY.format(until)}. Non si possono allegare file: se servono documenti, indicate nella risposta come chiederli.`;

function request(facts: LetterFacts): Written {
  const { office, number, network, writtenAt, words, note } = facts;
  const about = `Una richiesta arrivata ${onNetwork(network)} il ${DAY.format(writtenAt)} riguarda l’ufficio «${office}».`;
  return {
    subject: `Richiesta dai social per l’ufficio, pratica n. ${number}`,
    text: paragraphs(
      'Buongiorno,',
      about,
      words === null
        ? 'Per riservatezza il testo non è in questa lettera: si legge aprendo il collegamento.'
        : `La richiesta, senza i dati di altre persone:\n\n${quoted(words)}`,
      note === null || note === '' ? null : `Che cosa chiede il banco:\n\n${quoted(note)}`,
      byLink(facts),
      'La risposta torna al banco, che la rivede prima di scrivere a chi ha fatto la richiesta.',
      closing(facts),
    ),
  };
}

const reminder = (facts: LetterFacts): Written => ({
  subject: `Promemoria: richiesta dai social, pratica n. ${facts.number}`,
  text: paragraphs(
    'Buongiorno,',
    `la richiesta passata all’ufficio «${facts.office}» (pratica n. ${facts.number}) non ha ancora una risposta.`,
    byLink(facts),
    closing(facts),
  ),
});

const withdrawn = (facts: LetterFacts): Written => ({
  subject: `Non serve più rispondere, pratica n. ${facts.number}`,
  text: paragraphs(
    'Buongiorno,',
    `la richiesta passata all’ufficio «${facts.office}» (pratica n. ${facts.number}) è stata ritirata: non serve più rispondere, e il collegamento non si apre.`,
    closing(facts),
  ),
});

const escalated = (facts: LetterFacts): Written => ({
  subject: `L’ufficio non ha risposto, pratica n. ${facts.number}`,
  text: paragraphs(
    'Buongiorno,',
    `l’ufficio «${facts.office}» non ha risposto nel tempo scelto dall’ente alla richiesta della pratica n. ${facts.number}, e il promemoria non è bastato.`,
    `La pratica: ${facts.desk}`,
    closing(facts),
  ),
});

const onNetwork = (network: NetworkName): string =>
  network === 'other' ? 'da fuori' : `su ${NETWORK_LABELS[network]}`;

const WRITERS: Record<LetterDue['letter'], (facts: LetterFacts) => Written> = {
  request,
  reminder,
  withdrawn,
  escalated,
};

/** What is written about a referral. Only the request may carry words, and only where they are given. Pure. */
export const letterOf = (letter: LetterDue['letter'], facts: LetterFacts): Written => WRITERS[letter](facts);
