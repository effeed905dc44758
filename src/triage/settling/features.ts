// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Signal, VOCABULARY } from '#policy/contract';
import type { NumberedRole } from '../known-words.ts';
import type { Tag } from '../lexicon/entry.ts';
import type { Reading } from '../reading.ts';
import { LOOKS, looksOf } from '../rules/clues.ts';
import { DRAWING, QUOTE } from '../signs.ts';
import { fewBucket, join, named, pairBucket, START, step } from './hashes.ts';
import { hashWord, STEM, stemOf, wordHash } from './word-parts.ts';

// What a text is to the fitted weights: its words with their stems, beginnings and endings, two stems in a row or one word apart,
// kinds of words, its looks and length, and how strongly each rule spoke. Each falls into a bucket of its range; strangers may share.

/** Groups of features, for whoever fits them: what the words are, what the lexicon says of them, what the rules say. */
export const GROUPS = { words: 0, kinds: 1, rules: 2 } as const;

/** What each says, in tenths. */
const LOOK = 10;
const STEMS = 10;
const STEMS_APART = 7;
const KIND = 15;
const RULE = 20;

/** Longer texts are read to so many words and features: what is pasted must not cost more than it says. */
export const MOST = 4096;
/** More than `MOST`, a power of two. */
const PLACES = 8192;
/** A power of two; a word that falls where another stood takes its place. */
export const WORDS_KEPT = 1 << 16;
/**
 * What is kept of a word, as wide as what memory fetches at once: 24 numbers of two bytes each for whoever weighs it, the last of them 0
 * while nobody has; then the hash of its stem, the text it was last met in, and its own two hashes.
 */
export const KEPT = 16;
const LAST_WEIGHT = 11;
const STEM_HASH = 12;
const MET = 13;
export const FIRST_HASH = 14;
export const SECOND_HASH = 15;
const MOST_KINDS = 1024;
const LONGEST = 12;

const FIRST = named('first');
const SIGN = named('sign');
const LENGTH = named('length');
const SHOUTED = named('shouted');
const LOOK_HASHES = LOOKS.map((look) => named(`look ${look}`));

const QUOTED = named('quoted');
const DENIED = named('denied');
/** How many words on a «non» still reaches. */
const DENIAL = 3;
const NEGATION: Tag = 'negation';

/** By the tag's number. */
const kinds: number[] = [];
const kindOf = ({ tag, number }: NumberedRole): number => {
  const known = kinds[number];
  if (known !== undefined) return known;
  const hash = named(`kind ${tag}`);
  kinds[number] = hash;
  return hash;
};

/** By category of the common vocabulary, how a rule spoke: enough, nearly, hardly. */
const RULES: ReadonlyMap<string, readonly number[]> = new Map(
  VOCABULARY.map(({ slug }) => [slug, ['!', '~', '.'].map((how) => named(`rule ${slug}${how}`))]),
);
const howSure = (strength: number): number => (strength >= 0.5 ? 0 : strength >= 0.3 ? 1 : 2);

/** Where features are written, so that what adds them up reads them there. */
export interface Notes {
  /** Of each word two hashes, which no other word has by chance. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Of each other feature its bucket, and what it says in tenths. */
  readonly buckets: Int32Array;
  readonly values: Int8Array;
  /** Words that keep coming. */
  readonly kept: Int32Array;
}

const newNotes = (): Notes => ({
  first: new Int32Array(MOST),
  second: new Int32Array(MOST),
  buckets: new Int32Array(MOST),
  values: new Int8Array(MOST),
  kept: new Int32Array(WORDS_KEPT * KEPT),
});

/** The features of one text at a time: its words, each once, and what else there is of it, each bucket once. */
export class Features {
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Of each word its place in the text. */
  readonly starts = new Int32Array(MOST);
  readonly ends = new Int32Array(MOST);
  words = 0;
  text = '';
  readonly buckets: Int32Array;
  readonly values: Int8Array;
  readonly groups = new Uint8Array(MOST);
  count = 0;
  /** Which text a place was last taken in, and by what: small enough to stay near. */
  readonly #seen = new Int32Array(PLACES);
  readonly #seenBucket = new Int32Array(PLACES);
  readonly #kept: Int32Array;
  /** How many texts were read. */
  #times = 0;

  constructor({ first, second, buckets, values, kept }: Notes = newNotes()) {
    this.first = first;
    this.second = second;
    this.buckets = buckets;
    this.values = values;
    this.#kept = kept;
  }

  /** Reads a text with what the rules said of it. Afterwards all that is public here is its own until the next. */
  read(reading: Reading, signals: readonly Signal[]): void {
    this.count = 0;
    this.words = 0;
    this.text = reading.text;
    this.#times += 1;
    this.#addWords(reading);
    this.#addKinds(reading);
    this.#addLooks(reading);
    // A body's own categories say nothing here: the same text weighs the same for every body.
    for (const { category, strength } of signals) {
      const rule = RULES.get(category)?.[howSure(strength)];
      if (rule !== undefined) this.#add(fewBucket(rule), RULE, GROUPS.rules);
    }
  }

