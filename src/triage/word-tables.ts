// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ExpressionTables } from './expressions.ts';
import type { Tag } from './lexicon/entry.ts';
import type { OffenceTables } from './offences.ts';
import type { SpellingTables } from './spellings.ts';

/** What a word or expression can be, and how heavily. */
export interface Role {
  readonly tag: Tag;
  readonly degree: number;
}

/** The whole lexicon, ready to be looked up. */
export interface WordTables {
  readonly spellings: SpellingTables;
  /** What is said of an expression is the place of a role. */
  readonly expressions: ExpressionTables;
  readonly roles: readonly Role[];
  readonly offences: OffenceTables;
}

export interface PackedSpellings {
  readonly cells: string;
  readonly ends: string;
  /** Places and bits by turns: most states have none. */
  readonly hints: string;
  readonly count: number;
}

/** The same as text: numbers in base64, seven bits to a byte, the lowest first. */
export interface PackedWords {
  readonly spellings: PackedSpellings;
  readonly expressions: {
    readonly from: string;
    readonly words: string;
    readonly to: string;
    readonly ends: string;
    /** How many, and then so many, over and over. */
    readonly meanings: string;
  };
  /** `tag degree`, with `|` between them. */
  readonly roles: string;
  readonly offences: { readonly spellings: PackedSpellings; readonly words: string; readonly usual: number };
}

/** A byte from this on has another after it. */
export const MORE = 128;
const unpacked = (text: string): Int32Array => {
  const bytes = atob(text);
  let count = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes.charCodeAt(at) < MORE) count++;
  const numbers = new Int32Array(count);
  let place = 0;
  let number = -1;
  let worth = 1;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes.charCodeAt(at);
    number += (byte & (MORE - 1)) * worth;
    worth *= MORE;
    if (byte >= MORE) continue;
    numbers[place++] = number;
    number = -1;
    worth = 1;
  }
  return numbers;
};

/** Written as the steps between them. */
const summed = (numbers: Int32Array): Int32Array => {
  for (let at = 1; at < numbers.length; at++) numbers[at] = (numbers[at] ?? 0) + (numbers[at - 1] ?? 0);
  return numbers;
};

/** Within each node. */
const nodeSummed = (numbers: Int32Array, from: Int32Array): Int32Array => {
  for (let node = 0; node + 1 < from.length; node++)
    for (let at = (from[node] ?? 0) + 1; at < (from[node + 1] ?? 0); at++)
      numbers[at] = (numbers[at] ?? 0) + (numbers[at - 1] ?? 0);
  return numbers;
};

const unpackSpellings = (tables: PackedSpellings): SpellingTables => {
  const cells = unpacked(tables.cells);
  const hints = new Uint8Array(cells.length);
  const listed = unpacked(tables.hints);
  for (let at = 0; at < listed.length; at += 2) hints[listed[at] ?? 0] = listed[at + 1] ?? 0;
  return { cells, ends: unpacked(tables.ends), hints, count: tables.count };
};

const unpackMeanings = (text: string): readonly (readonly number[])[] => {
  const numbers = unpacked(text);
  const meanings: number[][] = [];
  for (let at = 0; at < numbers.length; at += (numbers[at] ?? 0) + 1)
    meanings.push([...numbers.subarray(at + 1, at + 1 + (numbers[at] ?? 0))]);
  return meanings;
};

export const unpackWords = ({ spellings, expressions, roles, offences }: PackedWords): WordTables => {
  const from = summed(unpacked(expressions.from));
  return {
    spellings: unpackSpellings(spellings),
    expressions: {
      from,
      words: nodeSummed(unpacked(expressions.words), from),
      to: unpacked(expressions.to),
      ends: unpacked(expressions.ends),
      meanings: unpackMeanings(expressions.meanings),
    },
    roles: roles.split('|').map((role) => {
      const [tag, degree] = role.split(' ');
      return { tag: tag as Tag, degree: Number(degree) };
    }),
    offences: {
      spellings: unpackSpellings(offences.spellings),
      words: offences.words.split(' '),
      usual: offences.usual,
    },
  };
};
