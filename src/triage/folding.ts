// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  BREAK,
  CLASSES,
  classOfWide,
  DIGIT_ZERO,
  IS,
  isLetterAt,
  LETTER_A,
  letterOf,
  SKIP,
  WIDE,
  widthAt,
} from './letters.ts';
import {
  ANYTHING,
  BETWEEN,
  BLANK,
  CODE_LONG,
  DIGIT,
  DRAWING,
  FIRST_HINT,
  JOINT,
  LEET,
  MASK,
  OTHER,
  SIGNS,
} from './signs.ts';
import {
  DEAD,
  HINT_LENGTH,
  LETTER_BITS,
  LETTER_MASK,
  NO_LETTER,
  NO_SPELLINGS,
  ROOT,
  type Spellings,
} from './spellings.ts';
import { isVerb, LETTER_E, lettersIn } from './written-letters.ts';

const LETTER_K = LETTER_A + 10;
/** What a word is made of, as bits. */
const LETTERS = 1;
const DIGITS = 2;
const STRETCHED = 4;
const WITH_K = 8;
/** Vowels that end no Italian word doubled: `stronzoo`, but `zii`. */
const DOUBLED = new Set([LETTER_A, LETTER_E, LETTER_A + 14, LETTER_A + 20]);
const ABBREVIATIONS = new Set(['sig', 'sigg', 'dott', 'dr', 'prof', 'ing', 'avv', 'on', 'geom', 'arch', 'rag', 'don']);
const LONGEST_ABBREVIATION = 4;
const FULL_STOP = 46;
const HASH = 35;
/** Of a codice fiscale. */
const CODE_LENGTH = 16;
/** As many one-letter words in a row may be one word in letters. */
const SPELT_OUT = 3;

/** A word of the text: where it lies in the original, and in which sentence. */
export interface Word {
  /** Folded codes, letters and digits only. */
  readonly codes: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  /** Its number among the known spellings that it was looked up in; -1 where it is unknown there. */
  readonly number: number;
  readonly among: Spellings;
  /** What stands between it and the word before, as bits of `signs.ts`; 0 at the beginning. */
  readonly gap: number;
  /** How many letters and digits it has. */
  readonly length: number;
  /** Stretched, or letters and digits together: it may hide another word. */
  readonly odd: boolean;
}

/** Words cut from a text; `disguised` where some of them may be other words in disguise. */
export interface Cut {
  readonly words: Word[];
  readonly disguised: boolean;
  /** What was seen, as bits of `signs.ts`. */
  readonly signs: number;
}

/** A word as it is written: its letters are folded again only for the few who ask. */
class WrittenWord implements Word {
  sentence = 0;
  number = -1;
  gap = 0;
  length = 0;
  odd = false;
  readonly start: number;
  readonly among: Spellings;
  readonly #text: string;
  end: number;

  constructor(text: string, start: number, among: Spellings) {
    this.#text = text;
    this.start = start;
    this.end = start;
    this.among = among;
  }

  get codes(): readonly number[] {
    return lettersIn(this.#text, this.start, this.end);
  }
}

/** The folded spelling of a word: lower case, without accents; the verb stays `è`. */
export const spell = ({ codes }: Word): string => {
  let spelling = '';
  for (const code of codes) spelling += letterOf(code);
  return spelling;
};

const isUpper = (unit: number): boolean => unit >= 65 && unit <= 90;
const isLower = (unit: number): boolean => unit >= 97 && unit <= 122;

/** A full stop inside `s.p.a.` or after `dott.` ends nothing. */
const endsSentence = (text: string, at: number, word: Word | undefined): boolean => {
  if (text.charCodeAt(at) !== FULL_STOP) return true;
  if (isLetterAt(text, at + 1)) return false;
  if (word === undefined || word.end !== at) return true;
  if (word.length === 1 && text.charCodeAt(at - 2) === FULL_STOP) return false;
  return word.length > LONGEST_ABBREVIATION || word.length < 2 || !ABBREVIATIONS.has(spell(word));
};

/** Cuts one text, gap by gap and word by word; every character is looked at once. */
class Cutter {
  readonly words: Word[] = [];
  disguised = false;
  signs = 0;
  readonly #text: string;
  readonly #known: Spellings;
  readonly #verb: number;
  #at = 0;
  /** Where the piece in hand ends: at the text's end, or at a blank. */
  #limit = 0;
  #sentence = 0;
  #gap = 0;
  /** True where the last sign may be a letter, or hide one. */
  #touching = false;
  #hashtag = false;
  #ended = false;
  #singles = 0;
  /** Where the word before leads if it is the beginning of a known one. */
  #begun = DEAD;

  constructor(text: string, known: Spellings) {
    this.#text = text;
    this.#known = known;
    this.#verb = known.find([IS]);
  }

  cut(blanks: readonly (readonly [number, number])[]): void {
    if (blanks.length > 0) this.signs = ANYTHING;
    for (const [from, to] of blanks) {
      this.#piece(from);
      this.#gap |= BLANK;
      this.#touching = false;
      this.#hashtag = false;
      this.#at = Math.max(this.#at, to);
    }
    this.#piece(this.#text.length);
  }

  #piece(limit: number): void {
    this.#limit = limit;
    while (this.#at < limit) {
      this.#between();
      if (this.#at < limit) this.#word();
    }
  }

