// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIGIT_ZERO, fold, LETTER_A, LETTER_Z, spell, type Word } from './folding.ts';

/** The words that the lexicon knows; a disguise is only undone when a known word is under it. */
export interface KnownWords {
  readonly all: ReadonlySet<string>;
  /** Words that people hide behind asterisks, the likeliest first. */
  readonly masked: readonly string[];
}

const LEET: Readonly<Record<string, readonly string[]>> = {
  0: ['o'],
  1: ['i', 'l'],
  3: ['e'],
  4: ['a'],
  5: ['s'],
  7: ['t'],
  8: ['b'],
  9: ['g'],
  '@': ['a'],
  $: ['s'],
  '€': ['e'],
  '!': ['i'],
  '|': ['l', 'i'],
};
const MASK = /[a-zà-ù]+[*#%•·_](?:[a-zà-ù*#%•·_]*)|[a-zà-ù][.\-…]{2,}[a-zà-ù]+/giu;
const SYMBOL_INSIDE = /[a-zà-ù0-9]+(?:[@$€!|]+[a-zà-ù0-9]+)+/giu;
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[ .\-_*]{1,2}[\p{L}\p{N}]){2,}(?![\p{L}\p{N}])/gu;
/** A quick look for what the three patterns above could find. */
const HINT =
  /[a-z0-9][@$€!|]+[a-z0-9]|[a-z][*#%•·_]|[a-z][.\-…]{2,}[a-z]|(?<![\p{L}\p{N}])\p{L}[ .\-_*]{1,2}[\p{L}\p{N}][ .\-_*]{1,2}[\p{L}\p{N}](?![\p{L}\p{N}])/iu;
const MAX_READINGS = 16;
/** Longer runs of letters are noise, and reading them would cost time. */
const LONGEST_DISGUISE = 40;

const everyReading = (letters: readonly (readonly string[])[]): string[] => {
  let readings = [''];
  for (const choices of letters) {
    const longer = readings.flatMap((reading) => choices.map((choice) => reading + choice));
    readings = longer.slice(0, MAX_READINGS);
  }
  return readings;
};

const unleet = (word: string): string[] => everyReading([...word].map((letter) => LEET[letter] ?? [letter]));

/** `stronzooo` may hide one or two of the letter; `cazzzo` two. */
const unstretch = (word: string): string[] => {
  const runs = word.match(/(.)\1*/gu) ?? [];
  return everyReading(runs.map((run) => (run.length < 3 ? [run] : [run.charAt(0), run.slice(0, 2)])));
};

const firstKnown = (candidates: readonly string[], known: KnownWords): string | undefined =>
  candidates.find((candidate) => known.all.has(candidate));

const plain = (written: string): string => fold(written).map(spell).join('');

const unmask = (written: string, known: KnownWords): string | undefined => {
  const pattern = [...written.toLowerCase()].map((letter) => (/\p{L}/u.test(letter) ? plain(letter) : '.')).join('');
  const open = pattern.endsWith('.') && pattern.replaceAll('.', '').length >= 4;
  if (pattern.replaceAll('.', '').length < 2) return undefined;
  const visible = new RegExp(open ? `^${pattern.replace(/\.+$/, '')}` : `^${pattern}$`);
  return known.masked.find((word) => visible.test(word));
};

interface Disguise {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly string[];
}

/** Letters one by one: the word may be followed or preceded by a one-letter word, as in `o d i o i`. */
const readSpaced = (written: string, start: number, known: KnownWords): Disguise | undefined => {
  const letters = fold(written.replace(/[.\-_*]/g, ' '));
  const joined = letters.map(spell).join('').replaceAll('è', 'e');
  for (const [from, to] of [
    [0, 0],
    [0, 1],
    [1, 0],
  ] as const) {
    const part = joined.slice(from, joined.length - to);
    const word = part.length < 3 ? undefined : firstKnown([part, ...unleet(part)], known);
    const first = letters[from];
    const last = letters[letters.length - 1 - to];
    if (word !== undefined && first !== undefined && last !== undefined)
      return { start: start + first.start, end: start + last.end, readings: [word] };
  }
  return undefined;
};

const inText = (text: string, known: KnownWords): Disguise[] => {
  const found: Disguise[] = [];
  for (const match of text.matchAll(SPACED)) {
    const spaced = readSpaced(match[0], match.index, known);
    if (spaced !== undefined) found.push(spaced);
  }
  for (const match of text.matchAll(SYMBOL_INSIDE))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      readings: unleet(match[0].toLowerCase()).map(plain),
    });
  for (const match of text.matchAll(MASK)) {
    const word = unmask(match[0], known);
    if (word !== undefined) found.push({ start: match.index, end: match.index + match[0].length, readings: [word] });
  }
  return found;
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

const ofWord = (word: Word, known: KnownWords): string | undefined => {
  if (word.codes.length > LONGEST_DISGUISE || !isStretchedOrLeet(word.codes)) return undefined;
  const spelling = spell(word);
  if (known.all.has(spelling)) return undefined;
  return firstKnown(
    unleet(spelling).flatMap((reading) => [reading, ...unstretch(reading)]),
    known,
  );
};

const codesOf = (spelling: string): number[] =>
  [...spelling].map((letter) => (letter >= 'a' ? letter.charCodeAt(0) - 97 + LETTER_A : Number(letter) + DIGIT_ZERO));

/** The same words with leetspeak, stretched, masked and spaced spellings read as the word beneath; offsets stay. */
export const undisguise = (text: string, words: readonly Word[], known: KnownWords): readonly Word[] => {
  const read = words.map((word) => {
    const reading = ofWord(word, known);
    return reading === undefined ? word : { ...word, codes: codesOf(reading) };
  });
  if (!HINT.test(text)) return read;
  for (const disguise of inText(text, known)) {
    const reading = firstKnown(disguise.readings, known);
    if (reading === undefined) continue;
    const from = read.findIndex((word) => word.end > disguise.start);
    const covered = read.filter((word) => word.end > disguise.start && word.start < disguise.end);
    const first = covered[0];
    if (from < 0 || first === undefined) continue;
    const { start, end } = disguise;
    read.splice(from, covered.length, { codes: codesOf(reading), start, end, sentence: first.sentence });
  }
  return read;
};
