// SPDX-License-Identifier: AGPL-3.0-or-later
import { editorialError } from '../errors.ts';

// The boxes of an MP4 (ISO/IEC 14496-12): a length, four letters, and what is inside.

export interface Box {
  readonly type: string;
  readonly start: number;
  /** Where what is inside begins. */
  readonly inside: number;
  readonly end: number;
}

const MOST_BOXES = 10_000;

const broken = (why: string) => editorialError('MEDIA_BROKEN', why);

/** The boxes that fill a stretch of a file exactly. Throws MEDIA_BROKEN. */
export function boxesIn(bytes: Buffer, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  let at = start;
  while (at < end) {
    if (end - at < 8 || boxes.length === MOST_BOXES) throw broken('i suoi blocchi non tornano');
    const type = bytes.toString('latin1', at + 4, at + 8);
    const told = bytes.readUInt32BE(at);
    const isLong = told === 1;
    if (isLong && end - at < 16) throw broken('i suoi blocchi non tornano');
    const length = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : told === 0 ? end - at : told;
    const inside = at + (isLong ? 16 : 8);
    if (length < inside - at || length > end - at) throw broken('finisce prima del dovuto');
    boxes.push({ type, start: at, inside, end: at + length });
    at += length;
  }
  return boxes;
}

export const childrenOf = (bytes: Buffer, box: Box): Box[] => boxesIn(bytes, box.inside, box.end);

/** Down the names, one box in another; undefined where one is missing. */
export function boxAt(bytes: Buffer, from: Box, names: readonly string[]): Box | undefined {
  let box: Box | undefined = from;
  for (const name of names) box = box && childrenOf(bytes, box).find(({ type }) => type === name);
  return box;
}

/** A number inside a box, so many bytes from where it begins. Throws MEDIA_BROKEN beyond its end. */
export function numberIn(bytes: Buffer, { inside, end }: Box, offset: number, length: 4 | 8 = 4): number {
  const at = inside + offset;
  if (at + length > end) throw broken('un blocco è troppo corto');
  return length === 4 ? bytes.readUInt32BE(at) : Number(bytes.readBigUInt64BE(at));
}

/** Leaves the room and takes what is in it: offsets elsewhere in the file stay right. */
export function empty(bytes: Buffer, { start, inside, end }: Box): void {
  bytes.write('free', start + 4, 'latin1');
  bytes.fill(0, inside, end);
}
