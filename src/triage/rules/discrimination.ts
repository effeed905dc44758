// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy/contract';
import { spell } from '../folding.ts';
import { GROUNDS } from '../lexicon/grounds.ts';
import type { Hit, Reading } from '../reading.ts';
import {
  after,
  alone,
  before,
  isBetween,
  isDenied,
  look,
  type Stretch,
  sequence,
  sequences,
  spanOf,
} from '../sentence.ts';
import { type Frame, frame, frameAcross, framed } from '../together.ts';
import { quoted } from './marks.ts';
import { type Rule, signalOn } from './rule.ts';

const CATEGORY = 'discrimination';
const GROUP = ['group', 'slur'] as const;

const GRAMMAR = [
  // «i disabili sono …»
  sequence(
    { tags: GROUP },
    { tags: ['are'], within: 4 },
    { tags: ['derogatory', 'slur', 'insult'], within: 4, throughFillers: true },
  ),
  // «sono … dei musulmani»: the predicate first
  sequence({ tags: ['typical'] }, { tags: GROUP }, { tags: ['derogatory'], within: 4 }),
  // «odio i …», «non sopporto più queste …»
  sequence({ tags: ['hate'] }, { tags: GROUP, within: 3, throughFillers: true }),
  sequence({ tags: GROUP }, { tags: ['hate'], within: 3 }),
  // «sporchi …», «… schifosi»
  sequence({ tags: ['derogatory', 'insult-frame'] }, { tags: GROUP }),
  sequence({ tags: GROUP }, { tags: ['derogatory'] }),
  // «… tornate a casa vostra», «… non meritano di vivere»
  sequence({ tags: GROUP }, { tags: ['exclusion'], within: 6 }),
  sequence({ tags: ['exclusion'] }, { tags: GROUP, within: 4 }),
  sequence({ tags: ['origin'] }, { tags: ['send-home'], within: 10 }),
  // «i rom rubano», «… non hanno voglia di lavorare»
  sequence({ tags: GROUP }, { tags: ['vile-act'], within: 4 }),
  // «… tutti mafiosi», «… razza ignorante»
  sequence(
    { tags: GROUP },
    { tags: ['all-of-them'], within: 2 },
    { tags: ['group-vice', 'slur'], within: 2, throughFillers: true },
  ),
  sequence({ tags: GROUP }, { tags: ['group-vice'] }),
  // «niente stranieri», «… restino a casa»
  sequence({ tags: ['shut-out'] }, { tags: GROUP, within: 1 }),
  sequence({ tags: GROUP }, { tags: ['sent-off'], within: 3 }),
  // «… a casa loro»
  sequence(
    { tags: ['ground-ethnicity', 'ground-race', 'ground-origin', 'ground-religion', 'slur'] },
    { tags: ['own-home'], within: 2 },
  ),
  // «… vanno rinchiusi»
  sequence(
    { tags: GROUP },
    { tags: ['must'], within: 2 },
    { tags: ['expelled-participle', 'violent-participle'], within: 3 },
  ),
];

const STRONG_GROUP = [
  'ground-disability',
  'ground-ethnicity',
  'ground-identity',
  'ground-orientation',
  'ground-race',
  'ground-religion',
  'ground-social',
  'slur',
] as const;

/** A group and what degrades it, near each other in whatever order. */
const NEARBY: readonly { readonly frame: Frame; readonly strength: number }[] = [
  // «le donne col velo non le voglio allo sportello davanti a me»
  { frame: frame(7, GROUP, ['keeps-out']), strength: 0.65 },
  // «questi vengono qua a figliare», «razza di scrocconi»
  { frame: frame(8, GROUP, ['stereotype']), strength: 0.6 },
  { frame: frame(5, GROUP, ['disgust']), strength: 0.6 },
  // «gente delle case popolari, la feccia del quartiere»
  {
    frame: frame(5, STRONG_GROUP, ['derogatory', 'vile-act'], ['are', 'all-of-them', 'they', 'filler']),
    strength: 0.6,
  },
  // «Guardali, i … . Li odio.»
  { frame: frameAcross(9, STRONG_GROUP, ['hate', 'exclusion']), strength: 0.6 },
];

const BESIDE = new Set(['derogatory', 'group', 'group-vice', 'insult-frame', 'slur']);

/** «una donna pericolosa» and «donne sporche di fango» speak of some persons, not of a group. */
const isOfSome = (reading: Reading, stretch: Stretch): boolean => {
  if (stretch.hits.length !== 2 || !stretch.hits.every((hit) => BESIDE.has(hit.tag))) return false;
  const group = stretch.hits.find((hit) => hit.tag === 'group');
  if (group === undefined) return false;
  const word = reading.words[group.first];
  const next = reading.words[stretch.last + 1];
  if (stretch.hits[0]?.tag !== 'group' && STRONG_GROUP.some((tag) => reading.isWithin(group.first, tag))) return false;
  const singular = word !== undefined && /[ao]$/u.test(spell(word));
  return singular || (next !== undefined && /^d[aei]/u.test(spell(next)));
};

const NOT_THEIRS = sequence({ tags: GROUP }, { tags: ['negation'], within: 3 }, { tags: ['virtue'], within: 4 });
const SWORN = [sequence({ tags: ['swear'] }, { tags: GROUP }), sequence({ tags: STRONG_GROUP }, { tags: ['swear'] })];

