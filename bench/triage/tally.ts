// SPDX-License-Identifier: AGPL-3.0-or-later

/** How often a thing was rightly noticed, noticed where it is not, and overlooked. */
export interface Tally {
  readonly right: number;
  readonly alarms: number;
  readonly misses: number;
}

export const ratio = (part: number, whole: number): number => (whole === 0 ? Number.NaN : part / whole);

/** NaN where nothing was noticed. */
export const precision = ({ right, alarms }: Tally): number => ratio(right, right + alarms);
/** NaN where there was nothing to notice. */
export const recall = ({ right, misses }: Tally): number => ratio(right, right + misses);
/** NaN only where there was nothing to notice and nothing was noticed. */
export const f1 = ({ right, alarms, misses }: Tally): number => ratio(2 * right, 2 * right + alarms + misses);

export const mean = (figures: readonly number[]): number =>
  ratio(
    figures.reduce((sum, figure) => sum + figure, 0),
    figures.length,
  );

/** One answer of yes or no for each thing, beside the true one. */
export interface Answer {
  readonly expected: boolean;
  readonly got: boolean;
}

export function tallyOf(answers: readonly Answer[]): Tally {
  let [right, alarms, misses] = [0, 0, 0];
  for (const { expected, got } of answers) {
    if (expected && got) right += 1;
    else if (got) alarms += 1;
    else if (expected) misses += 1;
  }
  return { right, alarms, misses };
}

/** The mean F1 of «yes» and «no». */
export const macroOfTwo = (answers: readonly Answer[]): number =>
  mean([f1(tallyOf(answers)), f1(tallyOf(answers.map(({ expected, got }) => ({ expected: !expected, got: !got }))))]);
