// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../reading.ts';
import { Features } from './features.ts';
import { BUCKETS, PAIRS_UP_TO, PARTS_UP_TO } from './hashes.ts';
import { opened, storedRanges } from './stored-table.ts';
import { GAIN, weigh } from './table.ts';
import { newParts, partsOf } from './word-parts.ts';

const WIDTH = 23;
const CATEGORIES = Array.from({ length: WIDTH }, (_, place) => `category ${place}`);

/** Numbers that look drawn at random, the same at each run. */
const numbers = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed;
};

/** Weights for three buckets of four: all that are few, parts and pairs as they are stored, at most four a pair. */
const someWeights = (): Int8Array => {
  const next = numbers(7);
  const weights = new Int8Array(BUCKETS * WIDTH);
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    if (next() % 4 === 0) continue;
    const isPair = bucket >= PARTS_UP_TO && bucket < PAIRS_UP_TO;
    for (let cell = 0; cell < (isPair ? 4 : WIDTH); cell++)
      weights[bucket * WIDTH + (isPair ? next() % WIDTH : cell)] = ((next() >>> 8) % 255) - 127;
  }
  return weights;
};

const weights = someWeights();
const each = CATEGORIES.map(() => 1);
const table = opened({
  ...{ material: '', categories: CATEGORIES, grounds: {}, scales: each, biases: CATEGORIES.map(() => 0), gaps: each },
  ranges: storedRanges(weights, WIDTH),
});

/** The same one number after the other, from the weights as they were before they were stored. */
function addedOneByOne(features: Features): number[] {
  const sums = CATEGORIES.map(() => 0);
  let squares = 0;
  const add = (bucket: number, value: number): void => {
    squares += value * value;
    for (const place of CATEGORIES.keys())
      sums[place] = (sums[place] ?? 0) + value * (weights[bucket * WIDTH + place] ?? 0);
  };
  const parts = newParts();
  for (let word = 0; word < features.words; word++) {
    const count = partsOf(features.text, [features.starts[word] ?? 0, features.ends[word] ?? 0], parts);
    for (let part = 0; part < count; part++) add(parts.buckets[part] ?? 0, parts.values[part] ?? 0);
  }
  for (let at = 0; at < features.count; at++) add(features.buckets[at] ?? 0, features.values[at] ?? 0);
  return sums.map((sum) => (squares === 0 ? 0 : (sum * GAIN) / Math.sqrt(squares)));
}

const LINES = [
  'Ma quando riaprite lo sportello di via Verdi? È chiuso da due mesi!',
  'grazie mille a tutti i volontari 🙏🙏',
  'VERGOGNA!!! siete dei ladri, ridateci i soldi',
  'il numero è 0999 555033, chiedere di Pina',
  '«non è vero» ha detto il sindaco… e invece',
  '👏',
  '',
];

test('weights added side by side are those added one by one, text after text', () => {
  const features = new Features(table.adder.notes);
  const odds = new Float64Array(WIDTH);
  const long = Array.from({ length: 1500 }, (_, at) => `parola${at} ${LINES[at % LINES.length]}`).join('\n');
  for (const text of [...LINES, LINES.join('\n'), long, ...LINES]) {
    features.read(read(text), []);
    weigh(table, features, odds);
    const expected = addedOneByOne(features);
    for (const [place, sum] of expected.entries())
      assert.ok(Math.abs((odds[place] ?? 0) - sum) < 1e-9, `${text.slice(0, 40)}: ${odds[place]} and not ${sum}`);
  }
});