  /** Of a word of the text whose place another word took: keeps it again. */
  keepAgain(word: number): void {
    const first = this.first[word] ?? 0;
    const slot = (first & (WORDS_KEPT - 1)) * KEPT;
    this.#kept[slot + FIRST_HASH] = first;
    this.#kept[slot + SECOND_HASH] = this.second[word] ?? 0;
    this.#kept[slot + STEM_HASH] = stemOf(this.text, this.starts[word] ?? 0, this.ends[word] ?? 0);
    this.#kept[slot + MET] = this.#times;
  }

  #add(bucket: number, value: number, group: number = GROUPS.words): void {
    if (this.count === MOST) return;
    let place = bucket & (PLACES - 1);
    for (; this.#seen[place] === this.#times; place = (place + 1) & (PLACES - 1))
      if (this.#seenBucket[place] === bucket) return;
    this.#seen[place] = this.#times;
    this.#seenBucket[place] = bucket;
    this.buckets[this.count] = bucket;
    this.groups[this.count] = group;
    this.values[this.count++] = value;
  }

  #addWords({ text, words }: Reading): void {
    let before = 0;
    let earlier = 0;
    for (let at = 0; at < words.length && this.words < MOST; at++) {
      const word = words[at];
      if (word === undefined) continue;
      const stem = this.#addWord(text, word.start, word.end);
      this.#add(pairBucket(join(before === 0 ? FIRST : before, stem)), STEMS);
      if (earlier !== 0) this.#add(pairBucket(join(join(earlier, STEM), stem)), STEMS_APART);
      const sign = signAfter(text, word.end);
      if (sign !== 0) this.#add(pairBucket(join(stem, join(SIGN, sign))), STEMS);
      earlier = before;
      before = stem;
    }
  }

  /** Returns the hash of its stem. */
  #addWord(text: string, start: number, end: number): number {
    hashWord(text, start, end);
    const { first, second } = wordHash;
    const kept = this.#kept;
    const slot = (first & (WORDS_KEPT - 1)) * KEPT;
    if (kept[slot + FIRST_HASH] !== first || kept[slot + SECOND_HASH] !== second) {
      kept[slot + FIRST_HASH] = first;
      kept[slot + SECOND_HASH] = second;
      kept[slot + STEM_HASH] = stemOf(text, start, end);
      kept[slot + MET] = 0;
      kept[slot + LAST_WEIGHT] = 0;
    }
    if (kept[slot + MET] !== this.#times) {
      kept[slot + MET] = this.#times;
      this.first[this.words] = first;
      this.second[this.words] = second;
      this.starts[this.words] = start;
      this.ends[this.words++] = end;
    }
    return kept[slot + STEM_HASH] ?? 0;
  }

  #addKinds(reading: Reading): void {
    const quotes = (reading.signs & QUOTE) !== 0;
    let count = 0;
    let denied = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < reading.words.length && count < MOST_KINDS; at++) {
      const found = reading.found(at);
      if (found === undefined) continue;
      const quoted = quotes && reading.quote(at) >= 0;
      for (const role of found.roles) {
        if (count++ === MOST_KINDS) break;
        // Somebody else's words, or words denied: another kind altogether.
        const said = quoted ? join(kindOf(role), QUOTED) : kindOf(role);
        this.#add(fewBucket(at - denied <= DENIAL && at > denied ? join(said, DENIED) : said), KIND, GROUPS.kinds);
        if (role.tag === NEGATION) denied = at;
      }
    }
  }

  #addLooks(reading: Reading): void {
    const looks = reading.once(looksOf);
    for (let look = 0; look < LOOKS.length; look++)
      if ((looks & (1 << look)) !== 0) this.#add(fewBucket(LOOK_HASHES[look] ?? 0), LOOK);
    const doublings = Math.min(LONGEST, Math.round(Math.log2(reading.words.length + 1) * 2));
    this.#add(fewBucket(join(LENGTH, doublings)), LOOK);
    if (isShouted(reading.text)) this.#add(fewBucket(SHOUTED), LOOK);
    if ((reading.signs & DRAWING) === 0) return;
    const { text } = reading;
    for (let at = 0; at < text.length && this.count < MOST; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0xd83c && unit <= 0xd83e)
        this.#add(fewBucket(step(step(START, unit), text.charCodeAt(at + 1))), LOOK);
    }
  }
}

/** The sign that stands right after a word, 0 where a blank or another word does. */
const signAfter = (text: string, end: number): number => {
  const unit = end < text.length ? text.charCodeAt(end) : 0;
  const isSign = (unit > 32 && unit < 48) || (unit > 57 && unit < 65) || unit === 0x2026 || unit === 0xbb;
  return isSign ? unit : 0;
};

const SHOUT = 6;
const isShouted = (text: string): boolean => {
  let capitals = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    capitals = unit >= 65 && unit <= 90 ? capitals + 1 : 0;
    if (capitals === SHOUT) return true;
  }
  return false;
};
