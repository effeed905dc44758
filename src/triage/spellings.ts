// SPDX-License-Identifier: AGPL-3.0-or-later
import { ALPHABET_SIZE } from './folding.ts';

/** Known words as a tree of folded letters. State 0 is the root, and no arrow leads back to it: 0 means «no such word». */
export interface Spellings {
  /** Where a letter leads from a state; 0 where no known word goes on like this. */
  step(state: number, code: number): number;
  /** Number of the word that ends in a state, -1 where none does. */
  wordAt(state: number): number;
  /** Number of a whole word, -1 where it is unknown. */
  find(codes: readonly number[]): number;
}

const FIRST_ROOM = 1 << 12;

const grown = (table: Int32Array): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(table.length * 2);
  larger.set(table);
  return larger;
};

/** Numbers words in the order in which they come; repeated words keep their number. */
export const buildSpellings = (words: readonly (readonly number[])[]): Spellings => {
  let next = new Int32Array(FIRST_ROOM * ALPHABET_SIZE);
  const ends: number[] = [-1];
  let count = 0;
  for (const codes of words) {
    let state = 0;
    for (const code of codes) {
      const slot = state * ALPHABET_SIZE + code;
      state = next[slot] ?? 0;
      if (state !== 0) continue;
      state = ends.push(-1) - 1;
      next[slot] = state;
      if ((state + 1) * ALPHABET_SIZE > next.length) next = grown(next);
    }
    if (ends[state] === -1) ends[state] = count++;
  }
  const table = next.slice(0, ends.length * ALPHABET_SIZE);
  const wordEnds = Int32Array.from(ends);
  const step = (state: number, code: number): number => table[state * ALPHABET_SIZE + code] ?? 0;
  return {
    step,
    wordAt: (state) => wordEnds[state] ?? -1,
    find: (codes) => {
      let state = 0;
      for (let at = 0; at < codes.length; at++) {
        state = step(state, codes[at] ?? 0);
        if (state === 0) return -1;
      }
      return wordEnds[state] ?? -1;
    },
  };
};
