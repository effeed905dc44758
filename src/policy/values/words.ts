// SPDX-License-Identifier: AGPL-3.0-or-later

/** A word of a list, and where it begins in the raw text. */
export interface PlacedWord {
  readonly word: string;
  readonly offset: number;
}

/** Cuts a list at its separators; words are trimmed, empty ones dropped. */
export function placedWords(raw: string, separator: RegExp): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  let start = 0;
  const push = (end: number): void => {
    const piece = raw.slice(start, end);
    const word = piece.trim();
    if (word !== '') words.push({ word, offset: start + piece.indexOf(word) });
  };
  for (const match of raw.matchAll(separator)) {
    push(match.index);
    start = match.index + match[0].length;
  }
  push(raw.length);
  return words;
}

// Words are trimmed when cut, so that separators need no spaces of their own: runs of spaces cost nothing twice.
/** Between names: comma, `e`, `o`. */
export const BETWEEN_NAMES = /,|(?<=\s)(?:e|o|ed|od)(?=\s)/g;
/** Between pieces of free text, which may hold commas: semicolon. */
export const BETWEEN_TEXTS = /;/g;

/** `A, B e C` (or `o`). */
export function joined(words: readonly string[], last: 'e' | 'o'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
