// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { read } from './reading.ts';
import { spanOf } from './sentence.ts';

/** Where a text names an illness, a part of the body or what ails it, whoever is ill: UTF-16 offsets. */
export function ailmentsIn(text: string): readonly Span[] {
  const reading = read(text);
  return reading.hits('ailment').map((hit) => spanOf(reading, hit));
}
