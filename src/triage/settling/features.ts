// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Signal, VOCABULARY } from '#policy';
import { CLASSES, DIGIT_ZERO, isLetterClass } from '../letters.ts';
import type { Tag } from '../lexicon/entry.ts';
import type { Reading } from '../reading.ts';
import { LOOKS, looksOf } from '../rules/clues.ts';
import { DRAWING, QUOTE } from '../signs.ts';

// What a text is to the fitted weights: its words with their stems, beginnings and endings, two stems in a row or one word apart,
// kinds of words, its looks and length, and how strongly each rule spoke. Each falls into one of the buckets; strangers may share.

export const BUCKET_BITS = 18;
export const BUCKETS = 1 << BUCKET_BITS;

/** Groups of features, for whoever fits them: what the words are, what the lexicon says of them, what the rules say. */
export const GROUPS = { words: 0, kinds: 1, rules: 2 } as const;

const WORD = 1;
const BEGINNING = 0.6;
const ENDING = 0.4;
const STEMS = 1;
const STEMS_APART = 0.7;
const KIND = 1.5;
const RULE = 2;

/** Longer words are read to here, and longer texts to so many words and features: what is pasted must not cost more than it says. */
const LONGEST_WORD = 24;
const MOST = 4096;
/** More than `MOST`, a power of two. */
const PLACES = 8192;
const MOST_KINDS = 1024;
const LONGEST = 12;
const SHORTEST_STEMMED = 5;
const BEGINNINGS = [4, 6] as const;
const ENDINGS_READ = [3, 4] as const;
/** The most features of one word. */
export const PARTS = 2 + BEGINNINGS.length + ENDINGS_READ.length;

const START = 0x811c9dc5 | 0;
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
const join = (one: number, other: number): number => Math.imul(one, 0x9e3779b1) ^ other;
const named = (name: string): number => {
  let hash = START;
  for (let at = 0; at < name.length; at++) hash = step(hash, name.charCodeAt(at));
  return hash;
};

const bucketOf = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39) >>> (32 - BUCKET_BITS);
};

const STEM = named('stem');
const BEGUN = named('beginning');
const ENDED = named('ending');
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

