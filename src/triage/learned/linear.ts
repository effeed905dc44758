// SPDX-License-Identifier: AGPL-3.0-or-later

import { packWeights, unpackWeights } from '../packed-weights.ts';
import {
  BUCKETS,
  bucketOf,
  hashOf,
  letterBuckets,
  MOST_IN_A_WORD,
  markHash,
  pairHash,
  WORD_COUNTS,
} from './features.ts';
import { readWords } from './words.ts';

/** One line through the buckets for each label. */
export interface LinearModel {
  /** Categories. */
  readonly labels: readonly string[];
  /** By bucket, and in each bucket by label. */
  readonly weights: Int8Array;
  /** By label: what a unit of weight is worth. */
  readonly scales: Float64Array;
  readonly biases: Float64Array;
}

/** The buckets of a text, each as often as it counts. */
export function bucketsOf(text: string): Int32Array {
  const found: number[] = [];
  const inWord = new Int32Array(MOST_IN_A_WORD);
  const whole = (hash: number) => {
    for (let count = 0; count < WORD_COUNTS; count++) found.push(bucketOf(hash));
  };
  let before = 0;
  readWords(text, {
    word(word) {
      const hash = hashOf(word);
      const count = letterBuckets(word, inWord);
      for (let index = 0; index < count; index++) found.push(inWord[index] ?? 0);
      whole(hash);
      if (before !== 0) whole(pairHash(before, hash));
      before = hash;
    },
    mark(mark, value) {
      whole(markHash(mark, value));
    },
  });
  return Int32Array.from(found);
}

/** Keeps long texts from shouting. */
export const normOf = (count: number): number => 1 / Math.sqrt(Math.max(count, 1));

/** What a model says of buckets: log-odds by label, before calibration. */
export function linearOf(model: LinearModel, buckets: Int32Array): Float64Array {
  const { labels, weights, scales, biases } = model;
  const width = labels.length;
  const sums = new Float64Array(width);
  for (const bucket of buckets)
    for (let label = 0; label < width; label++)
      sums[label] = (sums[label] ?? 0) + (weights[bucket * width + label] ?? 0);
  const norm = normOf(buckets.length);
  return sums.map((sum, label) => (biases[label] ?? 0) + sum * (scales[label] ?? 0) * norm);
}

/** A model as JSON keeps it. */
export interface StoredModel {
  readonly labels: readonly string[];
  readonly scales: readonly number[];
  readonly biases: readonly number[];
  /** Base64; zeros are counted: a zero byte, then how many of them there are in groups of seven bits, lowest first. */
  readonly weights: string;
}

export const stored = ({ labels, scales, biases, weights }: LinearModel): StoredModel => ({
  labels,
  scales: [...scales],
  biases: [...biases],
  weights: packWeights(weights),
});

/** Throws where the weights are not those of so many labels. */
export function opened({ labels, scales, biases, weights }: StoredModel): LinearModel {
  return {
    labels,
    scales: Float64Array.from(scales),
    biases: Float64Array.from(biases),
    weights: unpackWeights(weights, BUCKETS * labels.length),
  };
}
