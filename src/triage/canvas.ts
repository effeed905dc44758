// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy/contract';

/** Any painted rank is better than this one. */
export const WEAKEST = 0x7fffffff;

/** The characters of a text, each with the best rank of the signals painted on it: 1 is the best, 0 none. */
export class Canvas {
  readonly #length: number;
  #ranks: Int32Array | undefined;

  constructor(length: number) {
    this.#length = length;
  }

  paint(spans: readonly Span[], rank: number): void {
    this.#ranks ??= new Int32Array(this.#length);
    const ranks = this.#ranks;
    for (const [start, end] of spans)
      for (let at = start; at < end; at++) {
        const known = ranks[at] ?? 0;
        if (known === 0 || rank < known) ranks[at] = rank;
      }
  }

  /** Whether a signal of a better rank was painted somewhere on these characters. */
  isBetter(spans: readonly Span[], rank: number): boolean {
    const ranks = this.#ranks;
    if (ranks === undefined) return false;
    for (const [start, end] of spans)
      for (let at = start; at < end; at++) {
        const known = ranks[at] ?? 0;
        if (known > 0 && known < rank) return true;
      }
    return false;
  }
}
