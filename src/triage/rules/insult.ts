// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy';
import type { Tag } from '../lexicon/entry.ts';
import type { Hit, Reading } from '../reading.ts';
import { after, alone, before, hasAny, isBetween, isDenied, type Stretch, sequences, spanOf } from '../sentence.ts';
import { quoted } from './marks.ts';
import { type Rule, signalOn } from './rule.ts';

const CATEGORY = 'insult';
const PERSON = ['staff', 'body'] as const;

/** Strength by degree of the word: mild words stay below the line where a removal is proposed. */
const AIMED: Readonly<Record<number, number>> = { 1: 0.4, 2: 0.65, 3: 0.85 };
const PERSONAL: Readonly<Record<number, number>> = { 1: 0.55, 2: 0.7, 3: 0.85 };
/** One word shouted and nothing else says little of why: enough to be looked at, weak ground for anything final. */
const SINGLE: Readonly<Record<number, number>> = { 1: 0.4, 2: 0.5, 3: 0.55 };
/** Said of one person, whoever it is: «un buffone». */
const POINTED: Readonly<Record<number, number>> = { 1: 0.3, 2: 0.6, 3: 0.75 };
const UNAIMED: Readonly<Record<number, number>> = { 1: 0.15, 2: 0.3, 3: 0.4 };

interface Aim {
  readonly stretch: Stretch;
  /** Where it says more than to whom. */
  readonly source?: string;
  readonly strengths: Readonly<Record<number, number>>;
  readonly whom: string;
}

const to = (whom: string, strengths: Aim['strengths'], stretches: readonly Stretch[]): Aim[] =>
  stretches.map((stretch) => ({ stretch, strengths, whom }));

const INSULT = { tags: ['insult'], within: 4, throughFillers: true } as const;

/** Every aim passes through an insulting word: most texts have none. */
const grammar = (reading: Reading): Aim[] => (reading.hits('insult').length === 0 ? [] : aims(reading));

