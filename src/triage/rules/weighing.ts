// SPDX-License-Identifier: AGPL-3.0-or-later

import type { NumberedRole } from '../known-words.ts';
import type { Tag } from '../lexicon/entry.ts';
import type { Found, Hit, Reading } from '../reading.ts';
import { isDenied } from '../sentence.ts';
import { numberOfTag, type TagSet, tagSet } from '../tag-set.ts';
import { LOOKS, looksOf } from './clues.ts';
import { SCALES } from './scales.ts';

export type Weighed = keyof typeof SCALES;

/** What a text weighs for one category. */
export interface Weight {
  /** From 0 to 1; 0.5 and more where the clues for it prevail. */
  readonly strength: number;
  /** The words that weigh for it, the heaviest first. */
  readonly hits: readonly Hit[];
}

/** More of the same adds nothing. */
const MOST = 2;
/** In a longer text every single word says less of the whole. */
const USUAL_WORDS = 12;
const LONGEST = 4;
/** Below this, in tenths, nobody is told. */
const FAINT = -2;
const MOST_SHOWN = 4;

/** Words that mean the contrary where they are denied. */
const DENIABLE = new Set(['blame', 'grievance', 'praise', 'thanks-word', 'irony']);

/** Tenths that a clue adds, with the place of the category: by turns, since most clues speak of few. */
type Added = readonly number[];
const NOTHING: Added = [];

interface Clue {
  readonly place: number;
  readonly added: Added;
  /** The same by the place of the category. */
  readonly tenths: readonly number[];
  readonly deniable: boolean;
}

const CATEGORIES = Object.keys(SCALES) as readonly Weighed[];
const PLACES = new Map(CATEGORIES.map((category, place) => [category, place]));

/** What each clue adds, by its name in the scales. */
const byName = new Map<string, number[]>();
const STARTS = CATEGORIES.map((category, place) => {
  const pieces = SCALES[category].split(' | ').map((piece) => {
    const gap = piece.lastIndexOf(' ');
    return { name: piece.slice(0, gap), tenths: Number(piece.slice(gap + 1)) };
  });
  for (const { name, tenths } of pieces) byName.set(name, [...(byName.get(name) ?? []), place, tenths]);
  return pieces.find(({ name }) => name === 'start')?.tenths ?? 0;
});

/** Where totals begin; after the last a fraction, for an array of whole numbers is made anew when the first of them is none any more. */
const BEGINNINGS: readonly number[] = [...STARTS, 0.5];

const LENGTH = byName.get('length') ?? NOTHING;
const BY_LOOK = LOOKS.map((look) => byName.get(look) ?? NOTHING);

/** A tag with its degree, and by the number of a tag what it adds where it opens a sentence, each with a place of its own. */
const CLUES: (Clue | undefined)[] = [];
const OPENINGS: (Clue | undefined)[] = [];
const DEGREES = 4;
let places = 0;
for (const [name, added] of byName) {
  const [, tag = '', degree] = /^([a-z-]+):([123])$/.exec(name) ?? [];
  const [, opening] = /^first ([a-z-]+)$/.exec(name) ?? [];
  if (opening !== undefined)
    put(OPENINGS, numberOfTag(opening as Tag), { place: places++, added, tenths: spread(added), deniable: false });
  if (degree === undefined) continue;
  const clue = { place: places++, added, tenths: spread(added), deniable: DENIABLE.has(tag) };
  put(CLUES, numberOfTag(tag as Tag) * DEGREES + Number(degree), clue);
}

function spread(added: Added): readonly number[] {
  const tenths = CATEGORIES.map(() => 0);
  for (let at = 0; at < added.length; at += 2) tenths[added[at] ?? 0] = added[at + 1] ?? 0;
  return tenths;
}

/** Without gaps: an array that has some is looked up more slowly. */
function put(into: (Clue | undefined)[], at: number, clue: Clue): void {
  while (into.length <= at) into.push(undefined);
  into[at] = clue;
}

