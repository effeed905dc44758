// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Hit, Reading } from '../reading.ts';
import { after, alone, before, isBetween, isDenied, type Stretch, sequences, spanOf } from '../sentence.ts';
import { type Rule, signalOn } from './rule.ts';

const CATEGORY = 'insult';
const PERSON = ['staff', 'body'] as const;

/** Strength by degree of the word: mild words stay below the line where a removal is proposed. */
const AIMED: Readonly<Record<number, number>> = { 1: 0.4, 2: 0.65, 3: 0.85 };
const PERSONAL: Readonly<Record<number, number>> = { 1: 0.55, 2: 0.7, 3: 0.85 };
const UNAIMED: Readonly<Record<number, number>> = { 1: 0.15, 2: 0.3, 3: 0.4 };

/** A shout is short. */
const SHOUT_WORDS = 8;

interface Aim {
  readonly stretch: Stretch;
  readonly strengths: Readonly<Record<number, number>>;
  readonly whom: string;
}

const to = (whom: string, strengths: Aim['strengths'], stretches: readonly Stretch[]): Aim[] =>
  stretches.map((stretch) => ({ stretch, strengths, whom }));

const INSULT = { tags: ['insult'], within: 4, throughFillers: true } as const;

const grammar = (reading: Reading): Aim[] => [
  ...to('a chi legge', AIMED, sequences(reading, [{ tags: ['you-are'] }, INSULT])),
  ...to('a chi legge', AIMED, sequences(reading, [{ tags: ['insult'] }, { tags: ['like-you'] }])),
  ...to('a qualcuno', AIMED, sequences(reading, [{ tags: ['typical'] }, { tags: ['insult'] }])),
  // «quell'incapace del direttore»
  ...to(
    'a una persona indicata',
    PERSONAL,
    sequences(reading, [
      { tags: ['that', 'filler'] },
      { tags: ['insult'] },
      { tags: ['staff'], within: 2, throughFillers: true },
    ]),
  ),
  // «quegli idioti dell'accettazione»: the place stands for those who work there
  ...to(
    'a chi lavora nell’ente',
    AIMED,
    sequences(reading, [
      { tags: ['that'] },
      { tags: ['insult'], within: 1, throughFillers: true },
      { tags: ['of'] },
      { tags: ['workplace'], within: 1, throughFillers: true },
    ]),
  ),
  // «il direttore è un ladro», «ASL di incompetenti»
  ...to('a chi lavora nell’ente', AIMED, sequences(reading, [{ tags: PERSON }, { tags: ['are'], within: 3 }, INSULT])),
  ...to(
    'a chi lavora nell’ente',
    AIMED,
    sequences(reading, [{ tags: PERSON }, { tags: ['insult'], within: 1, throughFillers: true }]),
  ),
  ...to(
    'a chi legge',
    AIMED,
    sequences(reading, [{ tags: ['insult-frame'] }, { tags: ['insult'], within: 1, throughFillers: true }]),
  ),
];

/** A sentence that is nothing but the insult, in the plural or after `che`, is shouted at someone. */
const isShouted = (reading: Reading, hit: Hit): boolean => {
  const { first, last } = reading.sentence(hit.first);
  // «stronzi come al solito»: a grave word in the plural that opens the sentence is an address.
  if (hit.degree === 3 && hit.first === first && /[ie]$/.test(reading.text.slice(...spanOf(reading, hit)))) return true;
  if (last - first >= SHOUT_WORDS) return false;
  for (let index = first; index <= last; index++) {
    const inside = index >= hit.first && index <= hit.last;
    if (!inside && !reading.isWithin(index, 'filler') && !reading.isWithin(index, 'insult')) return false;
  }
  return true;
};

/** The strongest aim of each insulting word. */
type Aims = ReadonlyMap<Hit, Aim>;

const strongest = (aims: readonly Aim[]): Aims => {
  const byHit = new Map<Hit, Aim>();
  for (const aim of aims)
    for (const hit of aim.stretch.hits) {
      const known = byHit.get(hit);
      if (known === undefined || (known.strengths[hit.degree] ?? 0) < (aim.strengths[hit.degree] ?? 0))
        byHit.set(hit, aim);
    }
  return byHit;
};

/** «incapaci e ladri»: the second word is aimed where the first one was. */
const coordinated = (reading: Reading, hit: Hit, aims: Aims): Aim | undefined => {
  const previous = before(reading, hit.first, { tags: ['insult'], distance: 2 });
  const aim = previous && aims.get(previous);
  if (aim === undefined) return undefined;
  return { ...aim, stretch: { first: aim.stretch.first, last: hit.last, hits: [...aim.stretch.hits, hit] } };
};

const aimOf = (reading: Reading, hit: Hit, aims: Aims): Aim => {
  const known = aims.get(hit);
  if (known !== undefined) return known;
  const joined = coordinated(reading, hit, aims);
  if (joined !== undefined) return joined;
  if (isShouted(reading, hit)) return { stretch: alone(hit), strengths: AIMED, whom: 'a chi legge' };
  return { stretch: alone(hit), strengths: UNAIMED, whom: '' };
};

/** Said of oneself, denied, or of a third thing, it offends nobody here. */
const isHarmless = (reading: Reading, hit: Hit, aim: Aim): boolean => {
  if (isDenied(reading, aim.stretch.first, 3)) return true;
  if (isBetween(reading, 'negation', { after: aim.stretch.first, before: hit.first })) return true;
  if (
    aim.whom !== '' &&
    aim.stretch.hits.some((one) => one.tag === 'staff' || one.tag === 'body' || one.tag === 'you-are')
  )
    return false;
  return before(reading, hit.first, { tags: ['first-person'], distance: 3 }) !== undefined;
};

const lexical = (reading: Reading) => {
  const aims = strongest(grammar(reading));
  return reading.hits('insult').flatMap((hit) => {
    const aim = aimOf(reading, hit, aims);
    if (isHarmless(reading, hit, aim)) return [];
    const word = reading.text.slice(...spanOf(reading, hit));
    return signalOn(reading, aim.stretch, {
      category: CATEGORY,
      strength: aim.strengths[hit.degree] ?? 0.3,
      source: aim.whom === '' ? 'lessico' : 'lessico-e-bersaglio',
      reason:
        aim.whom === ''
          ? `Contiene «${word}», che può offendere, ma non è chiaro se sia rivolto a qualcuno.`
          : `«${word}» è rivolto ${aim.whom}.`,
    });
  });
};

/** Offences aimed at persons, staff or the body; criticism of a service is none. */
export const insult: Rule = {
  categories: [CATEGORY],
  notice: (reading) => [
    ...lexical(reading),
    ...reading
      .hits('swear-at')
      .filter((hit) => after(reading, hit.last, { tags: ['negation'], distance: 0 }) === undefined)
      .map((hit) =>
        signalOn(reading, alone(hit), {
          category: CATEGORY,
          strength: 0.75,
          source: 'lessico',
          reason: 'Manda qualcuno al diavolo con parole volgari.',
        }),
      ),
  ],
};