const aims = (reading: Reading): Aim[] => [
  ...to('a chi legge', AIMED, sequences(reading, [{ tags: ['you-are'] }, INSULT])),
  ...to('a chi legge', AIMED, sequences(reading, [{ tags: ['insult'] }, { tags: ['like-you'] }])),
  ...to('a qualcuno', AIMED, sequences(reading, [{ tags: ['typical'] }, { tags: ['insult'] }])),
  // «stai zitto idiota», «buffone, vergognati»
  ...to('a qualcuno', AIMED, sequences(reading, [{ tags: ['address'] }, { ...INSULT, within: 2 }])),
  ...to(
    'a qualcuno',
    AIMED,
    sequences(reading, [{ tags: ['insult'] }, { tags: ['address'], within: 2, throughFillers: true }]),
  ),
  // «sto cialtrone», «è una serpe», «il solito lecchino»
  ...to(
    'a una persona',
    POINTED,
    sequences(reading, [{ tags: ['one-of', 'that'] }, { tags: ['insult'], within: 1, throughFillers: true }]),
  ),
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

/** What may stand beside a shouted word: other shouts, and the little words between them. */
const SHOUTED: readonly Tag[] = [
  'insult',
  'insult-frame',
  'swear',
  'swear-at',
  'filler',
  'joining',
  'address',
  'like-you',
];

const isCovered = (reading: Reading, index: number): boolean => SHOUTED.some((tag) => reading.isWithin(index, tag));

/** Whether a sentence is nothing but insults and swearing; each sentence is read once. */
const shoutedSentences = (reading: Reading): ((index: number) => boolean) => {
  const known = new Map<number, boolean>();
  const read = (first: number, last: number): boolean => {
    for (let index = first; index <= last; index++) if (!isCovered(reading, index)) return false;
    return true;
  };
  return (index) => {
    const { first, last } = reading.sentence(index);
    const shouted = known.get(first) ?? read(first, last);
    known.set(first, shouted);
    return shouted;
  };
};

/** «stronzi come al solito»: a grave word in the plural that opens the sentence is an address. */
const isAddress = (reading: Reading, hit: Hit): boolean =>
  hit.degree === 3 &&
  hit.first === reading.sentence(hit.first).first &&
  /[ie]$/.test(reading.text.slice(...spanOf(reading, hit)));

/** Asked for every shouted word, and the same for all. */
const single = new WeakMap<Reading, boolean>();

/** The only offensive word of the whole text; mild ones such as «incapaci» are criticism and add nothing to it. */
const isOnlyOne = (reading: Reading): boolean => {
  const known =
    single.get(reading) ??
    reading.hits('insult').filter(({ degree }) => degree > 1).length +
      reading.hits('swear').length +
      reading.hits('swear-at').length <=
      1;
  single.set(reading, known);
  return known;
};

const shout = (reading: Reading, hit: Hit): Aim =>
  isOnlyOne(reading) && !hasAny(reading, ['insult-frame', 'address', 'like-you'])
    ? { stretch: alone(hit), strengths: SINGLE, whom: 'a chi legge', source: SINGLE_SHOUT }
    : { stretch: alone(hit), strengths: AIMED, whom: 'a chi legge' };

const SINGLE_SHOUT = 'parola-gridata';

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

const isJoined = (reading: Reading, one: Hit, other: Hit): boolean => {
  for (let index = one.last + 1; index < other.first; index++) if (!isCovered(reading, index)) return false;
  return true;
};

const isAimed = (aim: Aim | undefined): aim is Aim => aim !== undefined && aim.whom !== '' && aim.source === undefined;

const weightOf = (aim: Aim | undefined, { degree }: Hit): number => aim?.strengths[degree] ?? 0;

const JOINED_WITHIN = 4;

/** «siete incapaci e ladri», «ladri e incapaci come voi»: words joined to an aimed one are aimed where it is. */
const join = (reading: Reading, aims: Map<Hit, Aim>): void => {
  const hits = reading.hits('insult');
  const pass = (hit: Hit, neighbour: Hit | undefined): void => {
    const aim = neighbour && aims.get(neighbour);
    if (neighbour === undefined || !isAimed(aim) || weightOf(aims.get(hit), hit) >= weightOf(aim, hit)) return;
    const [one, other] = hit.first < neighbour.first ? [hit, neighbour] : [neighbour, hit];
    if (other.first - one.last > JOINED_WITHIN || reading.sentence(one.last).last < other.first) return;
    if (!isJoined(reading, one, other)) return;
    const first = Math.min(hit.first, aim.stretch.first);
    aims.set(hit, { ...aim, stretch: { ...aim.stretch, first, last: Math.max(hit.last, aim.stretch.last) } });
  };
  for (const [at, hit] of [...hits.entries()].reverse()) pass(hit, hits[at + 1]);
  for (const [at, hit] of hits.entries()) pass(hit, hits[at - 1]);
};

/** «quello stupido sportello»: the adjective of a thing. */
const isOfThing = (reading: Reading, hit: Hit, aim: Aim): boolean =>
  aim.strengths === POINTED &&
  after(reading, hit.last, { tags: ['public-thing', 'workplace'], distance: 1 }) !== undefined;

/** «sono ladri» is said of others: «sono» with a plural. */
const isOfOthers = (reading: Reading, own: Hit, hit: Hit): boolean =>
  own.first === own.last &&
  /^sono$/iu.test(reading.text.slice(...spanOf(reading, own))) &&
  /[ie]$/u.test(reading.text.slice(...spanOf(reading, hit)));

/** Said of oneself, denied, or of a third thing, it offends nobody here. */
const isHarmless = (reading: Reading, hit: Hit, aim: Aim): boolean => {
  if (isDenied(reading, aim.stretch.first, 3) || isOfThing(reading, hit, aim)) return true;
  if (isBetween(reading, 'negation', { after: aim.stretch.first, before: hit.first })) return true;
  if (
    aim.whom !== '' &&
    aim.stretch.hits.some((one) => one.tag === 'staff' || one.tag === 'body' || one.tag === 'you-are')
  )
    return false;
  const own = before(reading, hit.first, { tags: ['first-person'], distance: 3 });
  return own !== undefined && !isOfOthers(reading, own, hit);
};

const lexical = (reading: Reading) => {
  const aims = new Map(strongest(grammar(reading)));
  join(reading, aims);
  const isShouted = shoutedSentences(reading);
  const aimOf = (hit: Hit): Aim =>
    aims.get(hit) ??
    (isAddress(reading, hit) || isShouted(hit.first)
      ? shout(reading, hit)
      : { stretch: alone(hit), strengths: UNAIMED, whom: '' });
  return reading.hits('insult').flatMap((hit) => {
    const aim = aimOf(hit);
    if (isHarmless(reading, hit, aim)) return [];
    const word = reading.text.slice(...spanOf(reading, hit));
    // The insult alone between quotation marks is somebody else's, whatever stands before it.
    const stretch = reading.quote(hit.first) >= 0 ? alone(hit) : aim.stretch;
    return signalOn(reading, stretch, {
      category: CATEGORY,
      strength: aim.strengths[hit.degree] ?? 0.3,
      source: aim.source ?? (aim.whom === '' ? 'lessico' : 'lessico-e-bersaglio'),
      reason: reasonOf(word, aim),
    });
  });
};

const reasonOf = (word: string, { whom, source }: Aim): string => {
  if (source === SINGLE_SHOUT) return `«${word}» è una sola parola gridata: può essere uno sfogo più che un’offesa.`;
  return whom === ''
    ? `Contiene «${word}», che può offendere, ma non è chiaro se sia rivolto a qualcuno.`
    : `«${word}» è rivolto ${whom}.`;
};

/** Drawings that call somebody a clown, a snake, a sheep; alone, or with a word or two that say whom. */
const DRAWN = /(?:🤡|💩|🐑|🐷|🐍|🖕|🐽|🐖)/u;
const MOST_WORDS = 8;

const drawn = (reading: Reading): Signal[] => {
  const found = DRAWN.exec(reading.text);
  if (found === null || reading.words.length > MOST_WORDS) return [];
  const aimed =
    hasAny(reading, ['you', 'you-are', 'staff', 'moderator', 'are', 'one-of']) || reading.words.length === 0;
  return [
    {
      category: CATEGORY,
      strength: aimed ? 0.55 : 0.4,
      spans: [[found.index, found.index + found[0].length]],
      source: 'emoji',
      reason: `«${found[0]}» può dare a qualcuno del pagliaccio o dell’animale.`,
    },
  ];
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
          reason: `${quoted(reading, [hit])} manda qualcuno al diavolo con parole volgari.`,
        }),
      ),
    ...drawn(reading),
  ],
};
