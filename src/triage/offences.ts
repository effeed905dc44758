// SPDX-License-Identifier: AGPL-3.0-or-later
import { codesOf, LETTER_A, LETTER_Z } from './letters.ts';
import { DEAD, ROOT, type Spellings, type SpellingTables, spellingsOf } from './spellings.ts';

const LETTERS = Array.from({ length: LETTER_Z - LETTER_A + 1 }, (_, place) => LETTER_A + place);

/** Words that people write in disguise, as flat tables. */
export interface OffenceTables {
  readonly spellings: SpellingTables;
  /** By their number, folded, the likeliest first. */
  readonly words: readonly string[];
  readonly usual: number;
}

/** Words that people write in disguise, numbered from the likeliest. */
export interface Offences {
  readonly spellings: Spellings;
  /** Those below this number are so usual in disguise that two letters betray them. */
  readonly usual: number;
  codes(word: number): readonly number[];
  /** The likeliest word that goes through a state, -1 where none does. */
  likeliest(state: number): number;
  /** The states that single letters lead to from a state, in the order of the letters. */
  next(state: number): readonly number[];
}

export const offencesOf = (tables: OffenceTables): Offences => {
  const spellings = spellingsOf(tables.spellings);
  const codes = tables.words.map(codesOf);
  const best = new Int32Array(spellings.cells.length).fill(-1);
  for (const [word, letters] of codes.entries()) {
    let state = ROOT;
    for (const code of letters) {
      state = spellings.step(state, code);
      if (best[state] === -1) best[state] = word;
    }
  }
  const nexts = new Array<readonly number[] | undefined>(spellings.cells.length).fill(undefined);
  const next = (state: number): readonly number[] => {
    const known = nexts[state] ?? LETTERS.map((code) => spellings.step(state, code)).filter((to) => to !== DEAD);
    nexts[state] = known;
    return known;
  };
  return {
    spellings,
    next,
    usual: tables.usual,
    codes: (word) => codes[word] ?? [],
    likeliest: (state) => best[state] ?? -1,
  };
};
