// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Signal, VOCABULARY } from '#policy';
import { CLASSES, isLetterClass } from '../letters.ts';
import type { Tag } from '../lexicon/entry.ts';
import type { Reading } from '../reading.ts';
import { LOOKS, looksOf } from '../rules/clues.ts';
import { DRAWING, QUOTE } from '../signs.ts';

// What a text is to the fitted weights: its words and their stems, two stems in a row, kinds of words and which follows which,
// its looks and length, and how strongly each rule spoke. Each falls into one of the buckets; strangers may share one.

export const BUCKET_BITS = 16;
export const BUCKETS = 1 << BUCKET_BITS;

const WORD = 1;
const STEMS = 0.7;
const KIND = 1.5;
const FOLLOWS = 0.7;
const RULE = 2;

/** Longer words are read to here, and longer texts to so many features: what is pasted must not cost more than it says. */
const LONGEST_WORD = 24;
const MOST = 4096;
const MOST_KINDS = 1024;
/** How many words on the next kind may stand. */
const REACH = 3;
const LONGEST = 12;
const SHORTEST_STEMMED = 5;

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

/** The features of one text at a time, each bucket once, with what it counts. */
export class Features {
  readonly buckets = new Int32Array(MOST);
  readonly values = new Float32Array(MOST);
  count = 0;
  readonly #seen = new Int32Array(BUCKETS);
  readonly #kinds = new Int32Array(MOST_KINDS);
  readonly #places = new Int32Array(MOST_KINDS);
  #text = 0;

  /** Reads a text with what the rules said of it. Afterwards `buckets`, `values` and `count` are its own until the next. */
  read(reading: Reading, signals: readonly Signal[]): void {
    this.count = 0;
    this.#text += 1;
    this.#addWords(reading);
    this.#addKinds(reading);
    this.#addLooks(reading);
    // A body's own categories say nothing here: the same text weighs the same for every body.
    for (const { category, strength } of signals) if (COMMON.has(category)) this.#add(ruleOf(category, strength), RULE);
  }

  /** Keeps long texts from shouting. */
  get norm(): number {
    let sum = 0;
    for (let at = 0; at < this.count; at++) sum += (this.values[at] ?? 0) ** 2;
    return sum === 0 ? 1 : 1 / Math.sqrt(sum);
  }

  #add(hash: number, value: number): void {
    const bucket = bucketOf(hash);
    if (this.#seen[bucket] === this.#text || this.count === MOST) return;
    this.#seen[bucket] = this.#text;
    this.buckets[this.count] = bucket;
    this.values[this.count++] = value;
  }

  #addWords({ text, words }: Reading): void {
    let before = 0;
    let earlier = 0;
    for (let at = 0; at < words.length && this.count < MOST; at++) {
      const word = words[at];
      if (word === undefined) continue;
      const length = lettersOf(text, word.start, word.end);
      const stem = join(prefixes[stemLength(length)] ?? 0, STEM);
      this.#add(prefixes[length] ?? 0, WORD);
      this.#add(stem, WORD);
      if (before !== 0) this.#add(join(before, stem), WORD);
      if (earlier !== 0) this.#add(join(join(earlier, STEM), stem), STEMS);
      earlier = before;
      before = stem;
    }
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
        if (count === MOST_KINDS) break;
        // Somebody else's words, or words denied: another kind altogether.
        const said = quoted ? join(kindOf(tag), QUOTED) : kindOf(tag);
        const kind = at - denied <= DENIAL && at > denied ? join(said, DENIED) : said;
        if (tag === NEGATION) denied = at;
        this.#kinds[count] = kind;
        this.#places[count++] = at;
        this.#add(kind, KIND);
      }
    }
    for (let one = 0; one < count && this.count < MOST; one++) {
      const kind = this.#kinds[one] ?? 0;
      const reach = (this.#places[one] ?? 0) + REACH;
      for (let other = one + 1; other < count && (this.#places[other] ?? 0) <= reach; other++)
        if (this.#places[other] !== this.#places[one]) this.#add(join(kind, this.#kinds[other] ?? 0), FOLLOWS);
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
    letters[length++] = code;
    hash = step(hash, code);
    prefixes[length] = hash;
  }
  return length;
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
