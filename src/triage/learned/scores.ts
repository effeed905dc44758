// SPDX-License-Identifier: AGPL-3.0-or-later
import { logistic } from './fit.ts';
import { bucketsOf, type LinearModel, linearOf, opened } from './linear.ts';
import { LEARNED_CATEGORIES, MODEL } from './model.ts';
import { Scorer } from './scorer.ts';

/** How probable it is that a text shows a category. Never a reason for anything: it only orders what people read. */
export interface LearnedScore {
  readonly category: string;
  /** Calibrated, from 0 to 1: of texts like the corpus given 0.7, seven in ten showed it. */
  readonly probability: number;
}

let lines: LinearModel | undefined;
let scorer: Scorer | undefined;
/** Filled anew by every reading. */
let odds: Float64Array | undefined;

/** The model's lines, opened at the first use. */
export function baseLines(): LinearModel {
  lines ??= opened(MODEL.lines);
  return lines;
}

const calibrated = (label: number, line: number): number => {
  const { slope, intercept } = MODEL.calibrations[label] ?? { slope: 0, intercept: 0 };
  return slope * line + intercept;
};

/** Calibrated log-odds of each category, written into `into`. */
export function learnedOdds(text: string, into: Float64Array): void {
  scorer ??= new Scorer(baseLines());
  scorer.score(text, into);
  for (let label = 0; label < into.length; label++) into[label] = calibrated(label, into[label] ?? 0);
}

/**
 * The probability of each category that the model knows, in its order; with `own`, corrected by what a body's decisions taught.
 * Pure.
 */
export function learnedScores(text: string, own?: LinearModel): readonly LearnedScore[] {
  odds ??= new Float64Array(LEARNED_CATEGORIES.length);
  const read = odds;
  learnedOdds(text, read);
  const correction = own === undefined ? undefined : linearOf(own, bucketsOf(text));
  return LEARNED_CATEGORIES.map((category, label) => ({
    category,
    probability: logistic((read[label] ?? 0) + (correction?.[label] ?? 0)),
  }));
}
