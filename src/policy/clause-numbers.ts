// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Audience } from './document.ts';
import { PART_TITLES } from './reading/outline.ts';

const TITLES = /^#[^\S\n]+(.*\S)|^###[^\S\n]+([A-Z][A-Z0-9]*-\d{3})[^\S\n]/gm;

/** The numbers of the clauses of one part, from the titles alone: of a text without mistakes, and without reading it whole. */
export function clauseNumbersIn(source: string, audience: Audience): string[] {
  const numbers: string[] = [];
  let isInPart = false;
  for (const [, part, number] of source.matchAll(TITLES)) {
    if (part !== undefined) isInPart = part === PART_TITLES[audience];
    else if (isInPart && number !== undefined) numbers.push(number);
  }
  return numbers;
}
