// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ExpressionTables } from './expressions.ts';
import type { SpellingTables } from './spellings.ts';
import { MORE, type PackedSpellings, type PackedWords, type WordTables } from './word-tables.ts';

/** As many characters as one call takes as arguments. */
const PIECE = 4096;

/** Numbers of -1 and more. */
const packed = (numbers: Iterable<number>): string => {
  const bytes: number[] = [];
  for (const number of numbers) {
    let rest = number + 1;
    for (; rest >= MORE; rest = Math.floor(rest / MORE)) bytes.push((rest % MORE) + MORE);
    bytes.push(rest);
  }
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.slice(at, at + PIECE));
  return btoa(text);
};

/** Ascending numbers as the steps between them. */
const steps = (numbers: Int32Array): Int32Array => numbers.map((number, at) => number - (numbers[at - 1] ?? 0));

/** Within each node the words of the arrows ascend. */
const nodeSteps = ({ from, words }: ExpressionTables): Int32Array => {
  const begins = new Set(from);
  return words.map((word, at) => (begins.has(at) ? word : word - (words[at - 1] ?? 0)));
};

const packSpellings = ({ cells, ends, hints, count }: SpellingTables): PackedSpellings => ({
  cells: packed(cells),
  ends: packed(ends),
  hints: packed(Array.from(hints.entries()).flatMap(([place, bits]) => (bits === 0 ? [] : [place, bits]))),
  count,
});

/** Tables as text, from which `unpackWords` makes the same again. */
export const packWords = ({ spellings, expressions, roles, offences }: WordTables): PackedWords => ({
  spellings: packSpellings(spellings),
  expressions: {
    from: packed(steps(expressions.from)),
    words: packed(nodeSteps(expressions)),
    to: packed(expressions.to),
    ends: packed(expressions.ends),
    meanings: packed(expressions.meanings.flatMap((said) => [said.length, ...said])),
  },
  roles: roles.map(({ tag, degree }) => `${tag} ${degree}`).join('|'),
  offences: {
    spellings: packSpellings(offences.spellings),
    words: offences.words.join(' '),
    usual: offences.usual,
  },
});
