// SPDX-License-Identifier: AGPL-3.0-or-later

/** Ten words thrown at those who read, each written in ten ways to pass a filter. */
export interface Disguised {
  readonly way: string;
  readonly text: string;
  /** The word as it stands in the text. */
  readonly written: string;
}

const WORDS: readonly (readonly [article: string, word: string])[] = [
  ['degli', 'stronzi'],
  ['degli', 'idioti'],
  ['dei', 'bastardi'],
  ['dei', 'coglioni'],
  ['degli', 'imbecilli'],
  ['dei', 'deficienti'],
  ['dei', 'cretini'],
  ['delle', 'merde'],
  ['dei', 'ladri'],
  ['dei', 'parassiti'],
];

const LEET: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '5' };
/** Cyrillic letters drawn like ours. */
const LOOK_ALIKE: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', i: 'і' };
const ZERO_WIDTH = '\u200b';
const VOWEL = /(?<=[a-z])[aeiou]/;

const swapped =
  (letters: Readonly<Record<string, string>>) =>
  (word: string): string =>
    [...word].map((letter) => letters[letter] ?? letter).join('');

const WAYS: Readonly<Record<string, (word: string) => string>> = {
  plain: (word) => word,
  'upper case': (word) => word.toUpperCase(),
  leet: swapped(LEET),
  masked: (word) => word.replace(VOWEL, '*'),
  spaced: (word) => [...word].join(' '),
  dotted: (word) => [...word].join('.'),
  stretched: (word) => word.replace(VOWEL, (vowel) => vowel.repeat(4)),
  homoglyph: swapped(LOOK_ALIKE),
  'zero width': (word) => [...word].join(ZERO_WIDTH),
  hashtag: (word) => `#${word}`,
};

export const BATTERY: readonly Disguised[] = Object.entries(WAYS).flatMap(([way, write]) =>
  WORDS.map(([article, word]) => ({ way, text: `siete ${article} ${write(word)}, fate pena`, written: write(word) })),
);
