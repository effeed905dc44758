// SPDX-License-Identifier: AGPL-3.0-or-later
import { CLASSES, classOfWide, IS, isLetterAt, LETTER_A, SKIP, WIDE, widthAt } from './letters.ts';

export const LETTER_E = LETTER_A + 4;

/** The verb `è` written alone, also as `e'` or `E’`. */
export const isVerb = (text: string, start: number, end: number): boolean => {
  const first = text.charCodeAt(start);
  if (first !== 101 && first !== 69) return true;
  const next = text.charCodeAt(end);
  return (next === 39 || next === 0x2019 || next === 96) && !isLetterAt(text, end + 1);
};

/** The folded letters of a piece of text, whatever stands between them. */
export const lettersIn = (text: string, start: number, end: number): number[] => {
  const codes: number[] = [];
  for (let at = start; at < end; at++) {
    let code = CLASSES[text.charCodeAt(at)] ?? SKIP;
    if (code === WIDE) {
      code = classOfWide(text, at);
      at += widthAt(text, at) - 1;
    }
    if (code >= LETTER_A && code < WIDE) codes.push(code);
  }
  return codes.length === 1 && codes[0] === LETTER_E && isVerb(text, start, end) ? [IS] : codes;
};
