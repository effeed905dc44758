// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ItemKind } from '#policy';
import type { StatedMeasure } from '../statements/vocabulary.ts';
import { NAMINGS } from '../statements/wording.ts';

/** What came of a contest, as its author is told. */
export interface OutcomeFacts {
  readonly outcome: 'confirmed' | 'overturned' | 'corrected' | 'recorded';
  readonly measure: StatedMeasure;
  readonly itemKind: ItemKind;
  readonly bodyName: string;
  readonly networkName: string;
  readonly restored: 'restoring' | 'nothing-to-restore' | 'impossible' | null;
  /** Of the person who looked again, cleared of others' data. */
  readonly reasons: string | null;
  /** What the body offers to mend, in its own words. */
  readonly correction: string | null;
  /** Of what is final. */
  readonly clause: { readonly id: string; readonly title: string } | null;
  readonly page: string;
}

/** What a review's writes are because of: each of its outcomes is told once. */
export const outcomeCause = (review: string, outcome: OutcomeFacts['outcome']): string => `${outcome}:${review}`;

export const outcomeCauses = (review: string): string[] =>
  (['recorded', 'confirmed', 'overturned', 'corrected'] as const).map((outcome) => outcomeCause(review, outcome));

const LAW = 'Restano sempre le vie di legge: puoi rivolgerti a un giudice.';

/** Pure: the same facts, the same words. */
export function outcomeText(facts: OutcomeFacts): string {
  const paragraphs = [opening(facts), closing(facts)].map((sentences) =>
    sentences.filter((one) => one !== null && one !== '').join(' '),
  );
  return paragraphs.filter((one) => one !== '').join('\n\n');
}

function opening(facts: OutcomeFacts): (string | null)[] {
  const { outcome, bodyName, networkName } = facts;
  const { un } = NAMINGS[facts.itemKind];
  const matter = `la scelta su ${un} su ${networkName}, nella pagina «${bodyName}»`;
  const reasons = facts.reasons === null ? null : `Ecco perché. ${facts.reasons}`;
  if (outcome === 'recorded')
    return [`Buongiorno, abbiamo messo agli atti ciò che ci hai scritto su ${un}.`, ...whyFinal(facts)];
  if (outcome === 'corrected') return [`Buongiorno, abbiamo riguardato ${matter}. Era sbagliata.`, reasons];
  const looked = `Buongiorno, un’altra persona ha riguardato ${matter}.`;
  return [
    looked,
    outcome === 'confirmed' ? 'La scelta resta com’era.' : 'La scelta era sbagliata e la annulliamo.',
    reasons,
  ];
}

const whyFinal = ({ clause }: OutcomeFacts): (string | null)[] => [
  'La scelta non si riapre.',
  clause === null ? null : `Lo dicono le nostre regole, al punto ${clause.id} (${clause.title}).`,
];

function closing(facts: OutcomeFacts): (string | null)[] {
  const { outcome, correction, page } = facts;
  if (outcome === 'confirmed' || outcome === 'recorded') return [LAW];
  return [restoredWords(facts), 'Ci scusiamo con te.', correction, `Lo trovi scritto anche qui: ${page}`];
}

function restoredWords({ restored, measure, itemKind, networkName }: OutcomeFacts): string | null {
  const { il } = NAMINGS[itemKind];
  if (measure === 'warn') return 'L’avviso non conta più.';
  if (measure === 'ban') return 'Togliamo il blocco: puoi scrivere di nuovo.';
  if (restored === 'restoring') return `${il} torna visibile su ${networkName}.`;
  if (restored === 'impossible')
    return `${networkName} però non ci permette di rimettere ciò che abbiamo tolto. Se vuoi, puoi scriverlo di nuovo: non lo togliamo per lo stesso motivo.`;
  return `Su ${networkName} non c’è nulla da rimettere.`;
}

/** For everybody to read. */
export const outcomeNotice = ({ page }: Pick<OutcomeFacts, 'page'>): string =>
  `Abbiamo riguardato una nostra scelta su un intervento. Chi lo ha scritto trova l’esito a questa pagina: ${page}`;
