// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from './folding.ts';
import { ROOT, type Spellings, SpellingsBuilder } from './spellings.ts';

/** Words that people write in disguise, numbered from the likeliest. */
export interface Offences {
  readonly spellings: Spellings;
  /** Those below this number are so usual in disguise that two letters betray them. */
  readonly usual: number;
  codes(word: number): readonly number[];
  /** The likeliest word that goes through a state, -1 where none does. */
  likeliest(state: number): number;
}

/** Single words, the likeliest first; repeated ones count once. The first `usual` are the usual ones. */
export const buildOffences = (words: readonly string[], usual: number): Offences => {
  const distinct = [...new Set(words)];
  const codes = distinct.map((word) => fold(word)[0]?.codes ?? []);
  const builder = new SpellingsBuilder();
  for (const each of codes) builder.add(each);
  const spellings = builder.finish();
  const best = new Int32Array(spellings.arrows.length).fill(-1);
  codes.forEach((each, word) => {
    let state = ROOT;
    for (const code of each) {
      state = spellings.arrows[state + code] ?? 0;
      if (best[state] === -1) best[state] = word;
    }
  });
  return {
    spellings,
    usual: Math.min(usual, distinct.length),
    codes: (word) => codes[word] ?? [],
    likeliest: (state) => best[state] ?? -1,
  };
};
