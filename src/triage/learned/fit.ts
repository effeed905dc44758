// SPDX-License-Identifier: AGPL-3.0-or-later
import { BUCKETS } from './features.ts';
import { bucketsOf, type LinearModel, normOf } from './linear.ts';

/** A text of which it is known what it shows. */
export interface Example {
  readonly text: string;
  /** Texts born from one idea: what only one of them has says nothing of others. */
  readonly family: string;
  /** By label: 1 shown, 0 not shown, -1 not known. */
  readonly shown: Int8Array;
  /** By label: log-odds from elsewhere, which the fitted lines correct; absent: the label's own frequency. */
  readonly offset?: Float64Array;
}

export interface Fitting {
  readonly labels: readonly string[];
  readonly passes: number;
  readonly rate: number;
  /** Share of each weight that is lost at each pass. */
  readonly decay: number;
  /** How far each weight is drawn to nothing at each pass: what says little is left out. */
  readonly shrink: number;
  /** Families that a bucket must occur in to count at all. */
  readonly families: number;
}

export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

interface Prepared {
  readonly buckets: Int32Array;
  readonly values: Float64Array;
  readonly shown: Int8Array;
  readonly offset: Float64Array;
}

/** Buckets that occur in enough families. */
function shared(examples: readonly Example[], fewest: number): Uint8Array {
  const families = new Map<number, Set<string>>();
  for (const { text, family } of examples)
    for (const bucket of new Set(bucketsOf(text))) {
      const known = families.get(bucket);
      if (known === undefined) families.set(bucket, new Set([family]));
      else known.add(family);
    }
  const counted = new Uint8Array(BUCKETS);
  for (const [bucket, { size }] of families) if (size >= fewest) counted[bucket] = 1;
  return counted;
}

function prepare({ text, shown, offset }: Example, counted: Uint8Array, priors: Float64Array): Prepared {
  const all = bucketsOf(text);
  const counts = new Map<number, number>();
  for (const bucket of all) if (counted[bucket] === 1) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  const norm = normOf(all.length);
  return {
    buckets: Int32Array.from(counts.keys()),
    values: Float64Array.from(counts.values(), (count) => count * norm),
    shown,
    offset: offset ?? priors,
  };
}

/** By label, the log-odds of its frequency among those of which it is known. */
function priorsOf(examples: readonly Example[], width: number): Float64Array {
  return Float64Array.from({ length: width }, (_, label) => {
    const known = examples.filter(({ shown }) => (shown[label] ?? -1) >= 0);
    const positive = known.filter(({ shown }) => shown[label] === 1).length;
    return Math.log((positive + 0.5) / (known.length - positive + 0.5));
  });
}

/** The same order at every fit, and another at every pass. */
function shuffled(length: number, seed: number): Int32Array {
  const order = Int32Array.from({ length }, (_, index) => index);
  let state = seed | 1;
  for (let index = length - 1; index > 0; index--) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    const other = (state >>> 0) % (index + 1);
    const held = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = held;
  }
  return order;
}

/** How much slower than the weights the biases move: their buckets are in every text. */
const BIAS_RATE = 0.01;

/** Lines being fitted, by gradient descent one example at a time. */
class Lines {
  readonly #width: number;
  readonly #weights: Float64Array;
  readonly #biases: Float64Array;
  readonly #slopes: Float64Array;

  constructor(width: number) {
    this.#width = width;
    this.#weights = new Float64Array(BUCKETS * width);
    this.#biases = new Float64Array(width);
    this.#slopes = new Float64Array(width);
  }

  learn({ buckets, values, shown, offset }: Prepared, rate: number): void {
    const width = this.#width;
    const weights = this.#weights;
    const slopes = this.#slopes;
    for (let label = 0; label < width; label++) slopes[label] = (this.#biases[label] ?? 0) + (offset[label] ?? 0);
    for (let place = 0; place < buckets.length; place++) {
      const base = (buckets[place] ?? 0) * width;
      const value = values[place] ?? 0;
      for (let label = 0; label < width; label++)
        slopes[label] = (slopes[label] ?? 0) + value * (weights[base + label] ?? 0);
    }
    for (let label = 0; label < width; label++) {
      const known = shown[label] ?? -1;
      const slope = known < 0 ? 0 : rate * (logistic(slopes[label] ?? 0) - known);
      slopes[label] = slope;
      this.#biases[label] = (this.#biases[label] ?? 0) - BIAS_RATE * slope;
    }
    for (let place = 0; place < buckets.length; place++) {
      const base = (buckets[place] ?? 0) * width;
      const value = values[place] ?? 0;
      for (let label = 0; label < width; label++)
        weights[base + label] = (weights[base + label] ?? 0) - value * (slopes[label] ?? 0);
    }
  }

  temper({ decay, shrink }: Fitting): void {
    const weights = this.#weights;
    for (let at = 0; at < weights.length; at++) {
      const weight = (weights[at] ?? 0) * (1 - decay);
      weights[at] = weight > shrink ? weight - shrink : weight < -shrink ? weight + shrink : 0;
    }
  }

  /** In whole numbers from -127 to 127, each label by its own scale. */
  rounded(labels: readonly string[], priors: Float64Array): LinearModel {
    const width = this.#width;
    const largest = new Float64Array(width);
    for (let at = 0; at < this.#weights.length; at++)
      largest[at % width] = Math.max(largest[at % width] ?? 0, Math.abs(this.#weights[at] ?? 0));
    const scales = largest.map((most) => Math.fround(most / 127));
    const weights = Int8Array.from(this.#weights, (weight, at) => Math.round(weight / (scales[at % width] || 1)));
    return {
      labels,
      weights,
      scales,
      biases: this.#biases.map((bias, label) => Math.fround(bias + (priors[label] ?? 0))),
    };
  }
}

/**
 * Logistic regression, each label against the rest. The same examples in the same order give the same model. Where examples
 * bring an offset the model is what is to be added to it.
 */
export function fit(examples: readonly Example[], fitting: Fitting): LinearModel {
  const width = fitting.labels.length;
  const corrects = examples.some(({ offset }) => offset !== undefined);
  const priors = corrects ? new Float64Array(width) : priorsOf(examples, width);
  const counted = shared(examples, fitting.families);
  const prepared = examples.map((example) => prepare(example, counted, priors));
  const lines = new Lines(width);
  for (let pass = 0; pass < fitting.passes; pass++) {
    for (const index of shuffled(prepared.length, pass * 7919 + 17)) {
      const example = prepared[index];
      if (example !== undefined) lines.learn(example, fitting.rate / (1 + pass));
    }
    lines.temper(fitting);
  }
  return lines.rounded(fitting.labels, priors);
}
