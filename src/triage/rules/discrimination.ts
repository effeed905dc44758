// SPDX-License-Identifier: AGPL-3.0-or-later
import { spell } from '../folding.ts';
import type { Hit, Reading } from '../reading.ts';
import { after, alone, before, isBetween, isDenied, type Stretch, sequences, spanOf } from '../sentence.ts';
import { type Rule, signalOn } from './rule.ts';

const CATEGORY = 'discrimination';
const GROUP = ['group', 'slur'] as const;

const GRAMMAR = [
  // «i disabili sono …»
  [
    { tags: GROUP },
    { tags: ['are'], within: 4 },
    { tags: ['derogatory', 'slur', 'insult'], within: 4, throughFillers: true },
  ],
  // «sono … dei musulmani»: the predicate first
  [{ tags: ['typical'] }, { tags: GROUP }, { tags: ['derogatory'], within: 4 }],
  // «odio i …», «non sopporto più queste …»
  [{ tags: ['hate'] }, { tags: GROUP, within: 3, throughFillers: true }],
  [{ tags: GROUP }, { tags: ['hate'], within: 3 }],
  // «sporchi …», «… schifosi»
  [{ tags: ['derogatory', 'insult-frame'] }, { tags: GROUP }],
  [{ tags: GROUP }, { tags: ['derogatory'] }],
  // «… tornate a casa vostra», «… non meritano di vivere»
  [{ tags: GROUP }, { tags: ['exclusion'], within: 6 }],
  [{ tags: ['exclusion'] }, { tags: GROUP, within: 4 }],
  [{ tags: ['origin'] }, { tags: ['send-home'], within: 10 }],
] as const;

const isOf = (stretch: Stretch, ...tags: readonly string[]): boolean =>
  stretch.hits.some((hit) => tags.includes(hit.tag));

/** «non sono affatto ignoranti» denies; «non meritano» is itself the offence and hides its own «non». */
const isContradicted = (reading: Reading, stretch: Stretch): boolean => {
  const denied = isBetween(reading, 'negation', { after: stretch.first, before: stretch.last });
  return denied || isDenied(reading, stretch.first, isOf(stretch, 'exclusion') ? 2 : 3);
};

const BESIDE = new Set(['derogatory', 'group', 'insult-frame', 'slur']);

/** «una donna pericolosa» and «donne sporche di fango» speak of some persons, not of a group. */
const isOfSome = (reading: Reading, stretch: Stretch): boolean => {
  if (stretch.hits.length !== 2 || !stretch.hits.every((hit) => BESIDE.has(hit.tag))) return false;
  const group = stretch.hits.find((hit) => hit.tag === 'group');
  if (group === undefined) return false;
  const word = reading.words[group.first];
  const next = reading.words[stretch.last + 1];
  const singular = word !== undefined && /[ao]$/u.test(spell(word));
  return singular || (next !== undefined && /^d[aei]/u.test(spell(next)));
};

const stretches = (reading: Reading): Stretch[] =>
  GRAMMAR.flatMap((steps) => sequences(reading, steps)).filter(
    (stretch) => !isContradicted(reading, stretch) && !isOfSome(reading, stretch),
  );

const slurred = (reading: Reading, hit: Hit): Stretch | undefined => {
  const own = before(reading, hit.first, { tags: ['first-person'], distance: 2 });
  return own !== undefined || isDenied(reading, hit.first, 3) ? undefined : alone(hit);
};

const wordsOf = ({ first, last }: Stretch): number[] =>
  Array.from({ length: last - first + 1 }, (_, place) => first + place);

/** Groups named and degraded, excluded or hated, and words that degrade by themselves. */
export const discrimination: Rule = {
  categories: [CATEGORY],
  notice: (reading) => {
    const named = stretches(reading);
    const counted = new Set(named.flatMap(wordsOf));
    const degraded = named.map((stretch) =>
      signalOn(reading, stretch, {
        category: CATEGORY,
        strength: isOf(stretch, 'exclusion', 'send-home', 'slur') ? 0.8 : 0.7,
        source: 'gruppo-e-giudizio',
        reason: 'Attribuisce a un intero gruppo di persone qualcosa che lo degrada o lo esclude.',
      }),
    );
    const slurs = reading
      .hits('slur')
      .map((hit) => slurred(reading, hit))
      .filter((stretch): stretch is Stretch => stretch !== undefined)
      .filter((stretch) => !wordsOf(stretch).every((index) => counted.has(index)))
      .map((stretch) => {
        const aimed = after(reading, stretch.last, { tags: ['like-you'], distance: 2 }) !== undefined;
        return signalOn(reading, stretch, {
          category: CATEGORY,
          strength: aimed ? 0.85 : 0.75,
          source: 'lessico',
          reason: `Usa «${reading.text.slice(...spanOf(reading, stretch))}», parola che offende un gruppo di persone.`,
        });
      });
    return [...degraded, ...slurs];
  },
};
