// SPDX-License-Identifier: AGPL-3.0-or-later
import { CLASSES, codesOf, DIGIT_ZERO, isLetterClass, LETTER_A } from './letters.ts';

/** What stands between two words, as bits of what was seen there. */
export const BLANK = 1;
/** May stand for any letter: `c*zzo`. */
export const MASK = 2;
/** Drawn like a letter: `c@zzo`. */
export const LEET = 4;
/** May stand between the letters of one word: `c.a.z.z.o`. */
export const JOINT = 8;
export const APOSTROPHE = 16;
export const QUOTE = 32;
export const OTHER = 64;
/** The bits that say what stands between two words. */
export const BETWEEN = 127;

/** What else is noticed of a whole text while it is cut, so that most rules need not look at it. */
export const QUESTION = 1 << 7;
/** An emoji, or another drawing. */
export const DRAWING = 1 << 8;
export const DIGIT = 1 << 9;
export const AT = 1 << 10;
export const EURO = 1 << 11;
/** A word as long as a codice fiscale. */
export const CODE_LONG = 1 << 12;
/** A link, or a mention of somebody. */
export const LINK = 1 << 13;
/** Bits from here on: words that begin as those of `hints.ts`. */
export const FIRST_HINT = 16;
/** What was not cut, such as a link, may hold anything. */
export const ANYTHING = -1;

const MASKS = '*#%_-•·●○◦■□▪×¤?☆★♥♡░▒▓█';
const JOINTS = '.-_*•·/\\|~,+=:;^†‑–—…';
const LEET_SIGNS: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '€': 'e',
  '£': 'le',
  '¢': 'c',
  '!': 'i',
  '¡': 'i',
  '|': 'il',
  '+': 't',
  '†': 't',
  '§': 's',
  '&': 'e',
  '®': 'r',
  '©': 'c',
  '°': 'o',
  '¥': 'y',
};
/** A digit may stand for itself too: `m5s`. */
const LEET_DIGITS: Readonly<Record<string, string>> = {
  0: 'o0',
  1: 'il1',
  2: 'z2',
  3: 'e3',
  4: 'a4',
  5: 's5',
  6: 'gb6',
  7: 't7',
  8: 'b8',
  9: 'g9',
};

const mark = (signs: Uint16Array, list: string, bit: number): void => {
  for (const sign of list) signs[sign.charCodeAt(0)] = ((signs[sign.charCodeAt(0)] ?? 0) & ~OTHER) | bit;
};

const buildSigns = (): Uint16Array => {
  // Filled, and not gone through one by one: that would cost the first answer more than everything else here.
  const signs = new Uint16Array(65536).fill(OTHER);
  mark(signs, ' \t\n\r\v\f\u00a0\u1680\u2028\u2029\u202f\u205f\u3000', BLANK);
  signs.fill(BLANK, 0x2000, 0x200b);
  mark(signs, MASKS, MASK);
  mark(signs, JOINTS, JOINT);
  mark(signs, Object.keys(LEET_SIGNS).join(''), LEET);
  mark(signs, "'’‘`´ʼ", APOSTROPHE);
  mark(signs, '"«»“”', QUOTE);
  mark(signs, '?', QUESTION);
  mark(signs, '@', AT);
  mark(signs, '€', EURO);
  for (let unit = 0x2600; unit < 0x27c0; unit++) signs[unit] = (signs[unit] ?? 0) | DRAWING;
  return signs;
};

/** What each UTF-16 unit is when it stands between words. */
export const SIGNS = buildSigns();

const NOTHING: readonly number[] = [];
const BY_SIGN = new Map(Object.entries(LEET_SIGNS).map(([sign, letters]) => [sign.charCodeAt(0), codesOf(letters)]));
const K = LETTER_A + 10;
const BY_CODE: readonly (readonly number[])[] = Array.from({ length: DIGIT_ZERO + 10 }, (_, code) => {
  if (code >= DIGIT_ZERO) return codesOf(LEET_DIGITS[code - DIGIT_ZERO] ?? '');
  return code === K ? codesOf('ck') : [code];
});

/** The letters that a folded letter or digit may stand for, likeliest first. */
export const choicesOfCode = (code: number): readonly number[] => BY_CODE[code] ?? NOTHING;

/** The letters that the unit at a place may stand for, likeliest first; none for a plain sign. */
export const choicesAt = (text: string, at: number): readonly number[] => {
  const unit = text.charCodeAt(at);
  const code = CLASSES[unit] ?? 0;
  return isLetterClass(code) ? choicesOfCode(code) : (BY_SIGN.get(unit) ?? NOTHING);
};