const clueOf = ({ number, degree }: NumberedRole): Clue | undefined => {
  const at = number * DEGREES + degree;
  return at < CLUES.length ? CLUES[at] : undefined;
};

const openingOf = ({ number }: NumberedRole): Clue | undefined =>
  number < OPENINGS.length ? OPENINGS[number] : undefined;

/** Two kinds of words that say more beside each other than one by one. */
const PAIRS: { readonly one: TagSet; readonly other: TagSet; readonly added: Added }[] = [];
for (const [name, added] of byName) {
  const [, one, other] = /^([a-z-]+)\+([a-z-]+)$/.exec(name) ?? [];
  if (one !== undefined && other !== undefined)
    PAIRS.push({ one: tagSet([one as Tag]), other: tagSet([other as Tag]), added });
}

const bears = (reading: Reading, clue: Clue, { first, last }: Found): boolean =>
  !(clue.deniable && last === first && isDenied(reading, first, 1));

const add = (totals: number[], added: Added, share: number): void => {
  for (let at = 0; at < added.length; at += 2) {
    const place = added[at] ?? 0;
    totals[place] = (totals[place] ?? 0) + (added[at + 1] ?? 0) * share;
  }
};

const counted = new Uint8Array(places);

const totalsOf = (reading: Reading): readonly number[] => {
  const { words } = reading;
  const totals = BEGINNINGS.slice();
  const share = Math.min(1, Math.sqrt(USUAL_WORDS / Math.max(1, words.length)));
  counted.fill(0);
  for (let at = 0; at < words.length; at++) {
    const found = reading.found(at);
    if (found === undefined) continue;
    const opens = words[at - 1]?.sentence !== words[at]?.sentence;
    for (const role of found.roles) {
      const clue = clueOf(role);
      if (clue !== undefined && (counted[clue.place] ?? 0) < MOST && bears(reading, clue, found)) {
        counted[clue.place] = (counted[clue.place] ?? 0) + 1;
        add(totals, clue.added, share);
      }
      const opening = opens ? openingOf(role) : undefined;
      if (opening === undefined || counted[opening.place] !== 0) continue;
      counted[opening.place] = 1;
      add(totals, opening.added, share);
    }
  }
  for (const { one, other, added } of PAIRS) if (reading.hasAny(one) && reading.hasAny(other)) add(totals, added, 1);
  add(totals, LENGTH, Math.min(LONGEST, Math.log2(words.length + 1)));
  const looks = reading.once(looksOf);
  for (let look = 0; look < LOOKS.length; look++)
    if ((looks & (1 << look)) !== 0) add(totals, BY_LOOK[look] ?? NOTHING, 1);
  return totals;
};

const heaviest = (reading: Reading, place: number): readonly Hit[] => {
  const weighed: { hit: Hit; tenths: number }[] = [];
  for (let at = 0; at < reading.words.length; at++) {
    const found = reading.found(at);
    if (found === undefined) continue;
    let best: NumberedRole | undefined;
    let most = 0;
    for (const role of found.roles) {
      const clue = clueOf(role);
      const tenths = clue?.tenths[place] ?? 0;
      if (clue === undefined || tenths <= most || !bears(reading, clue, found)) continue;
      best = role;
      most = tenths;
    }
    const { first, last } = found;
    if (best !== undefined) weighed.push({ hit: { tag: best.tag, degree: best.degree, first, last }, tenths: most });
  }
  return weighed
    .sort((one, other) => other.tenths - one.tenths)
    .slice(0, MOST_SHOWN)
    .map(({ hit }) => hit);
};

/** Many small clues added up; undefined where they say next to nothing. */
export const weigh = (reading: Reading, category: Weighed): Weight | undefined => {
  const place = PLACES.get(category) ?? 0;
  const total = reading.once(totalsOf)[place] ?? FAINT;
  if (total < FAINT) return undefined;
  return { strength: 1 / (1 + Math.exp(-total / 10)), hits: heaviest(reading, place) };
};
