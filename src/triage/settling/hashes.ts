// SPDX-License-Identifier: AGPL-3.0-or-later

// Features are numbered by what they are called: each falls into a bucket of its range, and strangers may share one.

/** Parts of words, then two words together, then all that is few. */
export const PARTS_UP_TO = 1 << 18;
export const PAIRS_UP_TO = PARTS_UP_TO + (1 << 20);
export const BUCKETS = PAIRS_UP_TO + (1 << 13);

export const START = 0x811c9dc5 | 0;
export const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
export const join = (one: number, other: number): number => Math.imul(one, 0x9e3779b1) ^ other;
export const named = (name: string): number => {
  let hash = START;
  for (let at = 0; at < name.length; at++) hash = step(hash, name.charCodeAt(at));
  return hash;
};

/** A number below a power of two. */
const below = (hash: number, limit: number): number => {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  const twice = Math.imul(once ^ (once >>> 13), 0x297a2d39);
  return (twice ^ (twice >>> 16)) & (limit - 1);
};

export const partBucket = (hash: number): number => below(hash, PARTS_UP_TO);
export const pairBucket = (hash: number): number => PARTS_UP_TO + below(hash, PAIRS_UP_TO - PARTS_UP_TO);
export const fewBucket = (hash: number): number => PAIRS_UP_TO + below(hash, BUCKETS - PAIRS_UP_TO);
