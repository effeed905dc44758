// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy/contract';

/** A datum that identifies or reaches a person, found in a text. */
export interface Datum {
  readonly span: Span;
  /** 1 where a checksum holds; below 0.5 it is shown and grounds no proposal. */
  readonly strength: number;
  /** What kind of datum it is. */
  readonly source: string;
  /** One Italian sentence; it never repeats the datum. */
  readonly reason: string;
}

/**
 * One kind of datum that has digits in it. It is asked at the first digit of each run, looks a bounded number of characters
 * around, and answers at most one datum.
 */
export type DigitFinder = (text: string, digit: number) => Datum | undefined;

/** Matches a sticky pattern at a place. */
export const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** At most so many characters before a place. */
export const before = (text: string, at: number, length: number): string => text.slice(Math.max(0, at - length), at);

/** What stands around a stretch, itself included: a window, so that long texts cost no more. */
export const around = (text: string, [start, end]: Span, length: number): string =>
  text.slice(Math.max(0, start - length), end + length);

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

export const isWordAt = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  if (unit > 127) return LETTER_OR_DIGIT.test(text.charAt(at));
  return (unit > 96 && unit < 123) || (unit > 64 && unit < 91) || (unit > 47 && unit < 58);
};

/** Whether a plain letter stands at a place, without accents. */
export const isPlainLetterAt = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return (unit > 96 && unit < 123) || (unit > 64 && unit < 91);
};

export const isDigitAt = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 48 && unit <= 57;
};

/** Whether a stretch is cut off from letters and digits on both sides. */
export const standsAlone = (text: string, start: number, end: number): boolean =>
  !isWordAt(text, start - 1) && !isWordAt(text, end);

/** Of stretches in order, the place of the first that ends at `from` or later; found by halving. */
export const firstEndingFrom = <Stretch>(
  stretches: readonly Stretch[],
  from: number,
  endOf: (stretch: Stretch) => number,
): number => {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle];
    if (stretch !== undefined && endOf(stretch) < from) low = middle + 1;
    else high = middle;
  }
  return low;
};
