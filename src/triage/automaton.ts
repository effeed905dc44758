// SPDX-License-Identifier: AGPL-3.0-or-later
import { ALPHABET_SIZE, BREAK, SPACE, type Word } from './folding.ts';

/** One row of the full table per state: no failure links are followed while reading. */
export interface Automaton {
  readonly next: Int32Array;
  /** Index into `found` for each state, -1 where nothing ends. */
  readonly ends: Int32Array;
  /** Pattern numbers that end in a state, longest first. */
  readonly found: readonly (readonly number[])[];
  /** Length in words of each pattern. */
  readonly lengths: readonly number[];
}

interface Trie {
  next: Int32Array;
  readonly ends: number[][];
}

const FIRST_ROOM = 1 << 14;

const addState = (trie: Trie): number => {
  const state = trie.ends.push([]) - 1;
  const needed = (state + 1) * ALPHABET_SIZE;
  if (needed > trie.next.length) {
    const larger = new Int32Array(trie.next.length * 2).fill(-1);
    larger.set(trie.next);
    trie.next = larger;
  }
  return state;
};

const insert = (trie: Trie, symbols: readonly number[], pattern: number): void => {
  let state = 0;
  for (const symbol of symbols) {
    const slot = state * ALPHABET_SIZE + symbol;
    const known = trie.next[slot] ?? -1;
    state = known >= 0 ? known : addState(trie);
    trie.next[slot] = state;
  }
  trie.ends[state]?.push(pattern);
};

/** Every pattern is a space, its words with one space between, and a space: only whole words can match. */
const symbolsOf = (words: readonly Word[]): number[] => [SPACE, ...words.flatMap((word) => [...word.codes, SPACE])];

/** Breadth first: each missing arrow becomes the arrow of the longest proper suffix. */
const complete = (trie: Trie): void => {
  const suffix = new Int32Array(trie.ends.length);
  const queue: number[] = [];
  for (let symbol = 0; symbol < ALPHABET_SIZE; symbol++) {
    const target = trie.next[symbol] ?? -1;
    if (target < 0) trie.next[symbol] = 0;
    else queue.push(target);
  }
  for (const state of queue) {
    const back = suffix[state] ?? 0;
    const inherited = trie.ends[back] ?? [];
    if (inherited.length > 0) trie.ends[state]?.push(...inherited);
    for (let symbol = 0; symbol < ALPHABET_SIZE; symbol++) {
      const slot = state * ALPHABET_SIZE + symbol;
      const target = trie.next[slot] ?? -1;
      const fallback = trie.next[back * ALPHABET_SIZE + symbol] ?? 0;
      if (target < 0) trie.next[slot] = fallback;
      else {
        suffix[target] = fallback;
        queue.push(target);
      }
    }
  }
};

/** Patterns are folded words; their number is their place in the list. */
export const buildAutomaton = (patterns: readonly (readonly Word[])[]): Automaton => {
  const trie: Trie = { next: new Int32Array(FIRST_ROOM * ALPHABET_SIZE).fill(-1), ends: [] };
  addState(trie);
  patterns.forEach((words, pattern) => {
    insert(trie, symbolsOf(words), pattern);
  });
  complete(trie);
  const found: number[][] = [];
  const ends = Int32Array.from(trie.ends, (list) => (list.length === 0 ? -1 : found.push(list) - 1));
  return {
    next: trie.next.slice(0, trie.ends.length * ALPHABET_SIZE),
    ends,
    found,
    lengths: patterns.map((words) => words.length),
  };
};

/** Calls `seen` for each pattern found, with the index of its first and last word. Sentences are not crossed. */
export const scan = (
  automaton: Automaton,
  words: readonly Word[],
  seen: (pattern: number, first: number, last: number) => void,
): void => {
  const { next, ends, found, lengths } = automaton;
  let state = next[SPACE] ?? 0;
  let sentence = 0;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) break;
    if (word.sentence !== sentence) {
      sentence = word.sentence;
      state = next[(next[state * ALPHABET_SIZE + BREAK] ?? 0) * ALPHABET_SIZE + SPACE] ?? 0;
    }
    const codes = word.codes;
    for (let at = 0; at < codes.length; at++) state = next[state * ALPHABET_SIZE + (codes[at] ?? SPACE)] ?? 0;
    state = next[state * ALPHABET_SIZE + SPACE] ?? 0;
    const end = ends[state] ?? -1;
    if (end < 0) continue;
    for (const pattern of found[end] ?? []) seen(pattern, index - (lengths[pattern] ?? 1) + 1, index);
  }
};
