// SPDX-License-Identifier: AGPL-3.0-or-later

// The model's own plain folding. The weights were learned on what it gives, and it is the model's alone: the engine's folding,
// which undoes disguises, may change without making them wrong.

const LETTER_A = 1;
/** Every digit: a number's shape counts, not its value. */
const DIGIT = 27;
const GAP = 0;
/** Not there at all: combining marks, joiners, selectors. */
const NOTHING = 255;
const ACCENTED = 'àáâãäåèéêëìíîïòóôõöùúûüçñýÿ';
const PLAIN = 'aaaaaaeeeeiiiiooooouuuucnyy';

/** What stands alone and says something: each is a word of its own. */
export const MARK = {
  question: 28,
  exclamation: 29,
  at: 30,
  hash: 31,
  euro: 32,
  percent: 33,
  capitals: 34,
  emoji: 35,
  length: 36,
};

const MARKS: Readonly<Record<string, number>> = {
  '?': MARK.question,
  '!': MARK.exclamation,
  '@': MARK.at,
  '#': MARK.hash,
  '€': MARK.euro,
  '%': MARK.percent,
};

const TABLE_SIZE = 0x2100;
const TABLE = new Uint8Array(TABLE_SIZE);
for (let letter = 0; letter < 26; letter++) {
  TABLE[97 + letter] = LETTER_A + letter;
  TABLE[65 + letter] = LETTER_A + letter;
}
for (const [index, letter] of [...ACCENTED].entries()) {
  const plain = LETTER_A + PLAIN.charCodeAt(index) - 97;
  TABLE[letter.charCodeAt(0)] = plain;
  TABLE[letter.toUpperCase().charCodeAt(0)] = plain;
}
TABLE.fill(DIGIT, 48, 58);
TABLE.fill(NOTHING, 0x300, 0x370);
TABLE.fill(NOTHING, 0x200b, 0x2010);
for (const [mark, code] of Object.entries(MARKS)) TABLE[mark.charCodeAt(0)] = code;

const isCapital = (unit: number): boolean => (unit >= 65 && unit <= 90) || (unit >= 0xc0 && unit <= 0xde);
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isPictograph = (unit: number): boolean => unit >= 0x2600 && unit < 0x27c0;

/** Longer words are read to here: Italian has none, and what is pasted must not cost more than it says. */
export const LONGEST_WORD = 24;
/** From here on all texts are equally long. */
const LONGEST_LENGTH = 7;
/** Capital words shorter than this are initials. */
const SHOUTED = 4;

/** A folded word in the making, one for every text: only the first `length` codes count. */
export interface Word {
  readonly codes: Uint8Array;
  length: number;
}

export interface Reader {
  word(word: Word): void;
  /** One of `MARK`; `value` tells emojis apart, one exclamation from many, and how often the number of words doubles. */
  mark(mark: number, value: number): void;
}

const word: Word = { codes: new Uint8Array(LONGEST_WORD), length: 0 };

/** Reads a text word by word, in one pass. Not to be called again by its own reader. */
export function readWords(text: string, reader: Reader): void {
  let capitals = 0;
  let repeated = 0;
  let stretch = 0;
  let words = 0;
  word.length = 0;
  const end = () => {
    if (word.length === 0) return;
    reader.word(word);
    words += 1;
    if (word.length >= SHOUTED && capitals === word.length) reader.mark(MARK.capitals, 0);
    word.length = 0;
    capitals = 0;
    stretch = 0;
  };
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const code = unit < TABLE_SIZE ? (TABLE[unit] ?? GAP) : unit === 0xfe0f ? NOTHING : GAP;
    if (code === NOTHING) continue;
    if (code !== GAP && code <= DIGIT) {
      // «bastaaaa» is «basta»: a letter written three times and more is written once.
      stretch = word.length > 0 && word.codes[word.length - 1] === code && code !== DIGIT ? stretch + 1 : 0;
      if (stretch === 2) word.length -= 1;
      if (stretch >= 2) continue;
      if (word.length < LONGEST_WORD) {
        word.codes[word.length++] = code;
        if (isCapital(unit)) capitals += 1;
      }
      continue;
    }
    end();
    const mark = code !== GAP ? code : isPictograph(unit) || isHighSurrogate(unit) ? MARK.emoji : 0;
    if (mark === 0) {
      repeated = 0;
    } else if (mark === MARK.emoji) {
      reader.mark(mark, isHighSurrogate(unit) ? (text.codePointAt(index) ?? unit) : unit);
      if (isHighSurrogate(unit)) index += 1;
    } else {
      repeated = text.charCodeAt(index - 1) === unit ? repeated + 1 : 0;
      if (repeated < 2) reader.mark(mark, repeated);
    }
  }
  end();
  reader.mark(MARK.length, Math.min(32 - Math.clz32(words), LONGEST_LENGTH));
}
