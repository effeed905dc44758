// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Word } from './folding.ts';
import { codesOf } from './letters.ts';
import type { Offences } from './offences.ts';
import { DEAD, ROOT, type Spellings } from './spellings.ts';

const SHORTEST = 7;
const LONGEST = 40;
const FEWEST_IN_OFFENCE = 5;
/** «accesso» ends in an offence by chance: what stands beside one must be words too. */
const FEWEST_BESIDE = 4;
const FEWEST_IN_PART = 3;
const SHORT_PARTS = new Set(['e', 'di'].map((part) => codesOf(part).join()));

interface Known {
  readonly spellings: Spellings;
  readonly offences: Offences;
}

const isPart = (codes: readonly number[], start: number, end: number): boolean =>
  end - start >= FEWEST_IN_PART || SHORT_PARTS.has(codes.slice(start, end).join());

/** From each place, where the first of the known words that fill the rest ends, the longest there; 0 where none do. */
const endsOf = (codes: readonly number[], { step, wordAt }: Spellings): Uint8Array => {
  const ends = new Uint8Array(codes.length + 1);
  for (let start = codes.length - 1; start >= 0; start--) {
    let state = ROOT;
    for (let at = start; at < codes.length && state !== DEAD; at++) {
      state = step(state, codes[at] ?? 0);
      const fills = at + 1 === codes.length || ends[at + 1] !== 0;
      if (fills && wordAt(state) >= 0 && isPart(codes, start, at + 1)) ends[start] = at + 1;
    }
  }
  return ends;
};

/**
 * The known words of a hashtag without capitals, `#sietedeiladri`: only where one of them is an offence, so that ordinary
 * hashtags stay whole. Places are UTF-16 offsets of the text.
 */
export const partsOf = (word: Word, { spellings, offences }: Known) => {
  const { codes, start, end, length } = word;
  if (word.number >= 0 || length < SHORTEST || length > LONGEST || end - start !== length) return [];
  const ends = endsOf(codes, spellings);
  const parts: { start: number; end: number; codes: readonly number[] }[] = [];
  for (let at = 0; (ends[at] ?? 0) > 0; at = ends[at] ?? 0)
    parts.push({ start: start + at, end: start + (ends[at] ?? 0), codes: codes.slice(at, ends[at]) });
  const offence = parts.find((part) => offences.spellings.find(part.codes) >= 0);
  const letters = offence?.codes.length ?? 0;
  return letters >= FEWEST_IN_OFFENCE && length - letters >= FEWEST_BESIDE ? parts : [];
};
