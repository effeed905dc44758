// SPDX-License-Identifier: AGPL-3.0-or-later
import { ALPHABET_SIZE } from './letters.ts';

/** No known word goes on like this: every letter leads back here. */
export const DEAD = 0;
/** Where every word begins. */
export const ROOT = ALPHABET_SIZE;

/** Known words as one table of folded letters: from a state, `arrows[state + code]` is the next state. */
export interface Spellings {
  readonly arrows: Int32Array;
  /** Number of the word that ends in a state, -1 where none does. */
  wordAt(state: number): number;
  /** Number of a whole word, -1 where it is unknown. */
  find(codes: readonly number[]): number;
  /** How many different words there are. */
  readonly count: number;
}

const FIRST_ROOM = 1 << 12;

/** Grows a table of spellings word by word. */
export class SpellingsBuilder {
  #arrows = new Int32Array(FIRST_ROOM * ALPHABET_SIZE);
  readonly #ends: number[] = [-1, -1];
  #count = 0;

  /** The number of a word: the next one if it is new. */
  add(codes: readonly number[]): number {
    let state = ROOT;
    for (const code of codes) state = this.#arrows[state + code] || this.#grow(state + code);
    const row = state / ALPHABET_SIZE;
    if (this.#ends[row] === -1) this.#ends[row] = this.#count++;
    return this.#ends[row] ?? -1;
  }

  #grow(slot: number): number {
    const state = this.#ends.length * ALPHABET_SIZE;
    this.#ends.push(-1);
    if (state + ALPHABET_SIZE > this.#arrows.length) {
      const larger = new Int32Array(this.#arrows.length * 2);
      larger.set(this.#arrows);
      this.#arrows = larger;
    }
    this.#arrows[slot] = state;
    return state;
  }

  finish(): Spellings {
    const arrows = this.#arrows.slice(0, this.#ends.length * ALPHABET_SIZE);
    const ends = Int32Array.from(this.#ends);
    const wordAt = (state: number): number => ends[state / ALPHABET_SIZE] ?? -1;
    const find = (codes: readonly number[]): number => {
      let state = ROOT;
      for (let at = 0; at < codes.length; at++) state = arrows[state + (codes[at] ?? 0)] ?? DEAD;
      return wordAt(state);
    };
    return { arrows, wordAt, find, count: this.#count };
  }
}

/** Numbers words in the order in which they come; repeated words keep their number. */
export const buildSpellings = (words: Iterable<readonly number[]>): Spellings => {
  const builder = new SpellingsBuilder();
  for (const codes of words) builder.add(codes);
  return builder.finish();
};
