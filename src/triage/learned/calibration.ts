// SPDX-License-Identifier: AGPL-3.0-or-later
import { logistic } from './fit.ts';

/** From what a line says to a probability: `logistic(slope * odds + intercept)`. */
export interface Calibration {
  readonly slope: number;
  readonly intercept: number;
}

export interface Held {
  /** What the line says of a text that it was not fitted on. */
  readonly odds: number;
  readonly shown: boolean;
}

interface Targets {
  readonly yes: number;
  readonly no: number;
}

const ITERATIONS = 100;
const SETTLED = 1e-9;
const LEAST_STEP = 1e-6;

/** Platt's calibration, with his prior against certainty from few examples. */
export function calibrate(held: readonly Held[]): Calibration {
  const positive = held.filter(({ shown }) => shown).length;
  const targets = { yes: (positive + 1) / (positive + 2), no: 1 / (held.length - positive + 2) };
  const share = (positive + 1) / (held.length + 2);
  const flat = { slope: 0, intercept: Math.log(share / (1 - share)) };
  const { slope, intercept } = descend(held, targets, flat);
  // A line that says the contrary of the truth says nothing: the label's own frequency is left.
  return slope > 0 ? rounded({ slope, intercept }) : rounded(flat);
}

/** As single precision keeps them, so that they read the same wherever they were computed. */
const rounded = ({ slope, intercept }: Calibration): Calibration => ({
  slope: Math.fround(slope),
  intercept: Math.fround(intercept),
});

/** Newton's method; a leap that makes things worse is halved. */
function descend(held: readonly Held[], targets: Targets, from: Calibration): Calibration {
  let current = from;
  let loss = lossOf(held, targets, current);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const leap = leapFrom(held, targets, current);
    let size = 1;
    let next = current;
    let better = loss;
    for (; size > LEAST_STEP; size /= 2) {
      next = { slope: current.slope - size * leap.slope, intercept: current.intercept - size * leap.intercept };
      better = lossOf(held, targets, next);
      if (better <= loss) break;
    }
    if (size <= LEAST_STEP || loss - better < SETTLED) break;
    current = next;
    loss = better;
  }
  return current;
}

function lossOf(held: readonly Held[], { yes, no }: Targets, { slope, intercept }: Calibration): number {
  let loss = 0;
  for (const { odds, shown } of held) {
    const line = slope * odds + intercept;
    // log(1 + e^line), without overflowing.
    loss += Math.max(line, 0) + Math.log1p(Math.exp(-Math.abs(line))) - (shown ? yes : no) * line;
  }
  return loss;
}

function leapFrom(held: readonly Held[], { yes, no }: Targets, { slope, intercept }: Calibration): Calibration {
  let [g1, g0, h11, h10, h00] = [0, 0, 1e-9, 0, 1e-9];
  for (const { odds, shown } of held) {
    const probability = logistic(slope * odds + intercept);
    const error = probability - (shown ? yes : no);
    const curve = probability * (1 - probability);
    g1 += error * odds;
    g0 += error;
    h11 += curve * odds * odds;
    h10 += curve * odds;
    h00 += curve;
  }
  const determinant = h11 * h00 - h10 * h10;
  return { slope: (h00 * g1 - h10 * g0) / determinant, intercept: (h11 * g0 - h10 * g1) / determinant };
}
