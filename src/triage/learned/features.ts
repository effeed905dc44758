// SPDX-License-Identifier: AGPL-3.0-or-later
import { LONGEST_WORD, type Word } from './words.ts';

// What a text is to the model: groups of three to five letters within each word, its borders among them, every word, every two
// words in a row; each falls into one of the buckets, and strangers may share one. Groups of two told held-out comments apart
// worse than none.

export const BUCKET_BITS = 15;
export const BUCKETS = 1 << BUCKET_BITS;

/** A whole word, two in a row and a mark count as so many groups of letters. */
export const WORD_COUNTS = 3;

const FEWEST_LETTERS = 3;
const MOST_LETTERS = 5;
const BORDER = 63;
const START = 0x811c9dc5 | 0;
const WORD_START = 0x2f0b4f27;
const MARK_START = 0x5bd1e995;

const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** Spreads a hash over the buckets. */
export function bucketOf(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39) >>> (32 - BUCKET_BITS);
}

/** A word's letters as one number, for words in a row. */
export function hashOf({ codes, length }: Word): number {
  let hash = WORD_START;
  for (let index = 0; index < length; index++) hash = step(hash, codes[index] ?? 0);
  return hash;
}

export const markHash = (mark: number, value: number): number => step(step(MARK_START, mark), value);
export const pairHash = (before: number, hash: number): number => step(Math.imul(before, 0x9e3779b1), hash);

/** Writes the buckets of one word's letters into `into`; returns how many. */
export function letterBuckets({ codes, length }: Word, into: Int32Array): number {
  let count = 0;
  for (let start = -1; start < length; start++) {
    let letters = START;
    for (let size = 1; size <= MOST_LETTERS && start + size <= length + 1; size++) {
      const at = start + size - 1;
      letters = step(letters, at < 0 || at === length ? BORDER : (codes[at] ?? 0));
      if (size >= FEWEST_LETTERS) into[count++] = bucketOf(letters);
    }
  }
  return count;
}

/** As many as the longest word can have. */
export const MOST_IN_A_WORD = 3 * (LONGEST_WORD + 2);
