// SPDX-License-Identifier: AGPL-3.0-or-later
import { VOCABULARY } from '#policy';
import { noticedIn } from '../../src/triage/analyse.ts';
import type { Tag } from '../../src/triage/lexicon/entry.ts';
import { lexicon } from '../../src/triage/lexicon/lists.ts';
import { packWeights } from '../../src/triage/packed-weights.ts';
import { read } from '../../src/triage/reading.ts';
import { BUCKETS, Features } from '../../src/triage/settling/features.ts';
import { GAIN, ONLY_SORTS, type StoredTable } from '../../src/triage/settling/table.ts';
import type { Lesson } from './examples.ts';
import { materialDigest, PARTS, partOf } from './train.ts';

// Fits what `src/triage/settling` weighs: for each category logistic regression over the features of the texts for training,
// each feature first scaled by how unevenly it falls inside and outside the category.

/** Data of persons are found by their own form alone; company says only whether a name or an address is a private person's. */
const WITHOUT_GROUNDS = ['personal-data'];

const PASSES = 10;
const RATE = 0.3;
const DECAY = 1e-5;
const MOST_WEIGHT = 2;
const UNEVENNESS = 0.7;
const MOST_UNEVEN = 3;
/** What only a family or two have says nothing of others. */
const FEWEST_FAMILIES = 3;
/** Below so many units of 127 a weight is left out. */
const FAINT = 4;
/** How often a proposal must be right; what only sorts the queue is chosen where most is found. */
const PRECISION = 0.87;

/** A kind of words is a ground where it is so much more frequent than by chance, in so many texts. */
const GROUND_LIFT = { offence: 2.5, other: 1.3 };
const FEWEST_TEXTS = 8;
const NO_OFFENCE = [...ONLY_SORTS, 'personal-case'];

interface Read {
  readonly buckets: Int32Array;
  /** Already brought to one length. */
  readonly values: Float32Array;
  readonly tags: ReadonlySet<Tag>;
  readonly lesson: Lesson;
}

const CATEGORIES = VOCABULARY.filter(({ textCanShow }) => textCanShow).map(({ slug }) => slug);

export interface Fitted {
  readonly table: StoredTable;
  /** By category, on families held out: what the threshold was chosen by. */
  readonly heldOut: Readonly<Record<string, { readonly precision: number; readonly recall: number }>>;
}

export function fitWeights(lessons: readonly Lesson[]): Fitted {
  const texts = readAll(lessons);
  const weights = new Int8Array(BUCKETS * CATEGORIES.length);
  const scales: number[] = [];
  const biases: number[] = [];
  const grounds: Record<string, readonly string[]> = {};
  const heldOut: Record<string, { precision: number; recall: number }> = {};
  for (const [place, category] of CATEGORIES.entries()) {
    const { threshold, ...figures } = thresholdFor(texts, category);
    const line = fitLine(texts, category);
    const most = mostOf(line.weights);
    scales.push(Math.fround(most / 127));
    biases.push(Math.fround(line.bias - threshold));
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      weights[bucket * CATEGORIES.length + place] = Math.round(((line.weights[bucket] ?? 0) / most) * 127);
    }
    grounds[category] = WITHOUT_GROUNDS.includes(category) ? [] : groundsOf(texts, category);
    heldOut[category] = figures;
  }
  return {
    table: {
      material: materialDigest(lessons),
      categories: CATEGORIES,
      scales,
      biases,
      grounds,
      weights: packWeights(weights),
    },
    heldOut,
  };
}

/** Every text as the engine sees it, without what only one family has. */
function readAll(lessons: readonly Lesson[]): readonly Read[] {
  const features = new Features();
  const tags = [...new Set(lexicon().map(({ tag }) => tag))];
  const families = new Map<number, Set<string>>();
  const all = lessons.map((lesson) => {
    const reading = read(lesson.text);
    features.read(reading, noticedIn(reading, lesson.context));
    const buckets = features.buckets.slice(0, features.count);
    for (const bucket of buckets) {
      const known = families.get(bucket) ?? new Set();
      if (known.size < FEWEST_FAMILIES) families.set(bucket, known.add(lesson.family));
    }
    const share = GAIN * features.norm;
    const values = features.values.slice(0, features.count).map((value) => value * share);
    return { lesson, buckets, values, tags: new Set(tags.filter((tag) => reading.hits(tag).length > 0)) };
  });
  return all.map(({ buckets, values, ...read }) => {
    const kept = [...buckets.keys()].filter((at) => (families.get(buckets[at] ?? 0)?.size ?? 0) >= FEWEST_FAMILIES);
    return {
      ...read,
      buckets: Int32Array.from(kept, (at) => buckets[at] ?? 0),
      values: Float32Array.from(kept, (at) => values[at] ?? 0),
    };
  });
}

interface Line {
  readonly weights: Float64Array;
  readonly bias: number;
}

