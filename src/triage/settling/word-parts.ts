// SPDX-License-Identifier: AGPL-3.0-or-later
import { CLASSES, DIGIT_ZERO, isLetterClass } from '../letters.ts';
import { join, named, partBucket, START, step } from './hashes.ts';

/** What each says, in tenths. */
const WORD = 10;
const BEGINNING = 6;
const ENDING = 4;

/** Longer words are read to here: what is pasted must not cost more than it says. */
const LONGEST_WORD = 24;
const SHORTEST_STEMMED = 5;
const BEGINNINGS = [4, 6] as const;
const ENDINGS_READ = [3, 4] as const;
/** The most features of one word. */
export const PARTS = 2 + BEGINNINGS.length + ENDINGS_READ.length;

export const STEM = named('stem');
const BEGUN = named('beginning');
const ENDED = named('ending');

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
    into.buckets[count] = partBucket(hash);
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
  /** In tenths. */
  readonly values: Int8Array;
}

export const newParts = (): Parts => ({ buckets: new Int32Array(PARTS), values: new Int8Array(PARTS) });

const hashOfEnding = (length: number, ending: number): number => {
  let hash = ENDED;
  for (let at = length - ending; at < length; at++) hash = step(hash, letters[at] ?? 0);
  return hash;
};

/** The hash of the stem of a word. */
export const stemOf = (text: string, start: number, end: number): number =>
  join(prefixes[stemLength(lettersOf(text, start, end))] ?? 0, STEM);

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

/** What `hashWord` writes: two words that share both are one. */
export const wordHash = { first: 0, second: 0 };

/** Writes two hashes of a word, the first that of its letters as `lettersOf` has it. */
export const hashWord = (text: string, start: number, end: number): void => {
  let first = START;
  let second = 0;
  for (let at = start, length = 0; at < end && length < LONGEST_WORD; at++) {
    const code = CLASSES[text.charCodeAt(at)] ?? 0;
    if (!isLetterClass(code)) continue;
    const letter = Math.min(code, DIGIT_ZERO);
    first = step(first, letter);
    second = Math.imul((second << 5) ^ (second >>> 27) ^ letter, 0x85ebca6b);
    length++;
  }
  wordHash.first = first;
  wordHash.second = second;
};
