// SPDX-License-Identifier: AGPL-3.0-or-later

/** The folded alphabet: 0 separates words, 1 separates sentences, 2–27 are a–z, 28 is the verb `è`, 29–38 are digits. */
export const ALPHABET_SIZE = 39;
export const SPACE = 0;
export const BREAK = 1;
export const LETTER_A = 2;
export const LETTER_Z = 27;
export const IS = 28;
export const DIGIT_ZERO = 29;
const SKIP = 255;
const LETTER_E = 6;

/** Letters of other scripts that are drawn like ours, in pairs. */
const LOOK_ALIKES =
  'аaеeоoрpсcуyхxіiѕsјjкkмmтtнhвbгrԁdɡgɑaαaεeοoρpτtυuνvιiκkηnχxγyωwıiłløođdħhʀrɴnᴢzᴏoᴀaᴇeɪiᴛtꜱsᴄcᴜuʟlᴍmᴘpᴅdʙbɢg';
const SENTENCE_ENDS = '.!?;:\n\r…¡¿';
const ABBREVIATIONS = new Set(['sig', 'sigg', 'dott', 'dr', 'prof', 'ing', 'avv', 'on', 'geom', 'arch', 'rag', 'don']);

const codeOfAscii = (unit: number): number | undefined => {
  if (unit >= 97 && unit <= 122) return unit - 97 + LETTER_A;
  if (unit >= 65 && unit <= 90) return unit - 65 + LETTER_A;
  if (unit >= 48 && unit <= 57) return unit - 48 + DIGIT_ZERO;
  return undefined;
};

const buildClasses = (): Uint8Array => {
  const classes = new Uint8Array(65536).fill(SPACE);
  for (let unit = 0; unit < 128; unit++) classes[unit] = codeOfAscii(unit) ?? SPACE;
  const decomposed = [
    [0xaa, 0x24f],
    [0x1e00, 0x1eff],
    [0x2100, 0x214f],
    [0x2460, 0x24ff],
    [0xff01, 0xff5e],
  ] as const;
  for (const [from, to] of decomposed)
    for (let unit = from; unit <= to; unit++) {
      const base = String.fromCharCode(unit).normalize('NFKD').charCodeAt(0);
      classes[unit] = (base < 128 ? codeOfAscii(base) : undefined) ?? SPACE;
    }
  for (let at = 0; at + 1 < LOOK_ALIKES.length; at += 2) {
    const code = codeOfAscii(LOOK_ALIKES.charCodeAt(at + 1)) ?? SPACE;
    classes[LOOK_ALIKES.charCodeAt(at)] = code;
    const upper = LOOK_ALIKES.charAt(at).toUpperCase();
    if (upper.length === 1 && upper.charCodeAt(0) > 127) classes[upper.charCodeAt(0)] = code;
  }
  for (const [from, to] of [
    [0x200b, 0x200f],
    [0x2060, 0x2064],
    [0x300, 0x36f],
    [0xfe00, 0xfe0f],
    [0x202a, 0x202e],
  ] as const)
    classes.fill(SKIP, from, to + 1);
  classes[0xad] = SKIP;
  classes[0xfeff] = SKIP;
  for (const end of SENTENCE_ENDS) classes[end.charCodeAt(0)] = BREAK;
  classes.fill(BREAK, 0x2600, 0x27c0);
  return classes;
};

const CLASSES = buildClasses();

/** A word of the text: where it lies in the original, and in which sentence. */
export interface Word {
  /** Folded codes, letters and digits only. */
  readonly codes: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

const supplementaryCode = (text: string, at: number): number => {
  const point = text.codePointAt(at) ?? 0;
  if (point < 0x1d400 || point > 0x1d7ff) return BREAK;
  const base = String.fromCodePoint(point).normalize('NFKD').charCodeAt(0);
  return codeOfAscii(base) ?? SPACE;
};

const isWordUnit = (unit: number): boolean => {
  const code = CLASSES[unit] ?? SPACE;
  return code >= LETTER_A && code !== SKIP;
};

/** The verb `è` written alone, also as `e'` or `E’`. */
const isVerb = (text: string, start: number, end: number): boolean => {
  const first = text.charCodeAt(start);
  if (first !== 101 && first !== 69) return true;
  const next = text.charCodeAt(end);
  return (next === 39 || next === 0x2019 || next === 96) && !isWordUnit(text.charCodeAt(end + 1));
};

const asciiOf = (codes: readonly number[]): string => {
  let word = '';
  for (const code of codes) word += letterOf(code);
  return word;
};

/** The character that a folded code stands for. */
export const letterOf = (code: number): string => {
  if (code === IS) return 'è';
  if (code >= DIGIT_ZERO) return String.fromCharCode(48 + code - DIGIT_ZERO);
  return code >= LETTER_A ? String.fromCharCode(97 + code - LETTER_A) : ' ';
};

/** The folded spelling of a word: lower case, without accents; the verb stays `è`. */
export const spell = (word: Word): string => asciiOf(word.codes);

const isUpper = (unit: number): boolean => unit >= 65 && unit <= 90;
const isLower = (unit: number): boolean => unit >= 97 && unit <= 122;

/**
 * Cuts a text into folded words. Case, accents, look-alike letters and invisible characters disappear; each word keeps
 * the UTF-16 offsets of what was really written. `blanks` are stretches to leave out, such as links.
 */
export const fold = (text: string, blanks: readonly (readonly [number, number])[] = []): Word[] => {
  const words: Word[] = [];
  let sentence = 0;
  let codes: number[] = [];
  let start = 0;
  let end = 0;
  let hashtag = false;
  let blank = 0;
  const close = (): void => {
    if (codes.length === 0) return;
    if (codes.length === 1 && codes[0] === LETTER_E && isVerb(text, start, end)) codes = [IS];
    words.push({ codes, start, end, sentence });
    codes = [];
  };
  for (let at = 0; at < text.length; at++) {
    const gap = blanks[blank];
    if (gap !== undefined && at >= gap[0]) {
      close();
      at = gap[1] - 1;
      blank++;
      continue;
    }
    const unit = text.charCodeAt(at);
    const wide = unit >= 0xd800 && unit <= 0xdbff;
    const code = wide ? supplementaryCode(text, at) : (CLASSES[unit] ?? SPACE);
    if (code === SKIP) continue;
    if (code >= LETTER_A) {
      if (hashtag && codes.length > 0 && isUpper(unit) && isLower(text.charCodeAt(at - 1))) close();
      if (codes.length === 0) start = at;
      codes.push(code);
      end = at + (wide ? 2 : 1);
    } else {
      if (code === BREAK && endsSentence(text, at, codes)) {
        close();
        sentence++;
      }
      close();
      hashtag = unit === 35;
    }
    if (wide) at++;
  }
  close();
  return words;
};

/** A full stop inside `s.p.a.` or after `dott.` ends nothing. */
const endsSentence = (text: string, at: number, codes: readonly number[]): boolean => {
  if (text.charCodeAt(at) !== 46) return true;
  if (isWordUnit(text.charCodeAt(at + 1))) return false;
  if (codes.length === 1 && text.charCodeAt(at - 2) === 46) return false;
  return codes.length > 4 || codes.length < 2 || !ABBREVIATIONS.has(asciiOf(codes));
};
