// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  DEAD,
  HINT_LENGTH,
  LETTER_BITS,
  LETTER_MASK,
  NO_LETTER,
  ROOT,
  type Spellings,
  type SpellingTables,
  spellingsOf,
} from './spellings.ts';

const NONE = -1;
const TOP = 0;

/** Grows a tree of words letter by letter, and packs it at the end. */
export class SpellingTree {
  /** Of each node: its letter, the first of its children, the next child of its parent, the word and hints there. */
  readonly #letters: number[] = [NO_LETTER];
  readonly #firstChild: number[] = [NONE];
  readonly #nextChild: number[] = [NONE];
  readonly #words: number[] = [NONE];
  readonly #hints: number[] = [0];
  #count = 0;

  /** The number of a word: the next one if it is new. */
  add(codes: readonly number[]): number {
    const node = this.#reach(codes);
    if (this.#words[node] === NONE) this.#words[node] = this.#count++;
    return this.#words[node] ?? NONE;
  }

  /** Bits for every word that begins with the first letters of this one; of fewer than four letters, for it alone. */
  hint(codes: readonly number[], bits: number): void {
    const node = this.#reach(codes.slice(0, HINT_LENGTH));
    this.#hints[node] = (this.#hints[node] ?? 0) | bits;
  }

  #reach(codes: readonly number[]): number {
    let node = TOP;
    for (const code of codes) {
      const known = this.#child(node, code);
      node = known === NONE ? this.#grow(node, code) : known;
    }
    return node;
  }

  #child(node: number, code: number): number {
    let child = this.#firstChild[node] ?? NONE;
    while (child !== NONE && this.#letters[child] !== code) child = this.#nextChild[child] ?? NONE;
    return child;
  }

  #grow(parent: number, code: number): number {
    const node = this.#letters.push(code) - 1;
    this.#nextChild.push(this.#firstChild[parent] ?? NONE);
    this.#firstChild[parent] = node;
    this.#firstChild.push(NONE);
    this.#words.push(NONE);
    this.#hints.push(0);
    return node;
  }

  #children(node: number): number[] {
    const children: number[] = [];
    for (let child = this.#firstChild[node] ?? NONE; child !== NONE; child = this.#nextChild[child] ?? NONE)
      children.push(child);
    return children;
  }

  /** Nodes nearest the root come first: they are looked at most often, and lie together. */
  finish(): SpellingTables {
    const room = new Room();
    const nodeAt: number[] = [NONE, TOP];
    const states: number[] = [ROOT];
    for (const state of states) {
      const children = this.#children(nodeAt[state] ?? TOP);
      if (children.length === 0) continue;
      const base = room.take(children.map((child) => this.#letters[child] ?? NO_LETTER));
      room.lead(state, base);
      for (const child of children) {
        const next = base + (this.#letters[child] ?? 0);
        nodeAt[next] = child;
        states.push(next);
      }
    }
    const cells = room.cells();
    const nodes = Array.from(cells, (_, state) => nodeAt[state] ?? NONE);
    return {
      cells,
      ends: Int32Array.from(nodes, (node) => this.#words[node] ?? NONE),
      hints: Uint8Array.from(nodes, (node) => this.#hints[node] ?? 0),
      count: this.#count,
    };
  }
}

/** Gives states a base where all their letters find a free cell. */
class Room {
  readonly #cells: number[] = new Array<number>(LETTER_MASK + 1).fill(NO_LETTER);
  readonly #bases = new Set<number>([DEAD, ROOT]);
  /** Nearly everything before is taken. */
  #from = ROOT + 1;
  #tried = 0;

  take(letters: readonly number[]): number {
    let base = this.#from;
    while (!this.#isFree(base, letters)) {
      base++;
      // Where many bases were tried in vain, the beginning is full enough.
      if (++this.#tried > 64) {
        this.#tried = 0;
        this.#from++;
      }
    }
    this.#bases.add(base);
    for (const letter of letters) {
      while (this.#cells.length <= base + letter) this.#cells.push(NO_LETTER);
      this.#cells[base + letter] = letter;
    }
    return base;
  }

  /** The first cells stay empty: a state without letters has base 0. */
  #isFree(base: number, letters: readonly number[]): boolean {
    if (this.#bases.has(base)) return false;
    return letters.every((letter) => {
      const cell = base + letter;
      return cell > LETTER_MASK && ((this.#cells[cell] ?? NO_LETTER) & LETTER_MASK) === NO_LETTER;
    });
  }

  lead(state: number, base: number): void {
    this.#cells[state] = ((this.#cells[state] ?? NO_LETTER) & LETTER_MASK) | (base << LETTER_BITS);
  }

  cells(): Int32Array {
    return Int32Array.from(this.#cells);
  }
}

/** Numbers words in the order in which they come; repeated words keep their number. */
export const buildSpellings = (words: Iterable<readonly number[]>): Spellings => {
  const tree = new SpellingTree();
  for (const codes of words) tree.add(codes);
  return spellingsOf(tree.finish());
};
