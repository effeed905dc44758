// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * The folded alphabet, and what every UTF-16 unit is in it. 0 separates words, 1 separates sentences, 2–27 are a–z, 28 is
 * the verb `è`, 29–38 are digits; the two last classes are no letters of it.
 */
export const ALPHABET_SIZE = 39;
export const SPACE = 0;
export const BREAK = 1;
export const LETTER_A = 2;
export const LETTER_Z = 27;
export const IS = 28;
export const DIGIT_ZERO = 29;
/** Half of a character of two units. */
export const WIDE = 254;
/** Invisible: a word goes on through it. */
export const SKIP = 255;

/** Letters of other scripts that are drawn like ours, in pairs; a capital is often drawn like another letter. */
const LOOK_ALIKES =
  'аaеeоoрpсcуyхxіiѕsјjкkмmтtвbгrԁdɡgһhԛqԝwѵvӏlпnзzьbюuցgոnսuօoհhαaεeοoρpτtυuνvιiκkηnχxγyωwζzσołløođdħhıiʀrɴnᴢzʒzᴏoᴀaᴇeɪiᴛtꜱsᴄcᴜuʟlᴍmᴘpᴅdʙbɢgᴋkᴠvᴡwɑaɐaǝeɔcʇtɹrɯmʌv';
const CAPITAL_LOOK_ALIKES =
  'АAЕEОOРPСCУYХXІIЅSЈJКKМMТTВBНHЗZԌGԚQԜWѴVӀIՕOՍUΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXΣSЯRИNŁLØOĐDĦHƖIЀE';
const SENTENCE_ENDS = '.!?;:\n\r…¡¿';
const INVISIBLE = [
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x20d0, 0x20ff],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
] as const;
/** Blocks whose characters are ours once accents, circles and widths are taken away. */
const DECOMPOSED = [
  [0xaa, 0x24f],
  [0x1d2c, 0x1d6a],
  [0x1e00, 0x1eff],
  [0x2070, 0x209c],
  [0x2100, 0x214f],
  [0x2460, 0x24ff],
  [0xff01, 0xff5e],
] as const;

const codeOfAscii = (unit: number): number => {
  if (unit >= 97 && unit <= 122) return unit - 97 + LETTER_A;
  if (unit >= 65 && unit <= 90) return unit - 65 + LETTER_A;
  return unit >= 48 && unit <= 57 ? unit - 48 + DIGIT_ZERO : SPACE;
};

const codeOfBase = (character: string): number => codeOfAscii(character.normalize('NFKD').charCodeAt(0));

const pairs = (list: string): [sign: number, code: number][] =>
  Array.from({ length: list.length / 2 }, (_, pair) => [
    list.charCodeAt(2 * pair),
    codeOfAscii(list.charCodeAt(2 * pair + 1)),
  ]);

const buildClasses = (): Uint8Array => {
  const classes = new Uint8Array(65536).fill(SPACE);
  for (let unit = 0; unit < 128; unit++) classes[unit] = codeOfAscii(unit);
  for (const [from, to] of DECOMPOSED)
    for (let unit = from; unit <= to; unit++) classes[unit] = codeOfBase(String.fromCharCode(unit));
  for (const [sign, code] of pairs(LOOK_ALIKES + CAPITAL_LOOK_ALIKES)) classes[sign] = code;
  for (const [from, to] of INVISIBLE) classes.fill(SKIP, from, to + 1);
  for (const end of SENTENCE_ENDS) classes[end.charCodeAt(0)] = BREAK;
  classes.fill(BREAK, 0x2600, 0x27c0);
  classes.fill(WIDE, 0xd800, 0xe000);
  return classes;
};

/** The class of each UTF-16 unit. */
export const CLASSES = buildClasses();

const STYLED_FROM = 0x1d400;
const STYLED_TO = 0x1d7ff;

/** Bold, script and other styled letters, by their distance from the first. */
const STYLED = Uint8Array.from({ length: STYLED_TO - STYLED_FROM + 1 }, (_, place) =>
  codeOfBase(String.fromCodePoint(STYLED_FROM + place)),
);

/** Letters in squares and circles of the supplementary plane: three alphabets that begin at these characters. */
const FRAMED = [0x1f130, 0x1f150, 0x1f170];
const ALPHABET = 26;

/** The class of a character of two units; a unit that stands alone separates sentences, as an emoji does. */
export const classOfWide = (text: string, at: number): number => {
  const point = text.codePointAt(at) ?? 0;
  if (point >= STYLED_FROM && point <= STYLED_TO) return STYLED[point - STYLED_FROM] ?? SPACE;
  const frame = FRAMED.find((first) => point >= first && point < first + ALPHABET);
  if (frame !== undefined) return point - frame + LETTER_A;
  return point >= 0xe0000 && point <= 0xe0fff ? SKIP : BREAK;
};

/** How many units the character at a place has. */
export const widthAt = (text: string, at: number): 1 | 2 => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

export const isLetterClass = (code: number): boolean => code >= LETTER_A && code < ALPHABET_SIZE;

/** Whether a word may begin, or go on, at a place. */
export const isLetterAt = (text: string, at: number): boolean => {
  const code = at < text.length ? (CLASSES[text.charCodeAt(at)] ?? SPACE) : SPACE;
  return isLetterClass(code === WIDE ? classOfWide(text, at) : code);
};

/** The character that a folded code stands for. */
export const letterOf = (code: number): string => {
  if (code === IS) return 'è';
  if (code >= DIGIT_ZERO) return String.fromCharCode(48 + code - DIGIT_ZERO);
  return code >= LETTER_A ? String.fromCharCode(97 + code - LETTER_A) : ' ';
};

/** The codes of plain lower-case letters and digits. */
export const codesOf = (spelling: string): number[] => {
  const codes: number[] = [];
  for (let at = 0; at < spelling.length; at++) codes.push(codeOfAscii(spelling.charCodeAt(at)));
  return codes;
};
