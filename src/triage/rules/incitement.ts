// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reading } from '../reading.ts';
import {
  alone,
  before,
  isBetween,
  isDenied,
  look,
  type Sequence,
  type Stretch,
  sequence,
  sequences,
} from '../sentence.ts';
import { quoted } from './marks.ts';
import { type Rule, signalOn } from './rule.ts';

const CATEGORY = 'incitement';
const SOURCE = 'grammatica-istigazione';
const WHOM = ['group', 'slur', 'staff', 'they', 'you', 'body', 'insult', 'known-person'] as const;
const PEOPLE = ['group', 'slur', 'staff', 'insult', 'known-person', 'moderator'] as const;

interface Pattern {
  readonly steps: Sequence;
  readonly strength: number;
  readonly says: string;
  /** Whether one of its words is violent enough; absent, always. */
  readonly holds?: (stretch: Stretch) => boolean;
}

const isGrave = (stretch: Stretch): boolean =>
  stretch.hits.some(({ tag, degree }) => (tag.startsWith('violent') || tag === 'struck-participle') && degree === 3);

/** «vanno eliminati» is violent of people, not of expenses. */
const isPeople = (stretch: Stretch): boolean => stretch.hits.some((hit) => hit.tag === 'group' || hit.tag === 'slur');

/** «i topi vanno eliminati». */
const VERMIN = look(['vermin'], 6);

const NORM = 'sostiene che qualcuno debba subire violenza';
const CALL = 'invita altri alla violenza';

const GRAMMAR: readonly Pattern[] = [
  // «picchiate il coordinatore», «menate sti vigili»
  {
    steps: sequence({ tags: ['violent-order'] }, { tags: PEOPLE, within: 3 }),
    strength: 0.8,
    says: CALL,
    holds: isGrave,
  },
  // «bruciate gli uffici», «sfasciate tutto»
  {
    steps: sequence({ tags: ['violent-order'] }, { tags: ['place-of-office'], within: 2 }),
    strength: 0.75,
    says: 'invita altri a danneggiare cose o edifici',
  },
  // «prendeteli a calci», «aspettatelo nel parcheggio»
  {
    steps: sequence({ tags: ['violent-order-them'] }, { tags: ['way-of-harm'], within: 1 }),
    strength: 0.8,
    says: CALL,
  },
  {
    steps: sequence({ tags: ['violent-order'] }, { tags: ['way-of-harm'], within: 4 }),
    strength: 0.7,
    says: CALL,
    holds: isGrave,
  },
  // «impicchiamo quelle…», «se qualcuno strangolasse i…»
  {
    steps: sequence(
      { tags: ['violent-first', 'violent-wish'] },
      { tags: ['group', 'slur'], within: 3, throughFillers: true },
    ),
    strength: 0.75,
    says: NORM,
  },
  {
    steps: sequence(
      { tags: ['must'] },
      { tags: ['violent-participle', 'violent-infinitive-them', 'violent-infinitive', 'struck-participle'], within: 2 },
    ),
    strength: 0.75,
    says: NORM,
    holds: isGrave,
  },
  {
    steps: sequence(
      { tags: WHOM },
      { tags: ['must'], within: 3 },
      { tags: ['violent-participle', 'struck-participle'], within: 2 },
    ),
    strength: 0.75,
    says: NORM,
    holds: (stretch) => isGrave(stretch) || isPeople(stretch),
  },
  {
    steps: sequence(
      { tags: ['must'] },
      { tags: WHOM, within: 2 },
      { tags: ['violent-participle', 'violent-infinitive'], within: 3 },
    ),
    strength: 0.75,
    says: NORM,
    holds: isGrave,
  },
];

const SINGLE = [
  { tag: 'call-to-violence', strength: 0.8, says: `${CALL} contro persone o cose` },
  { tag: 'violent-order-them', strength: 0.75, says: CALL },
  { tag: 'violent-call', strength: 0.75, says: CALL },
  { tag: 'illicit-call', strength: 0.7, says: 'invita altri a violare la legge' },
] as const;

const isDeniedInside = (reading: Reading, stretch: Stretch): boolean =>
  isBetween(reading, 'negation', { after: stretch.first, before: stretch.last });

/** Calls on others to hurt someone or to break the law, or says that someone should be hurt. */
export const incitement: Rule = {
  categories: [CATEGORY],
  notice: (reading) =>
    [
      ...SINGLE.flatMap(({ tag, strength, says }) =>
        reading
          .hits(tag)
          .filter(({ degree }) => degree === 3)
          .filter(({ first }) => !isDenied(reading, first, tag === 'illicit-call' ? 1 : 4))
          .map((hit) => ({ stretch: alone(hit), strength, says })),
      ),
      ...GRAMMAR.flatMap(({ steps, strength, says, holds = () => true }) =>
        sequences(reading, steps)
          .filter(holds)
          .filter((stretch) => !isDenied(reading, stretch.first, 4) && !isDeniedInside(reading, stretch))
          .filter(({ last }) => before(reading, last, VERMIN) === undefined)
          .map((stretch) => ({ stretch, strength, says })),
      ),
    ].map(({ stretch, strength, says }) =>
      signalOn(reading, stretch, {
        category: CATEGORY,
        strength,
        source: SOURCE,
        reason: `${quoted(reading, [stretch])} ${says}.`,
      }),
    ),
};
