// SPDX-License-Identifier: AGPL-3.0-or-later
import { spell } from '../folding.ts';
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
import { type Frame, frame, framed } from '../together.ts';
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
      { tags: ['violent-participle', 'struck-participle'], within: 4 },
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

const isDeniedInside = (reading: Reading, stretch: Stretch): boolean =>
  isBetween(reading, 'negation', { after: stretch.first, before: stretch.last });

interface Company {
  readonly frame: Frame;
  readonly strength: number;
  readonly says: string;
}

/** Words that call for harm, or for breaking the law, only in company. */
const COMPANY: readonly Company[] = [
  // «domani tutti sotto al comune coi bastoni»
  {
    frame: frame(8, ['arms', 'weapon'], ['gather'], ['gather', 'place-of-office']),
    strength: 0.7,
    says: `${CALL} con armi o bastoni`,
  },
  // «se qualcuno lo incontra gli dia anche da parte mia»
  {
    frame: frame(6, ['give-harm', 'violent-wish'], ['someone-should'], ['blows', 'they', 'staff']),
    strength: 0.65,
    says: CALL,
  },
  // «andrebbero rimandati indietro a cannonate»
  { frame: frame(7, ['brutal-way'], ['must'], ['they', 'must', ...PEOPLE]), strength: 0.7, says: NORM },
  { frame: frame(6, ['brutal-way'], ['group', 'slur', 'insult', 'derogatory']), strength: 0.65, says: NORM },
];

/** «bucate quattro gomme», «vandalizzate due ambulanze»: somebody did, and it is told. */
const COUNTED = /^(?:\d|due|tre|quattro|cinque|sei|sette|otto|dieci|alcune|diverse|molte|numerose)/u;
const isNews = (reading: Reading, { hits }: Stretch): boolean => {
  const [head] = hits;
  const next = reading.words[(head?.last ?? 0) + 1];
  return head?.tag === 'lawless-call' && next !== undefined && COUNTED.test(spell(next));
};

const THEM = ['they', 'group', 'slur', 'staff', 'known-person', 'insult', 'derogatory'] as const;

const IN_ORDER: readonly { readonly steps: Sequence; readonly strength: number; readonly says: string }[] = [
  // «li fucilerei tutti»
  { steps: sequence({ tags: THEM }, { tags: ['would-harm'], within: 3 }), strength: 0.6, says: NORM },
  { steps: sequence({ tags: ['would-harm'] }, { tags: THEM, within: 2 }), strength: 0.6, says: NORM },
  // «infami da prendere a sprangate»
  {
    steps: sequence({ tags: [...WHOM, 'image', 'derogatory'] }, { tags: ['fit-for'], within: 5 }),
    strength: 0.7,
    says: NORM,
  },
  // «bisognerebbe spezzargli le dita»
  {
    steps: sequence(
      { tags: ['must', 'someone-should'] },
      { tags: ['give-harm'], within: 2 },
      { tags: ['blows', 'body-part'], within: 2 },
    ),
    strength: 0.65,
    says: NORM,
  },
  { steps: sequence({ tags: ['fit-for'] }, { tags: [...PEOPLE, 'they'], within: 3 }), strength: 0.65, says: NORM },
  // «riempite di botte quei…»
  {
    steps: sequence(
      { tags: ['give-harm'] },
      { tags: ['blows'], within: 1 },
      { tags: [...PEOPLE, 'they', 'that'], within: 2 },
    ),
    strength: 0.65,
    says: CALL,
  },
  // «sfondate la serratura ed entrate»
  {
    steps: sequence({ tags: ['lawless-call'] }, { tags: ['lawless-object', 'place-of-office'], within: 4 }),
    strength: 0.65,
    says: 'invita altri a violare la legge',
  },
];

const gathered = (reading: Reading): { stretch: Stretch; strength: number; says: string }[] =>
  [
    ...COMPANY.flatMap(({ frame: sought, strength, says }) =>
      framed(reading, sought)
        .slice(0, 1)
        .map((stretch) => ({ stretch, strength, says })),
    ),
    ...IN_ORDER.flatMap(({ steps, strength, says }) =>
      sequences(reading, steps).map((stretch) => ({ stretch, strength, says })),
    ),
  ].filter(
    ({ stretch }) =>
      !isDenied(reading, stretch.first, 3) && !isDeniedInside(reading, stretch) && !isNews(reading, stretch),
  );

const SINGLE = [
  { tag: 'harm-them-all', strength: 0.7, says: NORM },
  { tag: 'call-to-violence', strength: 0.8, says: `${CALL} contro persone o cose` },
  { tag: 'violent-order-them', strength: 0.75, says: CALL },
  { tag: 'violent-call', strength: 0.75, says: CALL },
  { tag: 'illicit-call', strength: 0.7, says: 'invita altri a violare la legge' },
] as const;

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
      ...gathered(reading),
    ].map(({ stretch, strength, says }) =>
      signalOn(reading, stretch, {
        category: CATEGORY,
        strength,
        source: SOURCE,
        reason: `${quoted(reading, [stretch])} ${says}.`,
      }),
    ),
};
