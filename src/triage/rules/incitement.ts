// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reading } from '../reading.ts';
import { alone, isBetween, isDenied, type Stretch, sequences } from '../sentence.ts';
import { type Rule, signalOn } from './rule.ts';

const CATEGORY = 'incitement';
const SOURCE = 'grammatica-istigazione';
const WHOM = ['group', 'slur', 'staff', 'they', 'you', 'body', 'insult'] as const;

const isGrave = (stretch: Stretch): boolean =>
  stretch.hits.some((hit) => hit.tag.startsWith('violent') && hit.degree === 3);

/** «vanno eliminati» is violent of people, not of expenses. */
const isPeople = (stretch: Stretch): boolean => stretch.hits.some((hit) => hit.tag === 'group' || hit.tag === 'slur');

const isDeniedInside = (reading: Reading, stretch: Stretch): boolean =>
  isBetween(reading, 'negation', { after: stretch.first, before: stretch.last });

/** Calls on others to hurt someone, or says that someone should be hurt. */
export const incitement: Rule = {
  categories: [CATEGORY],
  notice: (reading) => {
    const calls = [
      ...reading.hits('call-to-violence'),
      ...reading.hits('violent-call').filter((hit) => hit.degree === 3),
    ];
    const norms = [
      // «impicchiamo quelle …», «se qualcuno strangolasse i …»
      ...sequences(reading, [
        { tags: ['violent-first', 'violent-wish'] },
        { tags: ['group', 'slur'], within: 3, throughFillers: true },
      ]),
      ...sequences(reading, [
        { tags: ['must'] },
        { tags: ['violent-participle', 'violent-infinitive-them', 'violent-infinitive'], within: 2 },
      ]).filter(isGrave),
      ...sequences(reading, [
        { tags: WHOM },
        { tags: ['must'], within: 3 },
        { tags: ['violent-participle'], within: 2 },
      ]).filter((stretch) => isGrave(stretch) || isPeople(stretch)),
      ...sequences(reading, [
        { tags: ['must'] },
        { tags: WHOM, within: 2 },
        { tags: ['violent-participle', 'violent-infinitive'], within: 3 },
      ]).filter(isGrave),
    ];
    return [
      ...calls.map((hit) => ({
        stretch: alone(hit),
        strength: 0.8,
        reason: 'Incita altri alla violenza contro persone o cose.',
      })),
      ...norms.map((stretch) => ({
        stretch,
        strength: 0.75,
        reason: 'Sostiene che qualcuno debba subire violenza.',
      })),
    ]
      .filter(({ stretch }) => !isDenied(reading, stretch.first, 4) && !isDeniedInside(reading, stretch))
      .map(({ stretch, strength, reason }) =>
        signalOn(reading, stretch, { category: CATEGORY, strength, source: SOURCE, reason }),
      );
  },
};