const kinds = new Map<Tag, number>();
const kindOf = (tag: Tag): number => {
  const known = kinds.get(tag);
  if (known !== undefined) return known;
  const hash = named(`kind ${tag}`);
  kinds.set(tag, hash);
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

const A = CLASSES['a'.charCodeAt(0)] ?? 0;
const classOf = (letter: string): number => letter.charCodeAt(0) - 97 + A;
const VOWELS: ReadonlySet<number> = new Set([...'aeiou'].map(classOf));
/** Endings that change with person, number and tense, backwards, the longest first. */
const ENDINGS: readonly (readonly number[])[] = [
  ...['issimo', 'issima', 'issimi', 'issime', 'mente', 'zione', 'zioni'],
  ...['ando', 'endo', 'are', 'ere', 'ire', 'ato', 'ata', 'ati', 'ate', 'uto', 'ito', 'ita', 'iti', 'ite', 'ano', 'ono'],
].map((ending) => [...ending].map(classOf).reverse());

const letters = new Uint8Array(LONGEST_WORD);
const prefixes = new Int32Array(LONGEST_WORD + 1);

const endsIn = (ending: readonly number[], length: number): boolean => {
  if (length <= ending.length) return false;
  for (let back = 0; back < ending.length; back++) if (letters[length - 1 - back] !== ending[back]) return false;
  return true;
};

/** How many of the word's letters are its stem. */
const stemLength = (length: number): number => {
  if (length < SHORTEST_STEMMED) return length;
  for (const ending of ENDINGS) if (endsIn(ending, length)) return length - ending.length;
  return VOWELS.has(letters[length - 1] ?? 0) ? length - 1 : length;
};

/** The features of a word, its own in common with no place in the text: writes them, and returns how many they are. */
export function partsOf(text: string, [start, end]: readonly [number, number], into: Parts): number {
  const length = lettersOf(text, start, end);
  let count = 0;
  const add = (hash: number, value: number): void => {
    into.buckets[count] = bucketOf(hash);
    into.values[count++] = value;
  };
  add(prefixes[length] ?? 0, WORD);
  add(join(prefixes[stemLength(length)] ?? 0, STEM), WORD);
  for (const beginning of BEGINNINGS) if (length > beginning) add(join(prefixes[beginning] ?? 0, BEGUN), BEGINNING);
  if (length >= SHORTEST_STEMMED) for (const ending of ENDINGS_READ) add(hashOfEnding(length, ending), ENDING);
  return count;
}

export interface Parts {
  readonly buckets: Int32Array;
  readonly values: Float32Array;
}

export const newParts = (): Parts => ({ buckets: new Int32Array(PARTS), values: new Float32Array(PARTS) });

const hashOfEnding = (length: number, ending: number): number => {
  let hash = ENDED;
  for (let at = length - ending; at < length; at++) hash = step(hash, letters[at] ?? 0);
  return hash;
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
  readonly values = new Float32Array(MOST);
  readonly groups = new Uint8Array(MOST);
  count = 0;
  /** Which text a place was last taken in, and by what: small enough to stay near. */
  readonly #seen = new Int32Array(PLACES);
  readonly #seenBucket = new Int32Array(PLACES);
  readonly #known = new Int32Array(PLACES);
  readonly #knownWord = new Int32Array(PLACES);
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
      if (COMMON.has(category)) this.#add(ruleOf(category, strength), RULE, GROUPS.rules);
  }

  #add(hash: number, value: number, group: number = GROUPS.words): void {
    if (this.count === MOST) return;
    const bucket = bucketOf(hash);
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
      const length = lettersOf(text, word.start, word.end);
      this.#addWord(prefixes[length] ?? 0, { length, start: word.start, end: word.end });
      const stem = join(prefixes[stemLength(length)] ?? 0, STEM);
      this.#add(join(before === 0 ? FIRST : before, stem), STEMS);
      if (earlier !== 0) this.#add(join(join(earlier, STEM), stem), STEMS_APART);
      const sign = signAfter(text, word.end);
      if (sign !== 0) this.#add(join(stem, join(SIGN, sign)), STEMS);
      earlier = before;
      before = stem;
    }
  }

  #addWord(first: number, word: { readonly length: number; readonly start: number; readonly end: number }): void {
    const second = checkOf(word.length);
    let place = first & (PLACES - 1);
    for (; this.#known[place] === this.#text; place = (place + 1) & (PLACES - 1)) {
      const other = this.#knownWord[place] ?? 0;
      if (this.first[other] === first && this.second[other] === second) return;
    }
    this.#known[place] = this.#text;
    this.#knownWord[place] = this.words;
    this.first[this.words] = first;
    this.second[this.words] = second;
    this.starts[this.words] = word.start;
    this.ends[this.words++] = word.end;
  }

  #addKinds(reading: Reading): void {
    const quotes = (reading.signs & QUOTE) !== 0;
    let count = 0;
    let denied = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < reading.words.length && count < MOST_KINDS; at++) {
      const hits = reading.starting(at);
      if (hits.length === 0) continue;
      const quoted = quotes && reading.quote(at) >= 0;
      for (const { tag } of hits) {
        if (count++ === MOST_KINDS) break;
        // Somebody else's words, or words denied: another kind altogether.
        const said = quoted ? join(kindOf(tag), QUOTED) : kindOf(tag);
        this.#add(at - denied <= DENIAL && at > denied ? join(said, DENIED) : said, KIND, GROUPS.kinds);
        if (tag === NEGATION) denied = at;
      }
    }
  }

  #addLooks(reading: Reading): void {
    const looks = reading.once(looksOf);
    for (let look = 0; look < LOOKS.length; look++)
      if ((looks & (1 << look)) !== 0) this.#add(LOOK_HASHES[look] ?? 0, WORD);
    const doublings = Math.min(LONGEST, Math.round(Math.log2(reading.words.length + 1) * 2));
    this.#add(join(LENGTH, doublings), WORD);
    if (isShouted(reading.text)) this.#add(SHOUTED, WORD);
    if ((reading.signs & DRAWING) === 0) return;
    const { text } = reading;
    for (let at = 0; at < text.length && this.count < MOST; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0xd83c && unit <= 0xd83e) this.#add(step(step(START, unit), text.charCodeAt(at + 1)), WORD);
    }
  }
}

/** Writes the folded letters of a word, and the hash of each of its beginnings; returns how many letters it has. */
const lettersOf = (text: string, start: number, end: number): number => {
  let length = 0;
  let hash = START;
  prefixes[0] = hash;
  for (let at = start; at < end && length < LONGEST_WORD; at++) {
    const code = CLASSES[text.charCodeAt(at)] ?? 0;
    if (!isLetterClass(code)) continue;
    // How long a number is says something, which one it is does not.
    const letter = Math.min(code, DIGIT_ZERO);
    letters[length++] = letter;
    hash = step(hash, letter);
    prefixes[length] = hash;
  }
  return length;
};

/** The sign that stands right after a word, 0 where a blank or another word does. */
const signAfter = (text: string, end: number): number => {
  const unit = end < text.length ? text.charCodeAt(end) : 0;
  const isSign = (unit > 32 && unit < 48) || (unit > 57 && unit < 65) || unit === 0x2026 || unit === 0xbb;
  return isSign ? unit : 0;
};

/** Another hash of the word in `letters`: two words that share this and the first are one. */
const checkOf = (length: number): number => {
  let check = length;
  for (let at = 0; at < length; at++) check = Math.imul((check << 5) ^ (check >>> 27) ^ (letters[at] ?? 0), 0x85ebca6b);
  return check;
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
