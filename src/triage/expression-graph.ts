// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ExpressionTables } from './expressions.ts';

/** What may stand at one place of an expression: lists of words by number; an empty list may be left out. */
export type Choices = readonly (readonly number[])[];

const START = 0;
const NONE = -1;
/** Two numbers below this make one that is exact. */
const SHIFT = 2 ** 24;

/**
 * Draws a graph of expressions place by place, so that a hundred choices before a hundred others cost two hundred arrows.
 * Here an arrow may lead to several states at once; `finish` makes nodes of the states that are reached together.
 */
export class ExpressionGraph {
  /** Of each state: its last arrow, and what is said of an expression that ends there. */
  readonly #lastArrow: number[] = [NONE];
  readonly #said: number[] = [NONE];
  /** Of each arrow: the one before from the same state, its word and where it leads. */
  readonly #before: number[] = [];
  readonly #words: number[] = [];
  readonly #to: number[] = [];
  /** States from which nothing goes on, by what is said there. */
  readonly #leaves = new Map<number, number>();

  /** Says something of every expression that can be made of the choices. */
  add(places: readonly Choices[], said: number): void {
    let open: readonly number[] = [START];
    for (const [at, choices] of places.entries()) {
      const next = at === places.length - 1 ? this.#leaf(said) : this.#state(NONE);
      for (const words of choices) this.#lead(open, words, next);
      open = choices.some((words) => words.length === 0) ? [...open, next] : [next];
    }
    for (const state of open) if (state !== START) this.#said[state] = said;
  }

  #state(said: number): number {
    this.#lastArrow.push(NONE);
    return this.#said.push(said) - 1;
  }

  #leaf(said: number): number {
    const known = this.#leaves.get(said) ?? this.#state(said);
    this.#leaves.set(said, known);
    return known;
  }

  #lead(open: readonly number[], words: readonly number[], to: number): void {
    const [head, ...rest] = words;
    if (head === undefined) return;
    let next = to;
    for (const word of rest.reverse()) {
      const state = this.#state(NONE);
      this.#arrow(state, word, next);
      next = state;
    }
    for (const state of open) this.#arrow(state, head, next);
  }

  #arrow(state: number, word: number, to: number): void {
    this.#before.push(this.#lastArrow[state] ?? NONE);
    this.#words.push(word);
    this.#lastArrow[state] = this.#to.push(to) - 1;
  }

  finish(): ExpressionTables {
    return new Nodes({
      arrowsOf: (states) => this.#arrowsOf(states),
      saidIn: (states) => [...new Set(states.map((state) => this.#said[state] ?? NONE))].filter((one) => one >= 0),
    }).tables();
  }

  /** Word and target of every arrow from some states, as one number each, in order. */
  #arrowsOf(states: readonly number[]): Float64Array {
    const arrows: number[] = [];
    for (const state of states)
      for (let at = this.#lastArrow[state] ?? NONE; at !== NONE; at = this.#before[at] ?? NONE)
        arrows.push((this.#words[at] ?? 0) * SHIFT + (this.#to[at] ?? 0));
    return Float64Array.from(arrows).sort();
  }
}

interface States {
  readonly arrowsOf: (states: readonly number[]) => Float64Array;
  readonly saidIn: (states: readonly number[]) => number[];
}

/** Nodes of the finished graph: states that the same words lead to. */
class Nodes {
  readonly #states: States;
  readonly #members: (readonly number[])[] = [[START]];
  readonly #alone = new Map<number, number>();
  readonly #together = new Map<string, number>();
  readonly #meanings: number[][] = [];
  readonly #meaningOf = new Map<string, number>();

  constructor(states: States) {
    this.#states = states;
  }

  #node(states: readonly number[]): number {
    const [first = START] = states;
    const known = states.length === 1 ? this.#alone.get(first) : this.#together.get(states.join());
    if (known !== undefined) return known;
    const node = this.#members.push(states) - 1;
    if (states.length === 1) this.#alone.set(first, node);
    else this.#together.set(states.join(), node);
    return node;
  }

  #meaning(states: readonly number[]): number {
    const said = this.#states.saidIn(states).sort((one, other) => one - other);
    if (said.length === 0) return NONE;
    const key = said.join();
    const known = this.#meaningOf.get(key) ?? this.#meanings.push(said) - 1;
    this.#meaningOf.set(key, known);
    return known;
  }

  tables(): ExpressionTables {
    const [from, words, to, ends]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let node = 0; node < this.#members.length; node++) {
      const states = this.#members[node] ?? [];
      from.push(words.length);
      ends.push(this.#meaning(states));
      const arrows = this.#states.arrowsOf(states);
      for (let at = 0; at < arrows.length; ) {
        const word = Math.floor((arrows[at] ?? 0) / SHIFT);
        const reached: number[] = [];
        for (; at < arrows.length && (arrows[at] ?? 0) < (word + 1) * SHIFT; at++) {
          const state = (arrows[at] ?? 0) - word * SHIFT;
          if (state !== reached.at(-1)) reached.push(state);
        }
        words.push(word);
        to.push(this.#node(reached));
      }
    }
    from.push(words.length);
    return {
      from: Int32Array.from(from),
      words: Int32Array.from(words),
      to: Int32Array.from(to),
      ends: Int32Array.from(ends),
      meanings: this.#meanings,
    };
  }
}
