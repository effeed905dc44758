// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reading } from '../reading.ts';
import { before, type Datum, type DigitFinder, isPlainLetterAt, matchAt, standsAlone } from './datum.ts';

/** Values of the characters in odd positions, by the decree of 23 December 1976; 0–9 and A–J share the first ten. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
/** Letters that stand for digits when two people would have the same code (omocodia). */
const DIGIT_LETTERS = 'LMNPQRSTUV';
const SHAPE = /^[A-Z]{6}[0-9L-NP-V]{2}[A-EHLMPRST][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z]$/;
const WRITTEN =
  /[a-z]{3}[\s.-]?[a-z]{3}[\s.-]?[0-9l-np-v]{2}[\s.-]?[a-ehlmprst][\s.-]?[0-9l-np-v]{2}[\s.-]?[a-z][\s.-]?[0-9l-np-v]{3}[\s.-]?[a-z]/iy;
/** The letters of surname and name before the first digit, cut in pieces or not. */
const LEAD = /(?<![\p{L}\p{N}])[a-z]{3}[\s.-]?[a-z]{3,12}[\s.-]?$/iu;
const LONGEST_LEAD = 17;
const ALL_LETTERS = /^[a-z]+$/i;
const LENGTH = 16;

const valueAt = (character: string): number => {
  const unit = character.charCodeAt(0);
  return unit < 65 ? unit - 48 : unit - 65;
};

const digitsOf = (part: string): number =>
  Number([...part].map((character) => (character > '9' ? DIGIT_LETTERS.indexOf(character) : character)).join(''));

/** Day 1–31 for men, 41–71 for women. */
const isDay = (day: number): boolean => (day >= 1 && day <= 31) || (day >= 41 && day <= 71);

const isShaped = (code: string): boolean => SHAPE.test(code) && isDay(digitsOf(code.slice(9, 11)));

const checkLetter = (code: string): number => {
  let sum = 0;
  for (let at = 0; at < 15; at++) {
    const value = valueAt(code.charAt(at));
    sum += at % 2 === 0 ? (ODD[value] ?? 0) : value;
  }
  return 65 + (sum % 26);
};

/** Whether sixteen characters, in any case, are a codice fiscale whose check letter holds. */
export const isCodiceFiscale = (written: string): boolean => {
  const code = written.toUpperCase();
  return isShaped(code) && code.charCodeAt(15) === checkLetter(code);
};

const judge = (text: string, start: number): Datum | undefined => {
  const match = matchAt(WRITTEN, text, start);
  const written = match?.[0];
  if (written === undefined || !standsAlone(text, start, start + written.length)) return undefined;
  const code = written.replace(/[\s.-]/g, '').toUpperCase();
  const span = [start, start + written.length] as const;
  const source = 'codice-fiscale';
  if (isCodiceFiscale(code))
    return {
      span,
      source,
      strength: 1,
      reason: 'Contiene un codice fiscale valido: la lettera di controllo è esatta.',
    };
  // Without separators and with real digits the shape alone says what the writer meant.
  if (code.length !== written.length || !/\d{2}/.test(code) || !isShaped(code)) return undefined;
  return {
    span,
    source,
    strength: 0.55,
    reason: 'Contiene quasi certamente un codice fiscale scritto male: la lettera di controllo non torna.',
  };
};

export const codiceFiscale: DigitFinder = (text, digit) => {
  // Three letters at least, and one sign after them at most.
  const last = isPlainLetterAt(text, digit - 1) ? digit - 1 : digit - 2;
  for (let at = last; at > last - 3; at--) if (!isPlainLetterAt(text, at)) return undefined;
  const lead = LEAD.exec(before(text, digit, LONGEST_LEAD))?.[0];
  return lead === undefined ? undefined : judge(text, digit - lead.length);
};

/** Those in which every digit became a letter. */
export const letteredCodes = ({ text, words }: Reading): readonly Datum[] => {
  const found: Datum[] = [];
  for (const { start, end } of words) {
    if (end - start !== LENGTH || !ALL_LETTERS.test(text.slice(start, end)) || !standsAlone(text, start, end)) continue;
    const datum = judge(text, start);
    if (datum !== undefined) found.push(datum);
  }
  return found;
};
