// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy/contract';
import type { Tag } from '../lexicon/entry.ts';
import type { Hit, Reading } from '../reading.ts';
import { after, alone, before, isBetween, isDenied, look, spanOf } from '../sentence.ts';
import { DRAWING } from '../signs.ts';
import { tagSet } from '../tag-set.ts';
import { AIMED, type Aim, aimsIn, POINTED } from './insult-aims.ts';
import { imagesIn, isVerb, thrown } from './insult-context.ts';
import { quoted } from './marks.ts';
import { type Rule, signalOn } from './rule.ts';

const CATEGORY = 'insult';
/** One word shouted and nothing else says little of why: enough to be looked at, weak ground for anything final. */
const SINGLE: Readonly<Record<number, number>> = { 1: 0.4, 2: 0.5, 3: 0.55 };
const UNAIMED: Readonly<Record<number, number>> = { 1: 0.15, 2: 0.3, 3: 0.4 };

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

const BESIDE = tagSet(['insult-frame', 'address', 'like-you']);

const shout = (reading: Reading, hit: Hit): Aim =>
  isOnlyOne(reading) && !reading.hasAny(BESIDE)
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

const THING = look(['public-thing', 'workplace'], 1);

/** «quello stupido sportello»: the adjective of a thing. */
const isOfThing = (reading: Reading, hit: Hit, aim: Aim): boolean =>
  aim.strengths === POINTED && after(reading, hit.last, THING) !== undefined;

/** «sono ladri» is said of others: «sono» with a plural. */
const isOfOthers = (reading: Reading, own: Hit, hit: Hit): boolean =>
  own.first === own.last &&
  /^sono$/iu.test(reading.text.slice(...spanOf(reading, own))) &&
  /[ie]$/u.test(reading.text.slice(...spanOf(reading, hit)));

const MYSELF = look(['first-person'], 3);

/** Said of oneself, denied, or of a third thing, it offends nobody here. */
const isHarmless = (reading: Reading, hit: Hit, aim: Aim): boolean => {
  if (isVerb(reading, hit)) return true;
  if (isDenied(reading, aim.stretch.first, 3) || isOfThing(reading, hit, aim)) return true;
  if (reading.isWithin(aim.stretch.first, 'negation')) return true;
  if (isBetween(reading, 'negation', { after: aim.stretch.first, before: hit.first })) return true;
  if (
    aim.whom !== '' &&
    aim.stretch.hits.some((one) => one.tag === 'staff' || one.tag === 'body' || one.tag === 'you-are')
  )
    return false;
  const own = before(reading, hit.first, MYSELF);
  return own !== undefined && !isOfOthers(reading, own, hit);
};

const lexical = (reading: Reading): Signal[] => {
  if (reading.hits('insult').length === 0) return [];
  const aims = new Map(strongest(aimsIn(reading)));
  join(reading, aims);
  const isShouted = shoutedSentences(reading);
  const aimOf = (hit: Hit): Aim =>
    aims.get(hit) ??
    (isAddress(reading, hit) || isShouted(hit.first)
      ? shout(reading, hit)
      : (thrown(reading, hit) ?? { stretch: alone(hit), strengths: UNAIMED, whom: '' }));
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

const imagined = (reading: Reading): Signal[] =>
  imagesIn(reading).map(({ stretch, strength }) =>
    signalOn(reading, stretch, {
      category: CATEGORY,
      strength,
      source: 'immagine-e-bersaglio',
      reason: `${quoted(reading, [stretch])} paragona una persona a un animale o a una cosa per offenderla.`,
    }),
  );

const belittled = (reading: Reading): Signal[] =>
  reading
    .hits('belittling')
    .filter(({ first }) => !isDenied(reading, first, 1))
    .map((hit) =>
      signalOn(reading, alone(hit), {
        category: CATEGORY,
        strength: 0.6,
        source: 'lessico',
        reason: `${quoted(reading, [hit])} disprezza una persona, non ciò che ha fatto.`,
      }),
    );

/** Drawings that call somebody a clown, a snake, a sheep; alone, or with a word or two that say whom. */
const DRAWN = /(?:🤡|💩|🐑|🐷|🐍|🖕|🐽|🐖)/u;
const MOST_WORDS = 8;
const SOMEBODY = tagSet(['you', 'you-are', 'staff', 'moderator', 'are', 'one-of']);

const drawn = (reading: Reading): Signal[] => {
  if (reading.words.length > MOST_WORDS || (reading.signs & DRAWING) === 0) return [];
  const found = DRAWN.exec(reading.text);
  if (found === null) return [];
  const aimed = reading.hasAny(SOMEBODY) || reading.words.length === 0;
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
    ...reading.hits('swear-at').map((hit) =>
      signalOn(reading, alone(hit), {
        category: CATEGORY,
        strength: 0.75,
        source: 'lessico',
        reason: `${quoted(reading, [hit])} manda qualcuno al diavolo con parole volgari.`,
      }),
    ),
    ...imagined(reading),
    ...belittled(reading),
    ...drawn(reading),
  ],
};
