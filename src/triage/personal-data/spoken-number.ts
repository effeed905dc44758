// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reading } from '../reading.ts';
import { spanOf } from '../sentence.ts';
import { type Datum, isDigitAt } from './datum.ts';
import { writtenAt } from './letter-case.ts';
import { isLine } from './phone.ts';

const UNITS = ['zero', 'uno', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove'];
const TEENS = 'dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove'.split(' ');
const TENS = ['venti', 'trenta', 'quaranta', 'cinquanta', 'sessanta', 'settanta', 'ottanta', 'novanta'];
const REPEATS: ReadonlyMap<string, number> = new Map([
  ['doppio', 2],
  ['triplo', 3],
]);

const spellings = (): ReadonlyMap<string, string> => {
  const digits = new Map<string, string>();
  for (const [value, word] of [...UNITS, ...TEENS].entries()) digits.set(word, String(value));
  TENS.forEach((word, place) => {
    const ten = (place + 2) * 10;
    digits.set(word, String(ten));
    UNITS.forEach((unit, value) => {
      if (value === 0) return;
      const stem = value === 1 || value === 8 ? word.slice(0, -1) : word;
      digits.set(stem + unit, String(ten + value));
    });
  });
  return digits;
};

const DIGITS = spellings();
/** The words that make it worth while to look. */
export const NUMERALS: readonly string[] = [...DIGITS.keys(), ...REPEATS.keys()];

/** «trequattrotto»: said in one breath, a vowel lost where two meet. */
const RUN_TOGETHER = /zero|uno|due|tre|quattr(?:(?=otto)|o)|cinque|sei|sett(?:(?=otto)|e)|otto|nove|\d+/gy;
/** Said between one figure and the next. */
const LINK = /^(?:e|poi)$/;

const runTogether = (word: string): string => {
  let digits = '';
  RUN_TOGETHER.lastIndex = 0;
  for (let reach = 0; reach < word.length; reach = RUN_TOGETHER.lastIndex) {
    const piece = RUN_TOGETHER.exec(word)?.[0];
    if (piece === undefined) return '';
    digits += /\d/.test(piece) ? piece : String(UNITS.findIndex((unit) => unit.startsWith(piece)));
  }
  return digits;
};

/** With what the words of figures begin, and figures themselves: most words need no closer look. */
const BEGINNINGS: ReadonlySet<string> = new Set('zudtqcson0123456789');
const IS_BEGINNING = Uint8Array.from({ length: 128 }, (_, unit) =>
  BEGINNINGS.has(String.fromCharCode(unit).toLowerCase()) ? 1 : 0,
);
const mayBegin = (text: string, at: number): boolean => IS_BEGINNING[text.charCodeAt(at)] === 1;

const digitsOf = (word: string): string => {
  if (!BEGINNINGS.has(word.charAt(0))) return DIGITS.get(word) ?? '';
  return DIGITS.get(word) ?? (/^\d+$/.test(word) ? word : runTogether(word));
};

/** Fewer words than this say an age or a price. */
const FEWEST = 4;
const LONGEST_NUMBER = 13;

interface Count {
  readonly first: number;
  readonly last: number;
  readonly digits: string;
  readonly words: number;
  /** How often the next figure is said: «triplo zero». */
  readonly times: number;
}

const NOTHING: Count = { first: -1, last: -1, digits: '', words: 0, times: 1 };

const datumOf = (reading: Reading, { first, last }: Count): Datum => ({
  span: spanOf(reading, { first, last }),
  strength: 0.85,
  source: 'telefono',
  reason: 'Contiene un numero di telefono detto a parole.',
});

/** The count with one more word, or undefined where that word says no figure. */
const counted = (count: Count, word: string, index: number): Count | undefined => {
  const first = count.words === 0 ? index : count.first;
  const times = REPEATS.get(word);
  if (times !== undefined) return { ...count, first, last: index, words: count.words + 1, times };
  if (LINK.test(word) && count.words > 0) return count;
  const digits = digitsOf(word);
  if (digits === '' || count.digits.length + digits.length > LONGEST_NUMBER) return undefined;
  return { first, last: index, digits: count.digits + digits.repeat(count.times), words: count.words + 1, times: 1 };
};

const NOTHING_FOUND: readonly Datum[] = [];

/** Words besides the numerals that may say a figure: digits, and what is in no list, such as «settecinque». */
const mayCount = ({ text, words }: Reading): number => {
  let count = 0;
  for (const { number, start } of words) if (number < 0 || isDigitAt(text, start)) count++;
  return count;
};

/** Numbers of telephone said in words, also half in figures: «tre quattro sette 000 uno due tre quattro». */
export const spokenNumbers = (reading: Reading): readonly Datum[] => {
  const numerals = reading.hits('numeral').length;
  if (numerals < 2 || numerals + mayCount(reading) < FEWEST) return NOTHING_FOUND;
  const found: Datum[] = [];
  let count = NOTHING;
  const close = (): void => {
    if (count.words >= FEWEST && isLine(count.digits)) found.push(datumOf(reading, count));
    count = NOTHING;
  };
  for (const [index, { start }] of reading.words.entries()) {
    if (count.words === 0 && !mayBegin(reading.text, start)) continue;
    const next = counted(count, writtenAt(reading, index).toLowerCase(), index);
    if (next === undefined) close();
    count = next ?? NOTHING;
  }
  close();
  return found;
};
