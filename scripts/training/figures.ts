// SPDX-License-Identifier: AGPL-3.0-or-later
import { REGULATED_CATEGORIES } from '#policy';
import type { LabelledComment } from '../../corpus/corpus.ts';
import type { Calibration, Held } from '../../src/triage/learned/calibration.ts';
import { logistic } from '../../src/triage/learned/fit.ts';
import { bucketsOf, type LinearModel, linearOf } from '../../src/triage/learned/linear.ts';
import type { LabelFigures, TrainedModel } from '../../src/triage/learned/trained.ts';

const LAWFUL_HARSH = 'lawful-harsh.txt';
const PROBABLE = 0.5;
const BINS = 10;
const REGULATED: ReadonlySet<string> = new Set(REGULATED_CATEGORIES.map(({ slug }) => slug));

/** How often one that shows it stands above one that does not; ties count half. */
export function rankingOf(held: readonly Held[]): number {
  const sorted = held.toSorted((one, other) => one.odds - other.odds);
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.odds === sorted[from]?.odds) to += 1;
    const shared = (from + 1 + to) / 2;
    for (let at = from; at < to; at++) if (sorted[at]?.shown === true) ranks += shared;
    from = to;
  }
  const positive = held.filter(({ shown }) => shown).length;
  const negative = held.length - positive;
  return positive === 0 || negative === 0 ? 0.5 : (ranks - (positive * (positive + 1)) / 2) / (positive * negative);
}

interface Given {
  readonly probability: number;
  readonly shown: boolean;
}

/** Distance between what was said and what happened, in ten bins, weighed by how many fell in each. */
function offBy(given: readonly Given[]): number {
  const bins = Map.groupBy(given, ({ probability }) => Math.min(Math.floor(probability * BINS), BINS - 1));
  let error = 0;
  for (const bin of bins.values()) {
    const said = bin.reduce((sum, { probability }) => sum + probability, 0);
    const happened = bin.filter(({ shown }) => shown).length;
    error += Math.abs(said - happened);
  }
  return error / given.length;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

interface Calibrated {
  readonly model: LinearModel;
  readonly calibrations: readonly Calibration[];
}

/** What the model does on comments of families that it never saw. */
export function figuresOf(
  { model, calibrations }: Calibrated,
  test: readonly LabelledComment[],
): Pick<TrainedModel, 'figures' | 'lawfulHarsh'> {
  const given = test.map((comment) => {
    const odds = linearOf(model, bucketsOf(comment.text));
    return {
      comment,
      probabilities: calibrations.map((one, label) => logistic(one.slope * (odds[label] ?? 0) + one.intercept)),
    };
  });
  const figures = model.labels.map((label, index): LabelFigures => {
    const told = given.filter(({ comment }) => !comment.doubts.has(label));
    const ofLabel = told.map(({ comment, probabilities }) => ({
      probability: probabilities[index] ?? 0,
      shown: comment.labels.has(label),
    }));
    const families = new Set(test.filter(({ labels }) => labels.has(label)).map(({ family }) => family)).size;
    return { ...measured(ofLabel), families };
  });
  const lawful = given.filter(({ comment }) => comment.file === LAWFUL_HARSH);
  const alarmed = lawful.filter(({ comment, probabilities }) =>
    model.labels.some((label, index) => {
      const accuses = REGULATED.has(label) && !comment.labels.has(label) && !comment.doubts.has(label);
      return accuses && (probabilities[index] ?? 0) >= PROBABLE;
    }),
  );
  return { figures, lawfulHarsh: { comments: lawful.length, alarms: alarmed.length } };
}

function measured(given: readonly Given[]): Omit<LabelFigures, 'families'> {
  const shown = given.filter((one) => one.shown);
  const probable = given.filter(({ probability }) => probability >= PROBABLE);
  const right = probable.filter((one) => one.shown).length;
  return {
    comments: shown.length,
    ranking: rounded(rankingOf(given.map(({ probability, shown }) => ({ odds: probability, shown })))),
    precision: probable.length === 0 ? null : rounded(right / probable.length),
    recall: rounded(share(right, shown.length)),
    falseAlarms: rounded(share(probable.length - right, given.length - shown.length)),
    offBy: rounded(offBy(given)),
  };
}
