// SPDX-License-Identifier: AGPL-3.0-or-later
import { bucketOf, hashOf, letterBuckets, MOST_IN_A_WORD, markHash, pairHash, WORD_COUNTS } from './features.ts';
import { type LinearModel, normOf } from './linear.ts';
import { LONGEST_WORD, type Reader, readWords, type Word } from './words.ts';

/** Words whose sums are remembered; each has one place, by its hash. */
const REMEMBERED = 1 << 13;

/**
 * Adds a model up over a text. What a word contributes does not depend on the words around it, so that the sums of words met
 * before are remembered, exactly: in whole numbers, under the word's own letters. It answers the same as `linearOf`.
 */
export class Scorer {
  readonly #model: LinearModel;
  readonly #width: number;
  readonly #sums: Int32Array;
  readonly #letters = new Uint8Array(REMEMBERED * LONGEST_WORD);
  readonly #lengths = new Uint8Array(REMEMBERED);
  readonly #remembered: Int32Array;
  readonly #inWord = new Int32Array(MOST_IN_A_WORD);
  readonly #reader: Reader;
  #count = 0;
  #before = 0;

  constructor(model: LinearModel) {
    this.#model = model;
    this.#width = model.labels.length;
    this.#sums = new Int32Array(this.#width);
    this.#remembered = new Int32Array(REMEMBERED * this.#width);
    this.#reader = {
      word: (word) => this.#addWord(word),
      mark: (mark, value) => this.#addWhole(markHash(mark, value)),
    };
  }

  /** Writes the log-odds of each label into `into`. */
  score(text: string, into: Float64Array): void {
    this.#sums.fill(0);
    this.#count = 0;
    this.#before = 0;
    readWords(text, this.#reader);
    const { scales, biases } = this.#model;
    const norm = normOf(this.#count);
    for (let label = 0; label < this.#width; label++)
      into[label] = (biases[label] ?? 0) + (this.#sums[label] ?? 0) * (scales[label] ?? 0) * norm;
  }

  #addWord(word: Word): void {
    const hash = hashOf(word);
    const place = (hash ^ (hash >>> 15)) & (REMEMBERED - 1);
    if (!this.#knows(word, place)) this.#remember(word, hash, place);
    const [sums, remembered, width] = [this.#sums, this.#remembered, this.#width];
    const from = place * width;
    for (let label = 0; label < width; label++) sums[label] = (sums[label] ?? 0) + (remembered[from + label] ?? 0);
    this.#count += groupsOf(word.length) + WORD_COUNTS;
    if (this.#before !== 0) this.#addWhole(pairHash(this.#before, hash));
    this.#before = hash;
  }

  #knows({ codes, length }: Word, place: number): boolean {
    if (this.#lengths[place] !== length) return false;
    const letters = this.#letters;
    const from = place * LONGEST_WORD;
    for (let index = 0; index < length; index++) if (letters[from + index] !== codes[index]) return false;
    return true;
  }

  #remember(word: Word, hash: number, place: number): void {
    const { codes, length } = word;
    this.#lengths[place] = length;
    const from = place * LONGEST_WORD;
    for (let index = 0; index < length; index++) this.#letters[from + index] = codes[index] ?? 0;
    const sums = this.#remembered.subarray(place * this.#width, (place + 1) * this.#width);
    sums.fill(0);
    const count = letterBuckets(word, this.#inWord);
    for (let index = 0; index < count; index++) this.#add(sums, this.#inWord[index] ?? 0, 1);
    this.#add(sums, bucketOf(hash), WORD_COUNTS);
  }

  #addWhole(hash: number): void {
    this.#count += WORD_COUNTS;
    this.#add(this.#sums, bucketOf(hash), WORD_COUNTS);
  }

  #add(sums: Int32Array, bucket: number, times: number): void {
    const weights = this.#model.weights;
    const width = this.#width;
    const from = bucket * width;
    for (let label = 0; label < width; label++) sums[label] = (sums[label] ?? 0) + times * (weights[from + label] ?? 0);
  }
}

/** How many groups of letters a word of so many has. */
const COUNTS = Uint8Array.from({ length: LONGEST_WORD + 1 }, (_, length) =>
  letterBuckets({ codes: new Uint8Array(LONGEST_WORD), length }, new Int32Array(MOST_IN_A_WORD)),
);
const groupsOf = (length: number): number => COUNTS[length] ?? 0;
