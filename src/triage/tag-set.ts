// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tag } from './lexicon/entry.ts';

/** A set of tags as bits, 31 to a number, so that asking costs nothing. */
export type TagSet = readonly number[];

const BITS = 31;
/** More than the lexicon has. */
export const MOST_TAGS = 1024;
const numbers = new Map<Tag, number>();

/** Tags are numbered as they are first asked for. */
export const numberOfTag = (tag: Tag): number => {
  const known = numbers.get(tag);
  if (known !== undefined) return known;
  if (numbers.size === MOST_TAGS) throw new Error(`more than ${MOST_TAGS} tags`);
  numbers.set(tag, numbers.size);
  return numbers.size - 1;
};

export const tagSet = (tags: Iterable<Tag>): TagSet => {
  const set: number[] = [];
  for (const tag of tags) {
    const number = numberOfTag(tag);
    const at = Math.floor(number / BITS);
    while (set.length <= at) set.push(0);
    set[at] = (set[at] ?? 0) | (1 << (number % BITS));
  }
  return set;
};

/** Adds the tags of one set to another. */
export const addTags = (to: number[], tags: TagSet): void => {
  for (let at = 0; at < tags.length; at++) to[at] = (to[at] ?? 0) | (tags[at] ?? 0);
};

export const haveCommon = (one: TagSet, other: TagSet): boolean => {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) if (((one[at] ?? 0) & (other[at] ?? 0)) !== 0) return true;
  return false;
};

/** Whether a set has the tag of a number. */
export const hasNumber = (set: TagSet, number: number): boolean =>
  ((set[(number / BITS) | 0] ?? 0) & (1 << (number % BITS))) !== 0;
