// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy';
import type { Hit, Reading } from '../reading.ts';
import { isBetween, isDenied, type Stretch, sequence, sequences } from '../sentence.ts';
import { isMeant, marksOf, quoted, stretchesOf } from './marks.ts';
import { type Rule, signalOn, signalOnAll } from './rule.ts';

const OFFENCE = ['insult', 'swear', 'slur'] as const;

/** Mild words are criticism of how a page is moderated, which is allowed. */
const STRENGTH: Readonly<Record<number, number>> = { 1: 0.35, 2: 0.65, 3: 0.8 };

const ATTACKS = [
  // «chi modera è un …», «moderatori …», «… di moderatori»
  sequence({ tags: ['moderator'] }, { tags: ['are'], within: 3 }, { tags: OFFENCE, within: 4, throughFillers: true }),
  sequence({ tags: ['moderator'] }, { tags: OFFENCE, within: 1, throughFillers: true }),
  sequence({ tags: OFFENCE }, { tags: ['moderator'], within: 2, throughFillers: true }),
];

const attacks = (reading: Reading): Stretch[] =>
  ATTACKS.flatMap((attack) => sequences(reading, attack)).filter(
    (stretch) =>
      !isDenied(reading, stretch.first, 3) &&
      !isBetween(reading, 'negation', { after: stretch.first, before: stretch.last }),
  );

const degreeOf = ({ hits }: Stretch): number =>
  hits.find(({ tag }: Hit) => (OFFENCE as readonly string[]).includes(tag))?.degree ?? 2;

/** «mi avete cancellato il commento», «litigate che mi diverto»: against how the page is kept, or against the thread. */
const disturbs = (reading: Reading): Signal[] => {
  const { hits, weight } = marksOf(reading, 'censor', isMeant(reading));
  // «perché avete tolto il mio commento?» asks, and may.
  if (weight < 3 || (weight < 5 && reading.text.includes('?') && reading.hits('asks').length > 0)) return [];
  return [
    signalOnAll(reading, stretchesOf(hits), {
      category: 'disruption',
      strength: weight > 3 ? 0.7 : 0.6,
      source: 'disturbo',
      reason: `${quoted(reading, hits)}: attacca la moderazione della pagina o vuole disturbare la discussione.`,
    }),
  ];
};

/** Offences thrown at those who moderate the page, and what is written only to disturb. */
export const disruption: Rule = {
  categories: ['disruption'],
  notice: (reading) => [
    ...attacks(reading).map((stretch) =>
      signalOn(reading, stretch, {
        category: 'disruption',
        strength: STRENGTH[degreeOf(stretch)] ?? 0.35,
        source: 'attacco-ai-moderatori',
        reason: `${quoted(reading, [stretch])} offende chi modera o cura la pagina.`,
      }),
    ),
    ...disturbs(reading),
  ],
};
