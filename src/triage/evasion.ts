// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIGIT_ZERO, fold, LETTER_A, LETTER_Z, spell, type Word } from './folding.ts';
import type { Spellings } from './spellings.ts';

/** The words that the lexicon knows; a disguise is only undone when a known word is under it. */
export interface KnownWords {
  readonly all: Spellings;
  /** Words that people hide behind asterisks, the likeliest first. */
  readonly masked: readonly string[];
}

const LEET: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'il',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  9: 'g',
  '@': 'a',
  $: 's',
  '€': 'e',
  '!': 'i',
  '|': 'li',
};
const MASK = /[a-zà-ù]+[*#%•·_](?:[a-zà-ù*#%•·_]*)|[a-zà-ù][.\-…]{2,}[a-zà-ù]+/giu;
const SYMBOL_INSIDE = /[a-zà-ù0-9]+(?:[@$€!|]+[a-zà-ù0-9]+)+/giu;
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[ .\-_*]{1,2}[\p{L}\p{N}]){2,}(?![\p{L}\p{N}])/gu;
/** A quick look for what the three patterns above could find. */
const HINT =
  /[a-z0-9][@$€!|]+[a-z0-9]|[a-z][*#%•·_]|[a-z][.\-…]{2,}[a-z]|(?<![\p{L}\p{N}])\p{L}[ .\-_*]{1,2}[\p{L}\p{N}][ .\-_*]{1,2}[\p{L}\p{N}](?![\p{L}\p{N}])/iu;
/** Longer runs of letters are noise, and reading them would cost time. */
const LONGEST_DISGUISE = 40;

const codesOf = (spelling: string): number[] =>
  [...spelling].map((letter) => (letter >= 'a' ? letter.charCodeAt(0) - 97 + LETTER_A : Number(letter) + DIGIT_ZERO));

/** A letter stands for itself, and so does a digit that looks like no letter. */
const SIGN_CODES: ReadonlyMap<string, readonly number[]> = new Map([
  ...Array.from('abcdefghijklmnopqrstuvwxyz26', (sign): [string, number[]] => [sign, codesOf(sign)]),
  ...Object.entries(LEET).map(([sign, letters]): [string, number[]] => [sign, codesOf(letters)]),
]);

/** What each sign may stand for: folded letters, likeliest first; nothing where it stands for none. */
const choicesOf = (spelling: string): (readonly number[])[] =>
  Array.from(spelling, (sign) => SIGN_CODES.get(sign) ?? []);

/** Longest run of one letter from a place; `stronzooo` may hide one or two of it, `cazzzo` two. */
const runFrom = (choices: readonly (readonly number[])[], at: number, code: number): number => {
  let end = at;
  while (choices[end]?.includes(code)) end++;
  return end - at;
};

/** The known word beneath the signs: only beginnings of known words are followed. */
const wordBeneath = (choices: readonly (readonly number[])[], { all }: KnownWords): number[] | undefined => {
  const walk = (at: number, state: number): number[] | undefined => {
    if (at === choices.length) return all.wordAt(state) >= 0 ? [] : undefined;
    for (const code of choices[at] ?? []) {
      const run = runFrom(choices, at, code);
      const one = all.step(state, code);
      if (one === 0) continue;
      const two = run > 2 ? all.step(one, code) : 0;
      const rest = walk(run > 2 ? at + run : at + 1, one);
      if (rest !== undefined) return [code, ...rest];
      const longer = two === 0 ? undefined : walk(at + run, two);
      if (longer !== undefined) return [code, code, ...longer];
    }
    return undefined;
  };
  return choices.length > LONGEST_DISGUISE ? undefined : walk(0, 0);
};

const bare = (letter: string): string => letter.normalize('NFD').charAt(0);

const isLetter = (letter: string): boolean => /\p{L}/u.test(letter);

/** `vaff*****` may go on in any way; `c***o` has as many letters as signs. */
const unmask = (written: string, { masked }: KnownWords): number[] | undefined => {
  const signs = Array.from(written.toLowerCase(), bare);
  const seen = signs.filter(isLetter).length;
  if (seen < 2 || signs.length > LONGEST_DISGUISE) return undefined;
  const open = seen >= 4 && !isLetter(signs.at(-1) ?? '');
  const word = masked.find(
    (one) =>
      (open ? one.length >= signs.findLastIndex(isLetter) + 1 : one.length === signs.length) &&
      signs.every((sign, at) => !isLetter(sign) || sign === one[at]),
  );
  return word === undefined ? undefined : codesOf(word);
};

interface Disguise {
  readonly start: number;
  readonly end: number;
  readonly codes: readonly number[];
}

/** Letters one by one: the word may be followed or preceded by a one-letter word, as in `o d i o i`. */
const readSpaced = (written: string, start: number, known: KnownWords): Disguise | undefined => {
  if (written.length > 3 * LONGEST_DISGUISE) return undefined;
  const letters = fold(written.replace(/[.\-_*]/g, ' '));
  const joined = letters.map(spell).join('').replaceAll('è', 'e');
  for (const [from, to] of [
    [0, 0],
    [0, 1],
    [1, 0],
  ] as const) {
    const part = joined.slice(from, joined.length - to);
    const codes = part.length < 3 ? undefined : wordBeneath(choicesOf(part), known);
    const first = letters[from];
    const last = letters[letters.length - 1 - to];
    if (codes !== undefined && first !== undefined && last !== undefined)
      return { start: start + first.start, end: start + last.end, codes };
  }
  return undefined;
};

/** Disguises that cross or replace the words of a text, in the order in which they begin. */
const inText = (text: string, known: KnownWords): Disguise[] => {
  const found: Disguise[] = [];
  const note = (match: RegExpExecArray, codes: readonly number[] | undefined): void => {
    if (codes !== undefined) found.push({ start: match.index, end: match.index + match[0].length, codes });
  };
  for (const match of text.matchAll(SPACED)) {
    const spaced = readSpaced(match[0], match.index, known);
    if (spaced !== undefined) found.push(spaced);
  }
  for (const match of text.matchAll(SYMBOL_INSIDE))
    if (match[0].length <= LONGEST_DISGUISE)
      note(match, wordBeneath(choicesOf(Array.from(match[0].toLowerCase(), bare).join('')), known));
  for (const match of text.matchAll(MASK)) note(match, unmask(match[0], known));
  return found.sort((one, other) => one.start - other.start);
};

const isStretchedOrLeet = (codes: readonly number[]): boolean => {
  let letters = 0;
  let run = 1;
  let stretched = false;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    if (code >= LETTER_A && code <= LETTER_Z) letters++;
    run = at > 0 && code === codes[at - 1] ? run + 1 : 1;
    if (run > 2 && code < DIGIT_ZERO) stretched = true;
  }
  return stretched || (letters > 0 && letters < codes.length && (codes.length > 2 || (codes[0] ?? 0) < DIGIT_ZERO));
};

