// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import { joined } from '../values/words.ts';

/** A category as the subject of a sentence: always plural. */
interface Phrase {
  readonly words: string;
  readonly feminine: boolean;
}

const masculine = (words: string): Phrase => ({ words, feminine: false });
const feminine = (words: string): Phrase => ({ words, feminine: true });

const PHRASES: Readonly<Record<string, Phrase>> = {
  insult: masculine('gli insulti'),
  vulgar: feminine('le volgarità'),
  threat: feminine('le minacce'),
  incitement: feminine('le istigazioni alla violenza o a illeciti'),
  discrimination: feminine('le discriminazioni'),
  dignity: feminine('le offese alla dignità'),
  defamation: feminine('le diffamazioni'),
  disruption: masculine('gli interventi di disturbo'),
  'institution-decorum': feminine('le offese al decoro delle istituzioni'),
  'personal-data': masculine('i dati personali'),
  'sensitive-data': masculine('i dati sensibili o sanitari'),
  'private-facts': masculine('i fatti privati'),
  'identifiable-media': feminine('le immagini di persone riconoscibili'),
  'personal-case': masculine('i casi personali'),
  'no-public-interest': masculine('gli interventi senza interesse pubblico'),
  'off-topic': masculine('gli interventi fuori tema'),
  spam: masculine('i messaggi di spam'),
  repetition: masculine('gli interventi ripetuti'),
  commercial: masculine('i contenuti pubblicitari'),
  political: masculine('i contenuti di propaganda politica'),
  copyright: feminine('le violazioni del diritto d’autore'),
  trademark: masculine('gli usi di marchi altrui'),
  'third-party-rights': feminine('le violazioni dei diritti di terzi'),
  illegal: masculine('i contenuti illeciti'),
  obscene: masculine('i contenuti osceni'),
  csam: masculine('i contenuti pedopornografici'),
  misleading: masculine('i contenuti ingannevoli'),
  alarmist: masculine('i contenuti allarmistici'),
  security: masculine('i contenuti rischiosi per la sicurezza'),
  'uncivil-opinion': feminine('le opinioni senza misura o rispetto'),
  'other-violation': feminine('le altre violazioni di legge o della policy'),
  criticism: feminine('le critiche'),
  question: feminine('le domande'),
  complaint: feminine('le segnalazioni e i reclami'),
  thanks: masculine('i ringraziamenti'),
  emergency: feminine('le richieste di soccorso'),
  'nothing-to-do': masculine('gli interventi che non chiedono nulla'),
};

/** Several categories as one subject; `of` says which policies know their labels. */
export function categoriesAsSubject(slugs: readonly string[], of: readonly CompiledPolicy[]): Phrase {
  const phrases = slugs.map((slug) => {
    const label = of.flatMap(({ categories }) => categories.get(slug)?.label ?? [])[0] ?? slug;
    return PHRASES[slug] ?? masculine(`i contenuti «${label}»`);
  });
  return {
    words: joined(
      phrases.map(({ words }) => words),
      'e',
    ),
    feminine: phrases.every((phrase) => phrase.feminine),
  };
}

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** «(prima: …)», where there was something. */
export const formerly = (words: string | undefined): string => (words === undefined ? '' : ` (prima: ${words})`);

/** A sentence with its stop, unless it ends with words quoted whole. */
export const stopped = (words: string): string => (/[.!?]»$/.test(words) ? words : `${words}.`);
