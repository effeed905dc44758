// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Word } from './folding.ts';
import { buildSpellings, type Spellings } from './spellings.ts';

/** Known expressions as a tree of words: those that begin alike share their beginning. Node 0 is the root. */
export interface Expressions {
  readonly spellings: Spellings;
  /** The node that a word leads to from a node, -1 where no known expression goes on like this. */
  step(node: number, word: number): number;
  /** Number of the expression that ends in a node, -1 where none does. */
  endAt(node: number): number;
  /** How many different expressions there are. */
  readonly count: number;
}

/** Told of an expression and the indexes of its first and last word. */
export type Seen = (expression: number, first: number, last: number) => void;

const NONE = -1;
/** A row of the table of arrows: node, word, where they lead. */
const ROW = 3;

const placeOf = (node: number, word: number, mask: number): number => {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
};

/** Arrows between nodes in one flat table, found by hashing; at most half full. */
class Arrows {
  #rows: Int32Array;
  #mask: number;
  #count = 0;

  /** With room for so many arrows before it has to grow. */
  constructor(expected: number) {
    const rows = 1 << Math.ceil(Math.log2(expected * 2 + 2));
    this.#rows = new Int32Array(rows * ROW).fill(NONE);
    this.#mask = rows - 1;
  }

  find(node: number, word: number): number {
    const rows = this.#rows;
    const mask = this.#mask;
    for (let place = placeOf(node, word, mask); ; place = (place + 1) & mask) {
      const at = place * ROW;
      const from = rows[at];
      if (from === NONE) return NONE;
      if (from === node && rows[at + 1] === word) return rows[at + 2] ?? NONE;
    }
  }

  add(node: number, word: number, to: number): void {
    if (++this.#count * 2 > this.#mask) this.#grow();
    this.#put(node, word, to);
  }

  #put(node: number, word: number, to: number): void {
    const rows = this.#rows;
    let place = placeOf(node, word, this.#mask);
    while (rows[place * ROW] !== NONE) place = (place + 1) & this.#mask;
    rows[place * ROW] = node;
    rows[place * ROW + 1] = word;
    rows[place * ROW + 2] = to;
  }

  #grow(): void {
    const old = this.#rows;
    this.#rows = new Int32Array(old.length * 2).fill(NONE);
    this.#mask = this.#mask * 2 + 1;
    for (let at = 0; at < old.length; at += ROW) {
      const node = old[at] ?? NONE;
      if (node !== NONE) this.#put(node, old[at + 1] ?? NONE, old[at + 2] ?? NONE);
    }
  }
}

/** Grows a tree of expressions; words are known by their numbers. */
export class ExpressionsBuilder {
  readonly #arrows: Arrows;
  readonly #ends: number[] = [NONE];
  readonly #goesOn: boolean[] = [false];
  #count = 0;

  /** `expected` words of expressions come, more or less. */
  constructor(expected: number) {
    this.#arrows = new Arrows(expected);
  }

  /** The number of an expression: the next one if it is new. */
  add(words: readonly number[]): number {
    let node = 0;
    for (const word of words) {
      let next = this.#arrows.find(node, word);
      if (next === NONE) {
        next = this.#ends.push(NONE) - 1;
        this.#goesOn.push(false);
        this.#arrows.add(node, word, next);
        this.#goesOn[node] = true;
      }
      node = next;
    }
    if (this.#ends[node] === NONE) this.#ends[node] = this.#count++;
    return this.#ends[node] ?? NONE;
  }

  finish(spellings: Spellings): Expressions {
    const arrows = this.#arrows;
    const ends = Int32Array.from(this.#ends);
    const goesOn = Uint8Array.from(this.#goesOn, Number);
    return {
      spellings,
      step: (node, word) => (goesOn[node] === 1 ? arrows.find(node, word) : NONE),
      endAt: (node) => ends[node] ?? NONE,
      count: this.#count,
    };
  }
}

/**
 * Expressions are lists of folded words, numbered from 0 as they come. `sameAs` gives the number of each place in the
 * list: those written alike share one.
 */
export const buildExpressions = (
  list: readonly (readonly (readonly number[])[])[],
): { readonly expressions: Expressions; readonly sameAs: readonly number[] } => {
  const spellings = buildSpellings(list.flat());
  const builder = new ExpressionsBuilder(spellings.count);
  const sameAs = list.map((expression) => builder.add(expression.map((codes) => spellings.find(codes))));
  return { expressions: builder.finish(spellings), sameAs };
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
  let reach = -1;
  let found = NONE;
  let foundLast = -1;
  let from = 0;
  const settle = (): void => {
    if (foundLast > reach) {
      reach = foundLast;
      seen(found, from, foundLast);
    }
  };
  scan(expressions, words, (expression, first, last) => {
    if (first !== from) {
      settle();
      foundLast = -1;
      from = first;
    }
    found = expression;
    foundLast = last;
  });
  settle();
};