const ofWord = (word: Word, known: KnownWords): readonly number[] | undefined => {
  if (word.codes.length > LONGEST_DISGUISE || !isStretchedOrLeet(word.codes)) return undefined;
  return known.all.find(word.codes) >= 0 ? undefined : wordBeneath(choicesOf(spell(word)), known);
};

/** Each disguise takes the place of the words it covers; of two that overlap, the first. */
const replaced = (words: readonly Word[], disguises: readonly Disguise[]): Word[] => {
  const read: Word[] = [];
  let at = 0;
  for (const { start, end, codes } of disguises) {
    for (let word = words[at]; word !== undefined && word.end <= start; word = words[at]) {
      read.push(word);
      at++;
    }
    const sentence = words[at]?.sentence;
    const first = at;
    while ((words[at]?.start ?? end) < end) at++;
    if (at > first && sentence !== undefined) read.push({ codes, start, end, sentence });
  }
  return [...read, ...words.slice(at)];
};

/** The same words with leetspeak, stretched, masked and spaced spellings read as the word beneath; offsets stay. */
export const undisguise = (text: string, words: readonly Word[], known: KnownWords): readonly Word[] => {
  const read = words.map((word) => {
    const codes = ofWord(word, known);
    return codes === undefined ? word : { ...word, codes };
  });
  return HINT.test(text) ? replaced(read, inText(text, known)) : read;
};
