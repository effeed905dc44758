// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tag } from '../lexicon/entry.ts';
import type { Hit, Reading } from '../reading.ts';
import { alone, isDenied, type Stretch, sequences, spanOf } from '../sentence.ts';
import { type Rule, signalOn } from './rule.ts';

const CATEGORY = 'threat';
const SOURCE = 'grammatica-minaccia';
const TARGETS: readonly Tag[] = ['you', 'group', 'slur', 'staff', 'they', 'body'];

interface Reckoned {
  readonly stretch: Stretch;
  readonly strength: number;
  readonly reason: string;
}

const degreeOf = (stretch: Stretch, tags: readonly Tag[]): number =>
  stretch.hits.find((hit) => tags.includes(hit.tag))?.degree ?? 2;

/** «vi ammazzo», «li ucciderò», «sparerò al prossimo gay». */
const announced = (reading: Reading): Reckoned[] => [
  ...sequences(reading, [{ tags: ['you'] }, { tags: ['violent-first', 'violent-future'] }]).map((stretch) => ({
    stretch,
    strength: degreeOf(stretch, ['violent-first', 'violent-future']) === 3 ? 0.9 : 0.7,
    reason: 'Annuncia a chi legge un atto violento in prima persona: va guardato subito.',
  })),
  ...sequences(reading, [{ tags: ['violent-future'] }, { tags: TARGETS, within: 4 }]).map((stretch) => ({
    stretch,
    strength: degreeOf(stretch, ['violent-future']) === 3 ? 0.85 : 0.5,
    reason: 'Annuncia un atto violento contro qualcuno, in prima persona e al futuro.',
  })),
  ...sequences(reading, [{ tags: ['they'] }, { tags: ['violent-future', 'violent-first'] }])
    .filter((stretch) => degreeOf(stretch, ['violent-future', 'violent-first']) === 3)
    .map((stretch) => ({
      stretch,
      strength: 0.7,
      reason: 'Annuncia un atto violento contro qualcuno, in prima persona.',
    })),
];

/** «voglio uccidervi», «vorrei strangolare quella donna». */
const intended = (reading: Reading): Reckoned[] => [
  ...sequences(reading, [{ tags: ['intent'] }, { tags: ['violent-infinitive-you'], within: 1 }]).map((stretch) => ({
    stretch,
    strength: degreeOf(stretch, ['violent-infinitive-you']) === 3 ? 0.85 : 0.6,
    reason: 'Dice di voler fare del male a chi legge.',
  })),
  ...sequences(reading, [{ tags: ['intent'] }, { tags: ['violent-infinitive-them'], within: 1 }])
    .filter((stretch) => degreeOf(stretch, ['violent-infinitive-them']) === 3)
    .map((stretch) => ({ stretch, strength: 0.7, reason: 'Dice di voler fare del male a qualcuno.' })),
  ...sequences(reading, [
    { tags: ['intent'] },
    { tags: ['violent-infinitive'], within: 1 },
    { tags: ['group', 'slur', 'staff', 'you', 'body'], within: 3 },
  ]).map((stretch) => ({
    stretch,
    strength: degreeOf(stretch, ['violent-infinitive']) === 3 ? 0.85 : 0.5,
    reason: 'Dice di voler fare del male a persone determinate o a un gruppo.',
  })),
];

const FIXED: readonly (readonly [Tag, number, number, string])[] = [
  ['threat', 0.9, 0.6, 'Usa una formula di minaccia rivolta a chi legge.'],
  ['death-wish', 0.7, 0.7, 'Augura la morte o un male grave: tono violento.'],
];

/** «ti aspetto fuori» is also said among friends. */
const VAGUE = 0.45;

const fixed = (reading: Reading): Reckoned[] =>
  FIXED.flatMap(([tag, grave, lighter, reason]) =>
    reading.hits(tag).map((hit: Hit) => ({
      stretch: alone(hit),
      strength: hit.degree === 3 ? grave : hit.degree === 2 ? lighter : VAGUE,
      reason,
    })),
  );

/** Said of oneself or of the law, a threat is none: «ve la faccio pagare in tribunale». */
const LAWFUL =
  /\b(?:tribunale|avvocato|avvocati|denuncia|denuncio|querela|giudice|legal[ei]|procura|tar|corte dei conti|elezioni|urne|voto)\b/iu;

/** «la multa, gliela faccio pagare»: money is only money. */
const MONEY =
  /\b(?:mult[ae]|bollett[ae]|ticket|tass[ae]|tributi|affitto|spese|danni|risarcimento|abbonamento|rett[ae])\b/iu;

const isOfMoney = (reading: Reading, stretch: Stretch): boolean =>
  /pag/iu.test(reading.text.slice(...spanOf(reading, stretch))) && MONEY.test(reading.text);

export const threat: Rule = {
  categories: [CATEGORY],
  notice: (reading) => {
    const speaksOfLaw = LAWFUL.test(reading.text);
    return [...announced(reading), ...intended(reading), ...fixed(reading)]
      .filter(({ stretch }) => !isDenied(reading, stretch.first, 2))
      .map(({ stretch, strength, reason }) => {
        const lawful = strength <= 0.6 && (speaksOfLaw || isOfMoney(reading, stretch));
        return signalOn(reading, stretch, {
          category: CATEGORY,
          strength: lawful ? strength / 2 : strength,
          source: SOURCE,
          reason: lawful ? `${reason} Parla però di vie legali, di voto o di denaro, che sono leciti.` : reason,
        });
      });
  },
};
