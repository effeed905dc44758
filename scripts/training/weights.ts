// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tag } from '../../src/triage/lexicon/entry.ts';
import { BUCKETS } from '../../src/triage/settling/hashes.ts';
import { type StoredTable, storedRanges } from '../../src/triage/settling/stored-table.ts';
import type { Lesson } from './examples.ts';
import { fit, mostOf } from './fit-lines.ts';
import { CATEGORIES, NO_OFFENCE, type Read, readAll, WIDTH } from './read-lessons.ts';
import { type Chosen, heldOutOf, thresholdsFor } from './thresholds.ts';
import { materialDigest } from './train.ts';

// Fits what `src/triage/settling` weighs.

/** Data of persons are found by their own form alone; company says only whether a name or an address is a private person's. */
const WITHOUT_GROUNDS = ['personal-data'];

/** A kind of words is a ground where it is so much more frequent than by chance, in so many texts. */
const GROUND_LIFT = { offence: 2.5, other: 1.3 };
const FEWEST_TEXTS = 8;

export interface Fitted {
  readonly table: StoredTable;
  /** By category, on families held out: what the thresholds were chosen by. */
  readonly heldOut: Readonly<Record<string, Chosen>>;
}

export function fitWeights(lessons: readonly Lesson[]): Fitted {
  const texts = readAll(lessons);
  const held = heldOutOf(texts);
  const { weights: fitted, biases: heights } = fit(texts);
  const weights = new Int8Array(BUCKETS * WIDTH);
  const scales: number[] = [];
  const biases: number[] = [];
  const gaps: number[] = [];
  const grounds: Record<string, readonly string[]> = {};
  const heldOut: Record<string, Chosen> = {};
  for (const [place, category] of CATEGORIES.entries()) {
    const chosen = thresholdsFor(held, place);
    const most = mostOf(fitted, place);
    scales.push(Math.fround(most / 127));
    biases.push(Math.fround((heights[place] ?? 0) - chosen.proposing));
    gaps.push(Math.fround(chosen.proposing - chosen.noticing));
    for (let cell = place; cell < fitted.length; cell += WIDTH)
      weights[cell] = Math.round(((fitted[cell] ?? 0) / most) * 127);
    grounds[category] = WITHOUT_GROUNDS.includes(category) ? [] : groundsOf(texts, category);
    heldOut[category] = chosen;
  }
  const material = materialDigest(lessons);
  return {
    table: { material, categories: CATEGORIES, scales, biases, gaps, grounds, ranges: storedRanges(weights, WIDTH) },
    heldOut,
  };
}

/** Kinds of words found in the category's texts far more often than by chance. */
function groundsOf(texts: readonly Read[], category: string): readonly string[] {
  const counts = new Map<Tag, { all: number; shown: number }>();
  let shown = 0;
  for (const { tags, lesson } of texts) {
    const is = lesson.shown.has(category);
    if (is) shown += 1;
    for (const tag of tags) {
      const count = counts.get(tag) ?? { all: 0, shown: 0 };
      counts.set(tag, { all: count.all + 1, shown: count.shown + (is ? 1 : 0) });
    }
  }
  const usual = shown / texts.length;
  const lift = NO_OFFENCE.includes(category) ? GROUND_LIFT.other : GROUND_LIFT.offence;
  return [...counts]
    .filter(([, { all, shown: of }]) => all >= FEWEST_TEXTS && of / all >= lift * usual)
    .toSorted(([, one], [, other]) => other.shown / other.all - one.shown / one.all)
    .map(([tag]) => tag);
}
