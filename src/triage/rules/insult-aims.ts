// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reading } from '../reading.ts';
import { type Sequence, type Stretch, sequence, sequences } from '../sentence.ts';

const PERSON = ['staff', 'body'] as const;

/** Strength by degree of the word: mild words stay below the line where a removal is proposed. */
export const AIMED: Readonly<Record<number, number>> = { 1: 0.4, 2: 0.65, 3: 0.85 };
const PERSONAL: Readonly<Record<number, number>> = { 1: 0.55, 2: 0.7, 3: 0.85 };
/** Said of one person, whoever it is: «un buffone». */
export const POINTED: Readonly<Record<number, number>> = { 1: 0.3, 2: 0.6, 3: 0.75 };

/** At whom an insulting word is thrown. */
export interface Aim {
  readonly stretch: Stretch;
  /** Where it says more than to whom. */
  readonly source?: string;
  readonly strengths: Readonly<Record<number, number>>;
  readonly whom: string;
}

const INSULT = { tags: ['insult'], within: 4, throughFillers: true } as const;
const INSULT_NEXT = { tags: ['insult'], within: 1, throughFillers: true } as const;

interface Pattern {
  readonly whom: string;
  readonly strengths: Aim['strengths'];
  readonly steps: Sequence;
}

/** Every aim passes through an insulting word. */
const GRAMMAR: readonly Pattern[] = [
  { whom: 'a chi legge', strengths: AIMED, steps: sequence({ tags: ['you-are'] }, INSULT) },
  { whom: 'a chi legge', strengths: AIMED, steps: sequence({ tags: ['insult'] }, { tags: ['like-you'] }) },
  { whom: 'a qualcuno', strengths: AIMED, steps: sequence({ tags: ['typical'] }, { tags: ['insult'] }) },
  // «stai zitto idiota», «buffone, vergognati»
  { whom: 'a qualcuno', strengths: AIMED, steps: sequence({ tags: ['address'] }, { ...INSULT, within: 2 }) },
  {
    whom: 'a qualcuno',
    strengths: AIMED,
    steps: sequence({ tags: ['insult'] }, { tags: ['address'], within: 2, throughFillers: true }),
  },
  // «sto cialtrone», «è una serpe», «il solito lecchino»
  { whom: 'a una persona', strengths: POINTED, steps: sequence({ tags: ['one-of', 'that'] }, INSULT_NEXT) },
  // «quell'incapace del direttore»
  {
    whom: 'a una persona indicata',
    strengths: PERSONAL,
    steps: sequence(
      { tags: ['that', 'filler'] },
      { tags: ['insult'] },
      { tags: ['staff'], within: 2, throughFillers: true },
    ),
  },
  // «quegli idioti dell'accettazione»: the place stands for those who work there
  {
    whom: 'a chi lavora nell’ente',
    strengths: AIMED,
    steps: sequence(
      { tags: ['that'] },
      INSULT_NEXT,
      { tags: ['of'] },
      {
        tags: ['workplace'],
        within: 1,
        throughFillers: true,
      },
    ),
  },
  // «il direttore è un ladro», «ASL di incompetenti»
  {
    whom: 'a chi lavora nell’ente',
    strengths: AIMED,
    steps: sequence({ tags: PERSON }, { tags: ['are'], within: 3 }, INSULT),
  },
  { whom: 'a chi lavora nell’ente', strengths: AIMED, steps: sequence({ tags: PERSON }, INSULT_NEXT) },
  { whom: 'a chi legge', strengths: AIMED, steps: sequence({ tags: ['insult-frame'] }, INSULT_NEXT) },
];

/** Every way in which the insulting words of a text are aimed. */
export const aimsIn = (reading: Reading): Aim[] =>
  GRAMMAR.flatMap(({ whom, strengths, steps }) =>
    sequences(reading, steps).map((stretch) => ({ stretch, strengths, whom })),
  );
