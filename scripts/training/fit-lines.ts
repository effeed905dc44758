// SPDX-License-Identifier: AGPL-3.0-or-later

import { PAIR_SAYS } from '../../src/triage/settling/adding.ts';
import { GROUPS } from '../../src/triage/settling/features.ts';
import { BUCKETS, PAIRS_UP_TO, PARTS_UP_TO } from '../../src/triage/settling/hashes.ts';
import { GAIN } from '../../src/triage/settling/table.ts';
import { IS_OFFENCE, type Read, WIDTH } from './read-lessons.ts';

// Logistic regression over the features of texts, for all categories at once, each feature first scaled by how unevenly it falls
// inside and outside the category.

const PASSES = 10;
const RATE = 0.3;
const DECAY = 1e-5;
const UNEVENNESS = 0.7;
const MOST_UNEVEN = 3;
/** Below so many units of 127 a weight is left out; two words together, of which there are many, must say more. */
const FAINT = { alone: 5, together: 9 };
/**
 * How often what the lexicon and the rules say of a text is kept from it while fitting: all of it, and each piece by itself. The
 * lists were written with much of these texts in view; without this the fit would take them to know as much of others.
 */
const KEPT_AWAY = 0.15;
/** By bucket, then by category. */
export interface Lines {
  readonly weights: Float32Array;
  readonly biases: Float64Array;
}

/** How unevenly each feature falls inside and outside each category. */
function unevenness(texts: readonly Read[]): Float32Array {
  const inside = new Float32Array(BUCKETS * WIDTH).fill(1);
  const all = new Float32Array(BUCKETS);
  const shownIn = new Float64Array(WIDTH);
  for (const { buckets, shown } of texts) {
    for (let place = 0; place < WIDTH; place++) if (shown[place] === 1) shownIn[place] = (shownIn[place] ?? 0) + 1;
    for (const bucket of buckets) {
      all[bucket] = (all[bucket] ?? 0) + 1;
      for (let place = 0; place < WIDTH; place++)
        if (shown[place] === 1) inside[bucket * WIDTH + place] = (inside[bucket * WIDTH + place] ?? 0) + 1;
    }
  }
  for (let cell = 0; cell < inside.length; cell++) {
    const within = shownIn[cell % WIDTH] ?? 0;
    const count = inside[cell] ?? 1;
    const without = (all[Math.floor(cell / WIDTH)] ?? 0) - count + 2;
    const ratio = Math.abs(Math.log(count / (within + 1) / (without / (texts.length - within + 1))));
    inside[cell] = 1 - UNEVENNESS + UNEVENNESS * Math.min(MOST_UNEVEN, ratio);
  }
  return inside;
}

/** Numbers from 0 to 1 that look random, the same at each run. */
function repeatable(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffled(order: Int32Array, random: () => number): void {
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const one = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = one;
  }
}

/** Which features of a text one step of the fit is told of. */
function toldOf({ buckets, groups }: Read, random: () => number, into: Int32Array): number {
  const isAway = [false, random() < KEPT_AWAY, random() < KEPT_AWAY];
  let count = 0;
  for (let at = 0; at < buckets.length && count < into.length; at++) {
    const group = groups[at] ?? 0;
    if (group !== GROUPS.words && (isAway[group] === true || random() < KEPT_AWAY)) continue;
    into[count++] = at;
  }
  return count;
}