/** Who defends a group, or tells what others say of it. */
const DEFENDS =
  /\b(?:razzis\p{L}*|discrimin\p{L}*|sessis\p{L}*|omofob\p{L}*|pregiudizi\p{L}*|stereotip\p{L}*|vergognoso dire|non è vero|basta dire|chi dice|dicono che|rispett\p{L}* tutti|solidarietà|barriere|diritto di tutti|(?:in)?accessibil\p{L}*|trattat\p{L}*|basta odio|odio contro|odiare|assistenza|volontari\p{L}*|integrazione)\b/iu;

const nearby = (reading: Reading): { stretch: Stretch; strength: number }[] => {
  const around = NEARBY.flatMap(({ frame: sought, strength }) =>
    framed(reading, sought).map((stretch) => ({ stretch, strength })),
  ).filter(
    ({ stretch }) =>
      !isDenied(reading, stretch.first, 2) &&
      !isOfSome(reading, stretch) &&
      !isBetween(reading, 'negation', { after: stretch.first, before: stretch.hits.at(-1)?.first ?? stretch.last }),
  );
  const inOrder = [NOT_THEIRS, ...SWORN].flatMap((steps) => sequences(reading, steps));
  if (around.length + inOrder.length === 0 || DEFENDS.test(reading.text)) return [];
  return [...around, ...inOrder.map((stretch) => ({ stretch, strength: 0.6 }))];
};

/** The ground, in the words of the policies, of the group that a stretch speaks of. */
const groundOf = (reading: Reading, { hits }: Stretch): string | undefined => {
  for (const { tag, first } of hits)
    if (tag === 'group' || tag === 'slur' || tag === 'origin' || GROUNDS.has(tag))
      for (const said of reading.starting(first)) {
        const ground = GROUNDS.get(said.tag);
        if (ground !== undefined) return ground;
      }
  return undefined;
};

const withGround = (reading: Reading, stretch: Stretch, signal: Signal): Signal => {
  const ground = groundOf(reading, stretch);
  return ground === undefined ? signal : { ...signal, ground, reason: `${signal.reason} Motivo: ${ground}.` };
};

const isOf = (stretch: Stretch, ...tags: readonly string[]): boolean =>
  stretch.hits.some((hit) => tags.includes(hit.tag));

/** «non sono affatto ignoranti» denies; «non meritano» is itself the offence and hides its own «non». */
const isContradicted = (reading: Reading, stretch: Stretch): boolean => {
  if (stretch.hits.slice(0, -1).some(({ first }) => reading.isWithin(first, 'negation'))) return true;
  const denied = isBetween(reading, 'negation', { after: stretch.first, before: stretch.last });
  return denied || isDenied(reading, stretch.first, isOf(stretch, 'exclusion') ? 2 : 3);
};

const stretches = (reading: Reading): Stretch[] =>
  GRAMMAR.flatMap((steps) => sequences(reading, steps)).filter(
    (stretch) => !isContradicted(reading, stretch) && !isOfSome(reading, stretch),
  );

const MYSELF = look(['first-person'], 2);
const LIKE_YOU = look(['like-you'], 2);

const slurred = (reading: Reading, hit: Hit): Stretch | undefined => {
  const own = before(reading, hit.first, MYSELF);
  return own !== undefined || isDenied(reading, hit.first, 3) ? undefined : alone(hit);
};

/** The words that stretches cover. */
class Covered {
  readonly #words = new Set<number>();

  constructor(stretches: readonly Stretch[]) {
    for (const { first, last } of stretches) for (let word = first; word <= last; word++) this.#words.add(word);
  }

  some({ first, last }: Stretch): boolean {
    for (let word = first; word <= last; word++) if (this.#words.has(word)) return true;
    return false;
  }

  every({ first, last }: Stretch): boolean {
    for (let word = first; word <= last; word++) if (!this.#words.has(word)) return false;
    return true;
  }
}

/** Groups named and degraded, excluded or hated, and words that degrade by themselves. */
export const discrimination: Rule = {
  categories: [CATEGORY],
  notice: (reading) => {
    const named = stretches(reading);
    const counted = new Covered(named);
    const besides = nearby(reading)
      .filter(({ stretch }) => !counted.some(stretch))
      .slice(0, 1)
      .map(({ stretch, strength }) =>
        withGround(
          reading,
          stretch,
          signalOn(reading, stretch, {
            category: CATEGORY,
            strength,
            source: 'gruppo-e-giudizio',
            reason: `${quoted(reading, [stretch])} dice di un gruppo di persone qualcosa che lo degrada o lo esclude.`,
          }),
        ),
      );
    const degraded = named.map((stretch) =>
      withGround(
        reading,
        stretch,
        signalOn(reading, stretch, {
          category: CATEGORY,
          strength: isOf(stretch, 'exclusion', 'send-home', 'slur', 'sent-off', 'expelled-participle') ? 0.8 : 0.7,
          source: 'gruppo-e-giudizio',
          reason: `${quoted(reading, [stretch])} attribuisce a un intero gruppo di persone qualcosa che lo degrada o lo esclude.`,
        }),
      ),
    );
    const slurs = reading
      .hits('slur')
      .map((hit) => slurred(reading, hit))
      .filter((stretch): stretch is Stretch => stretch !== undefined)
      .filter((stretch) => !counted.every(stretch))
      .map((stretch) => {
        const aimed = after(reading, stretch.last, LIKE_YOU) !== undefined;
        const signal = signalOn(reading, stretch, {
          category: CATEGORY,
          strength: aimed ? 0.85 : 0.75,
          source: 'lessico',
          reason: `Usa «${reading.text.slice(...spanOf(reading, stretch))}», parola che offende un gruppo di persone.`,
        });
        return withGround(reading, stretch, signal);
      });
    return [...degraded, ...besides, ...slurs];
  },
};
