// SPDX-License-Identifier: AGPL-3.0-or-later
import { spell } from '../folding.ts';
import type { Tag } from '../lexicon/entry.ts';
import type { Hit, Reading } from '../reading.ts';
import { alone, before, isBetween, isDenied, look, type Stretch, sequence, sequences } from '../sentence.ts';
import { tagSet } from '../tag-set.ts';
import type { Aim } from './insult-aims.ts';
import { toneOf } from './tone.ts';

/** What may stand before a word that is thrown, and not the thing that it would only qualify. */
const BEFORE = [
  'address',
  'are',
  'body',
  'filler',
  'insult',
  'insult-frame',
  'joining',
  'known-person',
  'like-you',
  'moderator',
  'office-holder',
  'one-of',
  'slur',
  'staff',
  'swear',
  'swear-at',
  'that',
  'toward-you',
  'you',
  'you-are',
] as const;

const AUXILIARY = /^(?:ho|hai|ha|abbiamo|avete|hanno|stat[oaie]|aver[e]?|viene|vengono|venga)$/u;
const LONGEST_AUXILIARY = 'abbiamo'.length;
const PAUSE = /[,;:!?()«"…\n–—]|\.\./u;

/** How a word is spelt; nothing where it is longer than what is looked for. */
const spelt = ({ words }: Reading, index: number, longest = Number.POSITIVE_INFINITY): string => {
  const word = words[index];
  return word === undefined || word.length > longest ? '' : spell(word);
};

const gap = ({ words, text }: Reading, index: number): string =>
  text.slice(words[index - 1]?.end ?? 0, words[index]?.start ?? 0);

const startsSaying = (reading: Reading, index: number): boolean =>
  index === reading.sentence(index).first || PAUSE.test(gap(reading, index));

const isAuxiliary = (reading: Reading, index: number): boolean =>
  AUXILIARY.test(spelt(reading, index, LONGEST_AUXILIARY));

/** «avete venduto», «si è venduta»: what somebody did. */
export const isVerb = (reading: Reading, { first, last }: Hit): boolean =>
  isAuxiliary(reading, first) ||
  (first === last && isAuxiliary(reading, first - 1)) ||
  (spelt(reading, first - 2, 2) === 'si' && spelt(reading, last).startsWith('vendut'));

/** «regola stupida», «avete venduto»: the word belongs to the one before it, which is nobody. */
export const isFree = (reading: Reading, { first }: Hit): boolean => {
  if (startsSaying(reading, first)) return true;
  if (first === 0 || isAuxiliary(reading, first - 1)) return false;
  return BEFORE.some((tag) => reading.isWithin(first - 1, tag));
};

const PEOPLE = tagSet(['staff', 'moderator', 'known-person', 'office-holder', 'workplace']);
const TOWARDS = tagSet(['toward-you', 'you', 'you-are', 'like-you', 'address']);
const SCENE = tagSet(['literal-scene']);
const GROUP = tagSet(['group', 'slur']);
const THEFT = tagSet(['theft-scene']);
const THIEF = /^(?:ladr|rapin|delinqu|crimin|truff|banditi?)/u;

const isImage = (reading: Reading, hit: Hit): boolean => reading.isWithin(hit.first, 'image');

/** Where an ass is an ass, and a thief a thief. */
const isLiteral = (reading: Reading, hit: Hit): boolean =>
  (isImage(reading, hit) && reading.hasAny(SCENE)) || (reading.hasAny(THEFT) && THIEF.test(spelt(reading, hit.first)));

const endsSaying = (reading: Reading, index: number): boolean =>
  index === reading.sentence(index).last || PAUSE.test(gap(reading, index + 1));

/** «cretino, leggi prima», «ma restituiteli, ladroni»: cut off from the rest, it calls somebody. */
const isCall = (reading: Reading, { first, last }: Hit): boolean =>
  startsSaying(reading, first) && endsSaying(reading, last);

/** Small signs that an insulting word is thrown at somebody though no grammar says at whom. */
const THROWN: Readonly<Record<number, number>> = { 1: 0.35, 2: 0.55, 3: 0.6 };

/** «asino io che non ho letto»; but «sono stupidi» is said of others. */
const MYSELF = look(['first-person'], 3);
const isOwn = (reading: Reading, hit: Hit): boolean => {
  if (/^(?:io|noi|me)$/u.test(spelt(reading, hit.last + 1, 3))) return true;
  const own = before(reading, hit.first, MYSELF);
  if (own === undefined) return false;
  return !(spelt(reading, own.first) === 'sono' && own.first === own.last && /[ie]$/u.test(spelt(reading, hit.last)));
};

const LONGEST_OF = 'contro'.length;

/** «i soldi degli usurai»: theirs, not them. */
const isOwner = (reading: Reading, { first }: Hit): boolean =>
  /^(?:d(?:i|el|ello|ella|ell|ei|egli|elle)|con|coi|contro)$/u.test(spelt(reading, first - 1, LONGEST_OF)) &&
  !['you-are', 'are', 'insult', 'insult-frame', 'that'].some((tag) => reading.isWithin(first - 2, tag as Tag));

const isNoun = (reading: Reading, hit: Hit): boolean => !reading.isWithin(hit.first, 'adjectival');

export const thrown = (reading: Reading, hit: Hit): Aim | undefined => {
  if (hit.degree < 2 || isLiteral(reading, hit) || isOwn(reading, hit) || isOwner(reading, hit)) return undefined;
  if (isDenied(reading, hit.first, 5)) return undefined;
  const free = isFree(reading, hit);
  const noun = isNoun(reading, hit);
  if (!free && !noun) return undefined;
  const towards = reading.hasAny(TOWARDS);
  const people = reading.hasAny(PEOPLE);
  const called = isCall(reading, hit);
  if (reading.hasAny(GROUP) && !towards) return undefined;
  if (
    isImage(reading, hit)
      ? !(called && towards) && !(people && towards && free)
      : !noun && !towards && !people && !called
  )
    return undefined;
  return { stretch: alone(hit), strengths: THROWN, whom: towards ? 'a chi legge' : 'a qualcuno' };
};

const PERSON = ['staff', 'moderator', 'known-person', 'office-holder', 'body', 'workplace'] as const;
const IMAGE = { tags: ['image'], within: 3, throughFillers: true } as const;

const IMAGES: readonly { readonly steps: ReturnType<typeof sequence>; readonly strength: number }[] = [
  // «siete dei cani»
  { steps: sequence({ tags: ['you-are'] }, IMAGE), strength: 0.65 },
  // «l’assistente sociale è una serpe», «quelle dello sportello sono delle vipere»
  { steps: sequence({ tags: PERSON }, { tags: ['are'], within: 5 }, IMAGE), strength: 0.6 },
  // «quel cane di dottore»
  {
    steps: sequence(
      { tags: ['that', 'filler', 'insult-frame'] },
      { tags: ['image'] },
      { tags: ['of'] },
      { tags: ['staff', 'known-person', 'office-holder'], within: 1, throughFillers: true },
    ),
    strength: 0.65,
  },
  { steps: sequence({ tags: ['image'] }, { tags: ['like-you'] }), strength: 0.6 },
  // «la strega dei servizi sociali», «quelle oche del cup»
  {
    steps: sequence(
      { tags: ['that', 'one-of', 'filler'] },
      { tags: ['image'] },
      { tags: ['of'] },
      { tags: ['workplace', 'body'], within: 1, throughFillers: true },
    ),
    strength: 0.55,
  },
  // «gli impiegati dell’anagrafe, quattro scimmie»
  {
    steps: sequence({ tags: ['staff', 'moderator'] }, { tags: ['that', 'one-of'], within: 4 }, { tags: ['image'] }),
    strength: 0.55,
  },
  // «admin coniglio»
  { steps: sequence({ tags: ['staff', 'moderator', 'office-holder'] }, { tags: ['image'] }), strength: 0.55 },
];

export interface Imagined {
  readonly stretch: Stretch;
  readonly strength: number;
}

const imageOf = ({ hits }: Stretch): Hit | undefined => hits.find(({ tag }) => tag === 'image');

const NUMERAL = /^(?:sei|un[oa]?|due|tre|quattro)$/u;

/** «sei bidoni in un monolocale» counts them. */
const isCounted = (reading: Reading, { first, hits }: Stretch): boolean =>
  hits[0]?.tag === 'you-are' &&
  NUMERAL.test(spelt(reading, first)) &&
  /[ie]$/u.test(spelt(reading, hits.at(-1)?.last ?? first));

/** «Gallina!», after a «Signora»; «quelle oche riattaccano». */
const called = (reading: Reading): readonly Imagined[] =>
  reading.hits('image').flatMap((hit) => {
    const pointed =
      /^(?:que(?:i|gli|l|ll[aeo])|st[aeio])$/u.test(spelt(reading, hit.first - 1)) && toneOf(reading).weight >= 2;
    const heard = isCall(reading, hit) && (reading.hasAny(TOWARDS) || reading.hasAny(PEOPLE));
    return pointed || heard ? [{ stretch: alone(hit), strength: 0.55 }] : [];
  });

/** Persons said to be animals, tools or rubbish. */
export const imagesIn = (reading: Reading): readonly Imagined[] => {
  if (reading.hits('image').length === 0 || reading.hasAny(SCENE)) return [];
  const said = IMAGES.flatMap(({ steps, strength }) =>
    sequences(reading, steps).map((stretch) => ({ stretch, strength })),
  );
  return [...said, ...called(reading)].filter(({ stretch }) => {
    const image = imageOf(stretch);
    return (
      image !== undefined &&
      !isOwn(reading, image) &&
      !isCounted(reading, stretch) &&
      !isDenied(reading, stretch.first, 3) &&
      !isBetween(reading, 'negation', { after: stretch.first, before: stretch.last })
    );
  });
};