/** The same texts in the same order give the same lines. */
export function fit(texts: readonly Read[]): Lines {
  const uneven = unevenness(texts);
  const weights = new Float32Array(BUCKETS * WIDTH);
  const steps = new Float32Array(BUCKETS * WIDTH).fill(0.01);
  const biases = new Float64Array(WIDTH).fill(-2);
  const biasSteps = new Float64Array(WIDTH).fill(0.01);
  const odds = new Float64Array(WIDTH);
  const slopes = new Float64Array(WIDTH);
  const told = new Int32Array(1 << 16);
  const random = repeatable();
  const order = Int32Array.from(texts.keys());
  for (let pass = 0; pass < PASSES; pass++) {
    shuffled(order, random);
    for (const index of order) {
      const text = texts[index];
      if (text === undefined) continue;
      const { buckets, values, shown, lesson } = text;
      const count = toldOf(text, random, told);
      const share = shareOf(values, told, count);
      odds.set(biases);
      for (let one = 0; one < count; one++) {
        const at = told[one] ?? 0;
        const cell = (buckets[at] ?? 0) * WIDTH;
        const value = (values[at] ?? 0) * share;
        for (let place = 0; place < WIDTH; place++)
          odds[place] = (odds[place] ?? 0) + (weights[cell + place] ?? 0) * value * (uneven[cell + place] ?? 0);
      }
      for (let place = 0; place < WIDTH; place++) {
        const is = shown[place] ?? -1;
        const worth = IS_OFFENCE[place] === true || !lesson.isLawful ? lesson.worth : 1;
        const slope = is < 0 ? 0 : (1 / (1 + Math.exp(-(odds[place] ?? 0))) - is) * worth;
        slopes[place] = slope;
        biasSteps[place] = (biasSteps[place] ?? 0) + slope * slope;
        biases[place] = (biases[place] ?? 0) - (RATE * slope) / Math.sqrt(biasSteps[place] ?? 1);
      }
      for (let one = 0; one < count; one++) {
        const at = told[one] ?? 0;
        const begin = (buckets[at] ?? 0) * WIDTH;
        const value = (values[at] ?? 0) * share;
        for (let place = 0; place < WIDTH; place++) {
          const slope = slopes[place] ?? 0;
          if (slope === 0) continue;
          const cell = begin + place;
          const steep = slope * value * (uneven[cell] ?? 0) + DECAY * (weights[cell] ?? 0);
          steps[cell] = (steps[cell] ?? 0) + steep * steep;
          weights[cell] = (weights[cell] ?? 0) - (RATE * steep) / Math.sqrt(steps[cell] ?? 1);
        }
      }
    }
  }
  for (let cell = 0; cell < weights.length; cell++) weights[cell] = (weights[cell] ?? 0) * (uneven[cell] ?? 0);
  return { weights: withoutFaint(weights), biases };
}

/** Brings a text to one length, whatever it is told of. */
function shareOf(values: Int8Array, told: Int32Array, count: number): number {
  let squares = 0;
  for (let one = 0; one < count; one++) squares += (values[told[one] ?? 0] ?? 0) ** 2;
  return squares === 0 ? 0 : GAIN / Math.sqrt(squares);
}

export function mostOf(weights: Float32Array, place: number): number {
  let most = 1e-9;
  for (let cell = place; cell < weights.length; cell += WIDTH) most = Math.max(most, Math.abs(weights[cell] ?? 0));
  return most;
}

/** Before thresholds are chosen: they are those of the weights that are kept. */
function withoutFaint(weights: Float32Array): Float32Array {
  const mosts = Float64Array.from({ length: WIDTH }, (_, place) => mostOf(weights, place));
  for (let cell = 0; cell < weights.length; cell++) {
    const bucket = Math.floor(cell / WIDTH);
    const faint = bucket >= PARTS_UP_TO && bucket < PAIRS_UP_TO ? FAINT.together : FAINT.alone;
    if (Math.abs(weights[cell] ?? 0) <= ((mosts[cell % WIDTH] ?? 0) * faint) / 127) weights[cell] = 0;
  }
  for (let bucket = PARTS_UP_TO; bucket < PAIRS_UP_TO; bucket++) keepHeaviest(weights, bucket * WIDTH, mosts);
  return weights;
}

/** Of a pair of words, as many weights as the engine reads. */
function keepHeaviest(weights: Float32Array, begin: number, mosts: Float64Array): void {
  const shares = Array.from(
    weights.subarray(begin, begin + WIDTH),
    (weight, place) => Math.abs(weight) / (mosts[place] ?? 1),
  );
  const least = shares.toSorted((one, other) => other - one)[PAIR_SAYS] ?? 0;
  if (least === 0) return;
  for (let place = 0; place < WIDTH; place++) if ((shares[place] ?? 0) <= least) weights[begin + place] = 0;
}

export function oddsOf({ weights, biases }: Lines, { buckets, values }: Read): Float64Array {
  const odds = new Float64Array(WIDTH);
  const all = Int32Array.from(buckets.keys());
  const share = shareOf(values, all, all.length);
  for (let at = 0; at < buckets.length; at++)
    for (let place = 0; place < WIDTH; place++)
      odds[place] = (odds[place] ?? 0) + (weights[(buckets[at] ?? 0) * WIDTH + place] ?? 0) * (values[at] ?? 0) * share;
  return odds.map((value, place) => value + (biases[place] ?? 0));
}
