// SPDX-License-Identifier: AGPL-3.0-or-later
import COMPILED from './adding.json' with { type: 'json' };
import { FIRST_HASH, KEPT, MOST, type Notes, SECOND_HASH, WORDS_KEPT } from './features.ts';
import { BUCKETS, PAIRS_UP_TO, PARTS_UP_TO } from './hashes.ts';

// What the features of a text weigh is added up by adding.wat, for all categories at once: numbers side by side, in one memory that
// both sides see. `scripts/compile-adding.ts` makes adding.json of it.

/** Numbers side by side for a word or a feature: its weight for each category, and at last the sum of its squared values. */
const SIDE_BY_SIDE = 24;
export const MOST_CATEGORIES = SIDE_BY_SIDE - 1;
const SQUARES = SIDE_BY_SIDE - 1;

/** How many numbers of two bytes lie from one word that is kept to the next. */
const ROW = KEPT * 2;
/** Of what is few, a byte for each number. */
export const FEW_ROW = 32;
/** How many categories two words together may speak of: few texts have both, and one look into memory takes in so many. */
export const PAIR_SAYS = 4;

const PAGE = 1 << 16;
const LINE = 64;

/** Gives out stretches of a memory one after the other, each where a fetch begins. */
class Layout {
  bytes = 0;

  next(bytes: number): number {
    const at = this.bytes;
    this.bytes += Math.ceil(bytes / LINE) * LINE;
    return at;
  }
}

/** What adding.wat exports. */
interface Code {
  addWords(from: number, end: number): number;
  addRest(end: number): void;
}

interface Memory {
  readonly buffer: ArrayBuffer;
}

/** As much as is used here of what every engine has: neither Node’s types nor the language’s own speak of it. */
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Memory: new (size: { readonly initial: number }) => Memory;
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (
      module: object,
      imports: { readonly memory: { readonly memory: Memory }; readonly places: Readonly<Record<string, number>> },
    ) => { readonly exports: unknown };
  };
};

let compiled: object | undefined;

/** The memory in which the features of one text at a time are written and added up. */
export class Adder {
  /** By category in its order what was added, in tenths; at last the sum of the squared values, in hundredths. */
  readonly totals: Int32Array;
  /** Where features are written for it. */
  readonly notes: Notes;
  /** What the words weigh that are kept in the notes: the same memory. */
  readonly rows: Int16Array;
  /** Which pairs of words are taken, as `Occupied` has them, and the cells of each; rows of all that is few. */
  readonly marks: Int32Array;
  readonly cells: Int16Array;
  readonly few: Int8Array;
  readonly #code: Code;

  /** For so many pairs of words that say something. */
  constructor(pairs: number) {
    const layout = new Layout();
    const totals = layout.next(SIDE_BY_SIDE * 4);
    const first = layout.next(MOST * 4);
    const second = layout.next(MOST * 4);
    const buckets = layout.next(MOST * 4);
    const values = layout.next(MOST);
    const noted = layout.next(MOST * 8);
    const rows = layout.next(WORDS_KEPT * KEPT * 4);
    const few = layout.next((BUCKETS - PAIRS_UP_TO) * FEW_ROW);
    const marks = layout.next((PAIRS_UP_TO - PARTS_UP_TO) / 4);
    const cells = layout.next(pairs * PAIR_SAYS * 2);
    const memory = new WebAssembly.Memory({ initial: Math.ceil(layout.bytes / PAGE) });
    const { buffer } = memory;
    this.totals = new Int32Array(buffer, totals, SIDE_BY_SIDE);
    this.notes = {
      first: new Int32Array(buffer, first, MOST),
      second: new Int32Array(buffer, second, MOST),
      buckets: new Int32Array(buffer, buckets, MOST),
      values: new Int8Array(buffer, values, MOST),
      kept: new Int32Array(buffer, rows, WORDS_KEPT * KEPT),
    };
    this.rows = new Int16Array(buffer, rows, WORDS_KEPT * ROW);
    this.few = new Int8Array(buffer, few, (BUCKETS - PAIRS_UP_TO) * FEW_ROW);
    this.marks = new Int32Array(buffer, marks, (PAIRS_UP_TO - PARTS_UP_TO) / 16);
    this.cells = new Int16Array(buffer, cells, pairs * PAIR_SAYS);
    compiled ??= new WebAssembly.Module(Uint8Array.from(atob(COMPILED.wasm), (byte) => byte.charCodeAt(0)));
    const places = { totals, first, second, buckets, values, rows, few, marks, cells, rowMask: WORDS_KEPT - 1 };
    const { exports } = new WebAssembly.Instance(compiled, {
      memory: { memory },
      places: { ...places, pairs: noted, pairsFrom: PARTS_UP_TO, fewFrom: PAIRS_UP_TO },
    });
    this.#code = exports as Code;
  }

  /** Where in `rows` the weights of a word of the text begin. */
  rowOf(word: number): number {
    return ((this.notes.first[word] ?? 0) & (WORDS_KEPT - 1)) * ROW;
  }

  /** Whether the word is kept in its place, and weighed. */
  isWeighed(word: number): boolean {
    const { first, second, kept } = this.notes;
    const row = this.rowOf(word);
    const at = row / 2;
    return (
      kept[at + FIRST_HASH] === first[word] && kept[at + SECOND_HASH] === second[word] && this.rows[row + SQUARES] !== 0
    );
  }

  /** Where in `rows` a word is to be weighed: all 0 but the sum of its squared values. */
  begin(word: number, squares: number): number {
    const row = this.rowOf(word);
    this.rows.fill(0, row, row + SIDE_BY_SIDE);
    this.rows[row + SQUARES] = squares;
    return row;
  }

  /** Adds up a text of so many words and other features; words that have no row yet are asked for. */
  add(words: number, others: number, fill: (word: number) => void): { readonly squares: number } {
    this.totals.fill(0);
    for (let word = this.#code.addWords(0, words); word < words; word = this.#code.addWords(word, words)) fill(word);
    this.#code.addRest(others);
    return { squares: this.totals[SQUARES] ?? 0 };
  }
}
