// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Example, fit } from './fit.ts';
import type { LinearModel } from './linear.ts';
import { LEARNED_CATEGORIES } from './model.ts';
import { learnedOdds } from './scores.ts';

/** A text on which a person of the body decided. */
export interface Decided {
  readonly text: string;
  /** Categories of the clause that was applied; empty where the text was left. */
  readonly shown: readonly string[];
  /** Categories that the decision says were not there. */
  readonly notShown: readonly string[];
}

/** Slow and forgetful: few decisions move little, and no single one much. */
const FITTING = { labels: LEARNED_CATEGORIES, passes: 8, rate: 1, decay: 0.05, shrink: 0.001, families: 2 };

/**
 * What a body's decisions add to the model: lines to hand to `learnedScores`. Always from all of them, so that what is
 * forgotten or undone is gone at the next learning. The same decisions in the same order give the same lines.
 */
export function learnFrom(decisions: readonly Decided[]): LinearModel {
  const examples = decisions.map(({ text, shown, notShown }, index): Example => {
    const offset = new Float64Array(LEARNED_CATEGORIES.length);
    learnedOdds(text, offset);
    const known = (category: string) => (shown.includes(category) ? 1 : notShown.includes(category) ? 0 : -1);
    return { text, family: String(index), shown: Int8Array.from(LEARNED_CATEGORIES, known), offset };
  });
  return fit(examples, FITTING);
}
