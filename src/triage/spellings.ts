// SPDX-License-Identifier: AGPL-3.0-or-later

/** No known word goes on like this: every letter leads back here. */
export const DEAD = 0;
/** Where every word begins. */
export const ROOT = 1;
/** A word is told by so many of its first letters. */
export const HINT_LENGTH = 4;

/**
 * The low bits of a cell are the letter that leads there, the others the base of the cell's own letters: from a state,
 * a letter leads to the cell at base + letter, if that cell bears the same letter. No two states have the same base.
 */
export const LETTER_BITS = 6;
export const LETTER_MASK = (1 << LETTER_BITS) - 1;
/** The letter of a cell that is not there; no letter of the alphabet has this number. */
export const NO_LETTER = LETTER_MASK;

/** The parts of the known words, as flat tables with a place for each state. */
export interface SpellingTables {
  readonly cells: Int32Array;
  /** The number of the word that ends there, -1 where none does. */
  readonly ends: Int32Array;
  readonly hints: Uint8Array;
  readonly count: number;
}

/** Known words as one tree of folded letters. */
export interface Spellings {
  readonly cells: Int32Array;
  /** The state that a letter leads to from a state. */
  step(state: number, code: number): number;
  /** Number of the word that ends in a state, -1 where none does. */
  wordAt(state: number): number;
  /** Number of a whole word, -1 where it is unknown. */
  find(codes: readonly number[]): number;
  /** Which of the words that were hinted at begin like this, as bits; of a word's first four letters, or of all it has. */
  hintsAt(state: number): number;
  /** How many different words there are. */
  readonly count: number;
}

export const spellingsOf = ({ cells, ends, hints, count }: SpellingTables): Spellings => {
  const step = (state: number, code: number): number => {
    const next = ((cells[state] ?? 0) >> LETTER_BITS) + code;
    return ((cells[next] ?? NO_LETTER) & LETTER_MASK) === code ? next : DEAD;
  };
  const find = (codes: readonly number[]): number => {
    let state = ROOT;
    for (let at = 0; at < codes.length; at++) state = step(state, codes[at] ?? 0);
    return ends[state] ?? -1;
  };
  return {
    cells,
    step,
    find,
    wordAt: (state) => ends[state] ?? -1,
    hintsAt: (state) => hints[state] ?? 0,
    count,
  };
};

/** No word at all. */
export const NO_SPELLINGS = spellingsOf({
  cells: new Int32Array(2).fill(NO_LETTER),
  ends: new Int32Array(2).fill(-1),
  hints: new Uint8Array(2),
  count: 0,
});
