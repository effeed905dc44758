// SPDX-License-Identifier: AGPL-3.0-or-later

const BITS = 32;

/** Which buckets of a range are taken: a bit each, so that asking for one that is free costs next to nothing. */
export class Occupied {
  /** By turns: the bits of 32 buckets, and how many are taken before them. */
  readonly #marks: Int32Array;
  readonly count: number;

  /** A bit for each bucket, eight to a byte, the lowest first. */
  constructor(bytes: Uint8Array) {
    this.#marks = new Int32Array(Math.ceil((bytes.length * 8) / BITS) * 2);
    for (let at = 0; at < bytes.length; at++)
      this.#marks[(at >> 2) * 2] = (this.#marks[(at >> 2) * 2] ?? 0) | ((bytes[at] ?? 0) << ((at & 3) * 8));
    let count = 0;
    for (let at = 0; at < this.#marks.length; at += 2) {
      this.#marks[at + 1] = count;
      count += ones(this.#marks[at] ?? 0);
    }
    this.count = count;
  }

  /** Writes by turns the bits of 32 buckets, and how many are taken before them. */
  copyTo(marks: Int32Array): void {
    marks.set(this.#marks);
  }

  /** How many buckets before it are taken; -1 where it is free itself. */
  rowOf(bucket: number): number {
    const at = (bucket >>> 5) * 2;
    const bits = this.#marks[at] ?? 0;
    const bit = 1 << (bucket & (BITS - 1));
    return (bits & bit) === 0 ? -1 : (this.#marks[at + 1] ?? 0) + ones(bits & (bit - 1));
  }
}

/** How many bits are set. */
const ones = (bits: number): number => {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};
