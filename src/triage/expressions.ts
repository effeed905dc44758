// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Word } from './folding.ts';
import type { Spellings } from './spellings.ts';

/** Known expressions as a graph of words: from node to node, the shared parts once. Node 0 is the root. */
export interface Expressions {
  readonly spellings: Spellings;
  /** The node that a word leads to from a node, -1 where no known expression goes on like this. */
  step(node: number, word: number): number;
  /** Whether any word leads on from a node. */
  goesOn(node: number): boolean;
  /** Number of the meaning of the expression that ends in a node, -1 where none does. */
  endAt(node: number): number;
  /** By number of the meaning: everything that was said of the expressions that have it, in order. */
  readonly meanings: readonly (readonly number[])[];
}

/** Told of an expression's meaning and the indexes of its first and last word. */
export type Seen = (meaning: number, first: number, last: number) => void;

const NONE = -1;

/** The parts of the graph, as flat tables. */
export interface ExpressionTables {
  /** Where the arrows of each node begin, and at last where they end. */
  readonly from: Int32Array;
  /** The words of the arrows, in order within a node, and where they lead. */
  readonly words: Int32Array;
  readonly to: Int32Array;
  readonly ends: Int32Array;
  readonly meanings: readonly (readonly number[])[];
}

/** Above so many arrows the word is found by halving. */
const FEW = 8;

/** Expressions to look up, from their tables, laid out so that what is asked together lies together. */
export const expressionsOf = (tables: ExpressionTables, spellings: Spellings): Expressions => {
  const { from, words, to, ends, meanings } = tables;
  // By turns: where the arrows of a node begin, and what ends there.
  const nodes = new Int32Array(from.length * 2);
  for (let node = 0; node < from.length; node++) {
    nodes[node * 2] = (from[node] ?? 0) * 2;
    nodes[node * 2 + 1] = ends[node] ?? NONE;
  }
  // By turns: the word of an arrow, and where it leads.
  const arrows = new Int32Array(words.length * 2);
  for (let at = 0; at < words.length; at++) {
    arrows[at * 2] = words[at] ?? 0;
    arrows[at * 2 + 1] = to[at] ?? NONE;
  }
  // Nearly every word of a text is looked up in the root.
  const begun = new Int32Array(spellings.count).fill(NONE);
  for (let at = 0; at < (from[1] ?? 0); at++) begun[words[at] ?? 0] = to[at] ?? NONE;
  const step = (node: number, word: number): number => {
    if (node === 0) return begun[word] ?? NONE;
    let low = nodes[node * 2] ?? 0;
    let high = nodes[node * 2 + 2] ?? 0;
    while (high - low > FEW * 2) {
      const middle = ((low + high) >> 2) << 1;
      if ((arrows[middle] ?? 0) <= word) low = middle;
      else high = middle;
    }
    for (; low < high; low += 2) if (arrows[low] === word) return arrows[low + 1] ?? NONE;
    return NONE;
  };
  const goesOn = (node: number): boolean => nodes[node * 2] !== nodes[node * 2 + 2];
  return { spellings, step, goesOn, endAt: (node) => nodes[node * 2 + 1] ?? NONE, meanings };
};

const numberIn = (spellings: Spellings, word: Word | undefined): number => {
  if (word === undefined) return NONE;
  return word.among === spellings ? word.number : spellings.find(word.codes);
};

/**
 * Calls `seen` for each expression found, in the order of their first words and, from one word, the shorter first.
 * Sentences are not crossed.
 */
export const scan = (expressions: Expressions, words: readonly Word[], seen: Seen): void => {
  const { spellings } = expressions;
  for (let first = 0; first < words.length; first++) {
    const sentence = words[first]?.sentence;
    let node = 0;
    for (let last = first; last < words.length && words[last]?.sentence === sentence; last++) {
      const number = numberIn(spellings, words[last]);
      node = number < 0 ? NONE : expressions.step(node, number);
      if (node < 0) break;
      const end = expressions.endAt(node);
      if (end >= 0) seen(end, first, last);
    }
  }
};

/** As `scan`, but an expression hides those inside it: «cesso pubblico» is not «cesso». */
export const scanOutermost = (expressions: Expressions, words: readonly Word[], seen: Seen): void => {
  const { spellings } = expressions;
  let reach = -1;
  for (let first = 0; first < words.length; first++) {
    const word = words[first];
    const number = numberIn(spellings, word);
    let node = number < 0 ? NONE : expressions.step(0, number);
    if (word === undefined || node < 0) continue;
    let found = NONE;
    let foundLast = -1;
    for (let last = first; ; ) {
      const end = expressions.endAt(node);
      if (end >= 0) {
        found = end;
        foundLast = last;
      }
      const next = words[++last];
      if (next === undefined || next.sentence !== word.sentence || !expressions.goesOn(node)) break;
      const following = numberIn(spellings, next);
      node = following < 0 ? NONE : expressions.step(node, following);
      if (node < 0) break;
    }
    if (foundLast <= reach) continue;
    reach = foundLast;
    seen(found, first, foundLast);
  }
};
