// SPDX-License-Identifier: AGPL-3.0-or-later
import { BULLETS } from '../reading/characters.ts';

/** What begins an item of a list, and the words after it. */
export interface Marker {
  readonly sort: 'bullet' | 'number' | 'letter';
  readonly written: string;
  readonly rest: string;
  /** For numbers: `2.1` is 2 deep. */
  readonly depth: number;
}

const escaped = BULLETS.replace(/[o*-]/g, '').replace(/[\\\]^]/g, '\\$&');
const BULLET = new RegExp(
  `^(?:[${escaped}]{1,2}\\s*|[-*]{1,2}\\s+|[✅❌🚫⛔☑👉➡🔹🔸🔴🟢]\\uFE0F?\\s*|-(?=\\p{L})|>\\s+)(?=\\S)`,
  'u',
);
const NUMBER =
  /^(?:\(?(\d{1,2}(?:\.\d{1,2})*)\s?[.)°º]+[-–:]?\s*(?=\p{L}|["«“(@])|(\d{1,2}(?:\.\d{1,2})+)\s+(?=\p{L})|(\d{1,2})\s+[-–]\s+(?=\p{L}))/u;
const LETTER = /^\(?(?:[a-z]|[ivx]{1,4})[)]\s*(?=\S)|^[a-h]\.\s+(?=\S)/;

/** Reads the mark at the beginning of a line; undefined where it begins with words. */
export function markerOf(text: string): Marker | undefined {
  const bullet = BULLET.exec(text)?.[0];
  if (bullet !== undefined) {
    const rest = text.slice(bullet.length);
    // A bullet before a number: «• 1. …».
    return { sort: 'bullet', written: bullet, rest, depth: 1 };
  }
  const number = NUMBER.exec(text);
  if (number !== null) {
    const digits = number[1] ?? number[2] ?? number[3] ?? '';
    return { sort: 'number', written: number[0], rest: text.slice(number[0].length), depth: digits.split('.').length };
  }
  const letter = LETTER.exec(text)?.[0];
  return letter === undefined
    ? undefined
    : { sort: 'letter', written: letter, rest: text.slice(letter.length), depth: 1 };
}
