// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Word } from './folding.ts';
import { buildSpellings, type Spellings } from './spellings.ts';

/** Known expressions as a tree of words: those that begin alike share their beginning. */
export interface Expressions {
  readonly spellings: Spellings;
  /** Keyed by node × number of words + word. */
  readonly children: ReadonlyMap<number, number>;
  readonly wordCount: number;
  /** Number of the expression that ends in each node, -1 where none does. */
  readonly ends: Int32Array;
  /** How many different expressions there are. */
  readonly count: number;
}

/**
 * Expressions are lists of folded words, numbered from 0 as they come. `sameAs` gives the number of each place in the
 * list: those written alike share one.
 */
export const buildExpressions = (
  list: readonly (readonly (readonly number[])[])[],
): { readonly expressions: Expressions; readonly sameAs: readonly number[] } => {
  const words = [...new Set(list.flat())];
  const spellings = buildSpellings(words);
  const numbers = new Map(words.map((codes) => [codes, spellings.find(codes)]));
  const wordCount = words.length;
  const children = new Map<number, number>();
  const ends: number[] = [-1];
  let count = 0;
  const sameAs = list.map((expression) => {
    let node = 0;
    for (const codes of expression) {
      const key = node * wordCount + (numbers.get(codes) ?? 0);
      node = children.get(key) ?? ends.push(-1) - 1;
      children.set(key, node);
    }
    if (ends[node] === -1) ends[node] = count++;
    return ends[node] ?? 0;
  });
  return { expressions: { spellings, children, wordCount, ends: Int32Array.from(ends), count }, sameAs };
};

/**
 * Calls `seen` for each expression found, with the indexes of its first and last word, in the order of their first
 * words and, from one word, the shorter first. Sentences are not crossed.
 */
export const scan = (
  { spellings, children, wordCount, ends }: Expressions,
  words: readonly Word[],
  seen: (expression: number, first: number, last: number) => void,
): void => {
  const numbers = words.map(({ codes }) => spellings.find(codes));
  for (let first = 0; first < words.length; first++) {
    const sentence = words[first]?.sentence;
    let node: number | undefined = 0;
    for (let last = first; last < words.length && words[last]?.sentence === sentence; last++) {
      const number = numbers[last] ?? -1;
      if (number < 0) break;
      node = children.get(node * wordCount + number);
      if (node === undefined) break;
      const end = ends[node] ?? -1;
      if (end >= 0) seen(end, first, last);
    }
  }
};
