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
const MOST = 4096;
/** More than `MOST`, a power of two. */
const PLACES = 8192;
/** A power of two; a word that falls where another stood takes its place. */
export const WORDS_KEPT = 1 << 14;
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

const COMMON: ReadonlySet<string> = new Set(VOCABULARY.map(({ slug }) => slug));
const rules = new Map<string, number>();
/** How a rule spoke: enough, nearly, hardly. */
const ruleOf = (category: string, strength: number): number => {
  const name = `${category}${strength >= 0.5 ? '!' : strength >= 0.3 ? '~' : '.'}`;
  const known = rules.get(name) ?? named(`rule ${name}`);
  rules.set(name, known);
  return known;
};

/** The features of one text at a time: its words, each once, and what else there is of it, each bucket once. */
export class Features {
  /** Of each word two hashes, which no other word has by chance, and its place in the text. */
  readonly first = new Int32Array(MOST);
  readonly second = new Int32Array(MOST);
  readonly starts = new Int32Array(MOST);
  readonly ends = new Int32Array(MOST);
  words = 0;
  readonly buckets = new Int32Array(MOST);
  /** In tenths. */
  readonly values = new Int8Array(MOST);
  readonly groups = new Uint8Array(MOST);
  count = 0;
  /** Which text a place was last taken in, and by what: small enough to stay near. */
  readonly #seen = new Int32Array(PLACES);
  readonly #seenBucket = new Int32Array(PLACES);
  /** Words that keep coming: their hashes, their stems, and the text they were last met in. */
  readonly #first = new Int32Array(WORDS_KEPT);
  readonly #second = new Int32Array(WORDS_KEPT);
  readonly #stems = new Int32Array(WORDS_KEPT);
  readonly #met = new Int32Array(WORDS_KEPT);
  #text = 0;

  /** Reads a text with what the rules said of it. Afterwards all that is public here is its own until the next. */
  read(reading: Reading, signals: readonly Signal[]): void {
    this.count = 0;
    this.words = 0;
    this.#text += 1;
    this.#addWords(reading);
    this.#addKinds(reading);
    this.#addLooks(reading);
    // A body's own categories say nothing here: the same text weighs the same for every body.
    for (const { category, strength } of signals)
      if (COMMON.has(category)) this.#add(fewBucket(ruleOf(category, strength)), RULE, GROUPS.rules);
  }

  #add(bucket: number, value: number, group: number = GROUPS.words): void {
    if (this.count === MOST) return;
    let place = bucket & (PLACES - 1);
    for (; this.#seen[place] === this.#text; place = (place + 1) & (PLACES - 1))
      if (this.#seenBucket[place] === bucket) return;
    this.#seen[place] = this.#text;
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
    const slot = first & (WORDS_KEPT - 1);
    if (this.#first[slot] !== first || this.#second[slot] !== second) {
      this.#first[slot] = first;
      this.#second[slot] = second;
      this.#stems[slot] = stemOf(text, start, end);
      this.#met[slot] = 0;
    }
    if (this.#met[slot] !== this.#text) {
      this.#met[slot] = this.#text;
      this.first[this.words] = first;
      this.second[this.words] = second;
      this.starts[this.words] = start;
      this.ends[this.words++] = end;
    }
    return this.#stems[slot] ?? 0;
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