  /** Goes to the next letter. */
  #between(): void {
    const text = this.#text;
    let at = this.#at;
    for (; at < this.#limit; at++) {
      const unit = text.charCodeAt(at);
      let code = CLASSES[unit] ?? SKIP;
      let sign = SIGNS[unit] ?? OTHER;
      if (code === WIDE) {
        code = classOfWide(text, at);
        sign = MASK | DRAWING;
      }
      if (code >= LETTER_A && code < WIDE) break;
      if (code === SKIP) {
        if (unit >= 0xd800 && unit < 0xe000) at += widthAt(text, at) - 1;
        continue;
      }
      if (code === BREAK && !this.#ended) this.#ended = endsSentence(text, at, this.words.at(-1));
      // What ends a sentence or begins a hashtag says nothing of the word it touches.
      const telling = code !== BREAK && (sign & (MASK | LEET)) !== 0;
      if (telling && (this.#gap & BLANK) === 0 && this.words.length > 0) this.disguised = true;
      this.signs |= sign;
      this.#gap |= sign & BETWEEN;
      this.#hashtag = unit === HASH;
      this.#touching = telling && !this.#hashtag;
      if (unit >= 0xd800 && unit < 0xe000) at += widthAt(text, at) - 1;
    }
    this.#at = at;
  }

  #word(): void {
    const text = this.#text;
    const { cells } = this.#known;
    const word = new WrittenWord(text, this.#at, this.#known);
    let state = ROOT;
    let base = (cells[ROOT] ?? 0) >> LETTER_BITS;
    let last = -1;
    let run = 0;
    let kinds = 0;
    let length = 0;
    let at = this.#at;
    let end = at;
    let begun = DEAD;
    const limit = this.#limit;
    const hashtag = this.#hashtag;
    for (; at < limit; at++) {
      const unit = text.charCodeAt(at);
      let code = CLASSES[unit] ?? SKIP;
      let width = 1;
      if (code >= WIDE) {
        if (code === WIDE) {
          code = classOfWide(text, at);
          width = widthAt(text, at);
        }
        if (code === SKIP) {
          at += width - 1;
          continue;
        }
      }
      if (code < LETTER_A) break;
      if (hashtag && length > 0 && isUpper(unit) && isLower(text.charCodeAt(at - 1))) break;
      // As `step`, by hand: no line of the engine runs more often.
      const cell = cells[base + code] ?? NO_LETTER;
      const known = (cell & LETTER_MASK) === code;
      state = known ? base + code : DEAD;
      base = known ? cell >> LETTER_BITS : 0;
      run = code === last ? run + 1 : 0;
      kinds |= code >= DIGIT_ZERO ? DIGITS : run > 1 ? STRETCHED : code === LETTER_K ? WITH_K : LETTERS;
      last = code;
      if (++length === HINT_LENGTH) begun = state;
      at += width - 1;
      end = at + 1;
    }
    this.#at = at;
    word.end = end;
    word.length = length;
    word.number = this.#known.wordAt(state);
    this.signs |= this.#known.hintsAt(length < HINT_LENGTH ? state : begun) << FIRST_HINT;
    if ((kinds & DIGITS) !== 0) this.signs |= DIGIT;
    if (end - word.start === CODE_LENGTH) this.signs |= CODE_LONG;
    if (last === LETTER_E && length === 1 && isVerb(text, word.start, word.end)) word.number = this.#verb;
    if (hashtag && word.number < 0) this.disguised = true;
    const isBegun = word.number < 0 && length > 1;
    if (isBegun && this.#begun !== DEAD && this.#gap === BLANK) this.disguised = true;
    this.#begun = isBegun ? state : DEAD;
    if (run === 1 && length > 3 && DOUBLED.has(last)) kinds |= STRETCHED;
    word.odd = word.number < 0 && isOdd(kinds, length, text.charCodeAt(word.start));
    this.#place(word);
  }

  #place(word: WrittenWord): void {
    if (this.#ended && this.words.length > 0) this.#sentence++;
    this.#ended = false;
    word.sentence = this.#sentence;
    word.gap = this.words.length === 0 ? 0 : this.#gap;
    this.#singles = word.length === 1 ? this.#singles + 1 : 0;
    if (word.odd || this.#touching || this.#singles >= SPELT_OUT || isTight(word.gap)) this.disguised = true;
    this.#gap = 0;
    this.#touching = false;
    this.words.push(word);
  }
}

/** Stretched, with k for c, or letters and digits together, unless it is a figure and a letter such as `5G`. */
const isOdd = (kinds: number, length: number, first: number): boolean =>
  (kinds & (STRETCHED | WITH_K)) !== 0 || (kinds === (LETTERS | DIGITS) && (length > 2 || first < 48 || first > 57));

/** Whether two words touch through signs of which disguises are made. */
export const isTight = (gap: number): boolean => (gap & BLANK) === 0 && (gap & (MASK | LEET | JOINT)) !== 0;

/**
 * Cuts a text into folded words and looks each up. Case, accents, look-alike letters and invisible characters disappear;
 * each word keeps the UTF-16 offsets of what was really written. `blanks` are stretches to leave out, such as links, in
 * order.
 */
export const cut = (text: string, known: Spellings, blanks: readonly (readonly [number, number])[] = []): Cut => {
  const cutter = new Cutter(text, known);
  cutter.cut(blanks);
  return cutter;
};

/** The folded words of a text that need not be known. */
export const fold = (text: string, blanks: readonly (readonly [number, number])[] = []): Word[] =>
  cut(text, NO_SPELLINGS, blanks).words;