const isKnown = ({ lesson }: Read, category: string): boolean => lesson.shown.has(category) || lesson.isKnown(category);

/** How unevenly each feature falls inside and outside a category. */
function unevenness(texts: readonly Read[], category: string): Float64Array {
  const inside = new Float64Array(BUCKETS).fill(1);
  const outside = new Float64Array(BUCKETS).fill(1);
  let within = 1;
  let without = 1;
  for (const { lesson, buckets } of texts) {
    const shown = lesson.shown.has(category);
    if (shown) within += 1;
    else without += 1;
    const counts = shown ? inside : outside;
    for (const bucket of buckets) counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return inside.map((count, bucket) => {
    const ratio = Math.abs(Math.log(count / within / ((outside[bucket] ?? 1) / without)));
    return 1 - UNEVENNESS + UNEVENNESS * Math.min(MOST_UNEVEN, ratio);
  });
}

/** The same texts in the same order give the same line. */
function fitLine(all: readonly Read[], category: string): Line {
  const texts = all.filter((text) => isKnown(text, category));
  const uneven = unevenness(texts, category);
  const weights = new Float64Array(BUCKETS);
  const slopes = new Float64Array(BUCKETS).fill(0.01);
  let bias = -2;
  let biasSlopes = 0.01;
  const shown = texts.filter(({ lesson }) => lesson.shown.has(category)).length;
  const worth = Math.min(MOST_WEIGHT, Math.sqrt((texts.length - shown) / Math.max(1, shown)));
  const order = texts.map((_, index) => index);
  let state = 1;
  for (let pass = 0; pass < PASSES; pass++) {
    for (let index = order.length - 1; index > 0; index--) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      const other = state % (index + 1);
      [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
    }
    for (const index of order) {
      const text = texts[index];
      if (text === undefined) continue;
      const { buckets, values, lesson } = text;
      let odds = bias;
      for (let at = 0; at < buckets.length; at++) {
        const bucket = buckets[at] ?? 0;
        odds += (weights[bucket] ?? 0) * (values[at] ?? 0) * (uneven[bucket] ?? 0);
      }
      const is = lesson.shown.has(category) ? 1 : 0;
      const slope = (1 / (1 + Math.exp(-odds)) - is) * (is === 1 ? worth : 1) * lesson.worth;
      biasSlopes += slope * slope;
      bias -= (RATE * slope) / Math.sqrt(biasSlopes);
      for (let at = 0; at < buckets.length; at++) {
        const bucket = buckets[at] ?? 0;
        const steep = slope * (values[at] ?? 0) * (uneven[bucket] ?? 0) + DECAY * (weights[bucket] ?? 0);
        slopes[bucket] = (slopes[bucket] ?? 0) + steep * steep;
        weights[bucket] = (weights[bucket] ?? 0) - (RATE * steep) / Math.sqrt(slopes[bucket] ?? 1);
      }
    }
  }
  return { weights: withoutFaint(weights.map((weight, bucket) => weight * (uneven[bucket] ?? 0))), bias };
}

const mostOf = (weights: Float64Array): number =>
  weights.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0);

/** Before thresholds are chosen: they are those of the weights that are kept. */
function withoutFaint(weights: Float64Array): Float64Array {
  const faint = (mostOf(weights) * FAINT) / 127;
  return weights.map((weight) => (Math.abs(weight) <= faint ? 0 : weight));
}

const oddsOf = ({ weights, bias }: Line, { buckets, values }: Read): number => {
  let odds = bias;
  for (let at = 0; at < buckets.length; at++) odds += (weights[buckets[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return odds;
};

/** From where on held-out families are told best among the thresholds that are right often enough. */
function thresholdFor(texts: readonly Read[], category: string) {
  const held: { odds: number; shown: boolean }[] = [];
  for (let part = 0; part < PARTS; part++) {
    const line = fitLine(
      texts.filter(({ lesson }) => partOf(lesson.family) !== part),
      category,
    );
    for (const text of texts)
      if (partOf(text.lesson.family) === part && isKnown(text, category))
        held.push({ odds: oddsOf(line, text), shown: text.lesson.shown.has(category) });
  }
  held.sort((one, other) => other.odds - one.odds);
  const all = held.filter(({ shown }) => shown).length;
  const wanted = ONLY_SORTS.includes(category) ? 0.75 : PRECISION;
  let best = { threshold: held[0]?.odds ?? 0, precision: 0, recall: 0, f1: -1 };
  let right = 0;
  for (const [index, { odds, shown }] of held.entries()) {
    if (shown) right += 1;
    const precision = right / (index + 1);
    const recall = right / Math.max(1, all);
    const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall) - Math.max(0, wanted - precision) * 2;
    if (f1 > best.f1) best = { threshold: odds, precision, recall, f1 };
  }
  const { threshold, precision, recall } = best;
  return { threshold, precision, recall };
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
