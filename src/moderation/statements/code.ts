// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomInt } from 'node:crypto';

// Without vowels, so that no word comes out, and without what is mistaken for something else when read aloud or copied.
const SIGNS = 'BCDFGHJKMNPQRSTVWXZ23456789';
const GROUP = 4;
const CODE_GROUPS = 4;
const WORD_GROUPS = 2;

const group = (): string => Array.from({ length: GROUP }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');

/** With at least one figure, by which it is told from somebody's typing. */
function drawn(groups: number): string {
  for (;;) {
    const code = Array.from({ length: groups }, group).join('-');
    if (hasFigure(code)) return code;
  }
}

/** Names one statement: 76 bits that nobody guesses, in groups that one can read aloud. */
export const newCode = (): string => drawn(CODE_GROUPS);

/** To be written once from an account, by who says that it is theirs: good for three days. */
export const newWord = (): string => drawn(WORD_GROUPS);

const CODE = new RegExp(`^[${SIGNS}]{${GROUP}}(?:-[${SIGNS}]{${GROUP}}){${CODE_GROUPS - 1}}$`);
export const isCode = (text: string): boolean => CODE.test(text);

const SPACED = new RegExp(
  `(?<![\\p{L}\\p{N}])[${SIGNS}]{${GROUP}}(?:[-–—\\s]{1,3}[${SIGNS}]{${GROUP}}){1,${CODE_GROUPS - 1}}(?![\\p{L}\\p{N}])`,
  'giu',
);
const MOST_IN_A_TEXT = 5;

/**
 * What in a text may be a code or a word, as it is stored; capital or small, with hyphens, dashes or spaces. Exact: nothing is
 * guessed, and a text without any costs one look.
 */
export function codesIn(text: string): readonly string[] {
  if (text.length < GROUP * WORD_GROUPS) return [];
  const found = [...text.matchAll(SPACED)].map(([written]) => written.toUpperCase().replaceAll(/[-–—\s]+/g, '-'));
  return [...new Set(found.filter(hasFigure))].slice(0, MOST_IN_A_TEXT);
}

function hasFigure(code: string): boolean {
  return /\d/.test(code);
}
