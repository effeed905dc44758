// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * The Gulpease index of an Italian text (Lucisano and Piemontese, 1988): 89 + (300 × sentences − 10 × letters) / words, from 0 to
 * 100; the higher, the easier. Above 60 it is read with ease by who finished middle school, under 40 by nobody who did not go
 * further. Addresses and codes count as words made of their letters and figures.
 */
export function gulpease(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return 100;
  const letters = words.reduce((sum, word) => sum + [...word].length, 0);
  const index = 89 + (300 * sentencesIn(text) - 10 * letters) / words.length;
  return Math.min(100, Math.max(0, index));
}

/** Stretches that hold a word, parted by a full stop, a question or exclamation mark followed by space, or by a line's end. */
const sentencesIn = (text: string): number =>
  text.split(/[.!?…]+(?=\s|$)|\n+/u).filter((stretch) => /[\p{L}\p{N}]/u.test(stretch)).length;
