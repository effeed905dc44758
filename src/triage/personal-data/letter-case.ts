// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reading } from '../reading.ts';

/** How a word is written: «Pina», «PINA», «pina». */
export type LetterCase = 'capital' | 'shouted' | 'small';

export const writtenAt = (reading: Reading, index: number): string => {
  const word = reading.words[index];
  return word === undefined ? '' : reading.text.slice(word.start, word.end);
};

const isUpper = (letter: string): boolean => letter !== letter.toLowerCase();

/** Of a word without letters, or none at all, nothing. */
export const caseAt = (reading: Reading, index: number): LetterCase | undefined => {
  const written = writtenAt(reading, index);
  const first = written.charAt(0);
  if (first.toLowerCase() === first.toUpperCase()) return undefined;
  if (!isUpper(first)) return 'small';
  return written.length > 1 && written === written.toUpperCase() ? 'shouted' : 'capital';
};

/** A capital and small letters, three at least: shorter ones are articles that open a sentence. */
export const isCapital = (reading: Reading, index: number): boolean => {
  const word = reading.words[index];
  return word !== undefined && word.end - word.start > 2 && caseAt(reading, index) === 'capital';
};

/** What stands between a word and the next: only then are they one name. */
export const isJoined = (reading: Reading, index: number): boolean => {
  const [word, next] = [reading.words[index], reading.words[index + 1]];
  if (word === undefined || next === undefined) return false;
  const gap = reading.text.slice(word.end, next.start);
  return (
    gap === ' ' ||
    gap === '’' ||
    gap === "'" ||
    gap === '’ ' ||
    gap === '-' ||
    (gap === '. ' && word.end - word.start < 6)
  );
};
