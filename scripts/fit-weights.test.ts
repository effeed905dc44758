// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VOCABULARY } from '#policy';
import TABLE from '../src/triage/settling/table.json' with { type: 'json' };
import { readMaterial } from './training/examples.ts';
import { materialDigest } from './training/train.ts';
import { fitWeights } from './training/weights.ts';

test('the weights were fitted on what the repository holds now', () => {
  const { lessons } = readMaterial();
  assert.equal(TABLE.material, materialDigest(lessons), 'other texts: run `node scripts/fit-weights.ts`');
  const shown = VOCABULARY.filter(({ textCanShow }) => textCanShow).map(({ slug }) => slug);
  assert.deepEqual(TABLE.categories, shown, 'other categories: run `node scripts/fit-weights.ts`');
});

test('fitting again gives the same weights', () => {
  const part = readMaterial().lessons.filter((_, index) => index % 40 === 0);
  assert.deepEqual(fitWeights(part), fitWeights(part));
});
