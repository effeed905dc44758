// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { MODEL } from '../src/triage/learned/model.ts';
import { readMaterial } from './training/examples.ts';
import { rankingOf } from './training/figures.ts';
import { MODEL_FILE, moduleText } from './training/module-text.ts';
import { materialDigest, train } from './training/train.ts';

const LONGEST_FILE = 600_000;

test('the stored model was trained on what the repository holds now', () => {
  const { lessons } = readMaterial();
  assert.equal(materialDigest(lessons), MODEL.corpus, 'other examples: run `node scripts/train-triage.ts`');
  const written = readFileSync(MODEL_FILE, 'utf8');
  assert.ok(written === moduleText(MODEL), 'the file was changed by hand: run `node scripts/train-triage.ts`');
  assert.ok(written.length < LONGEST_FILE, `${written.length} characters`);
});

test('training again gives the same model', () => {
  const { lessons, test: kept } = readMaterial();
  // Training on all of it takes a minute; the order of things is the same in a part.
  const part = { lessons: lessons.filter((_, index) => index % 12 === 0), test: kept.slice(0, 200) };
  assert.equal(train(part).digest, train(part).digest);
});

test('nothing of the test split is learned from', () => {
  const { lessons, test: kept } = readMaterial();
  const families = new Set(lessons.map(({ family }) => family));
  assert.ok(kept.length > 500);
  assert.deepEqual([...new Set(kept.filter(({ family }) => families.has(family)).map(({ family }) => family))], []);
});

test('what is reported of the model is bearable', () => {
  assert.ok(MODEL.figures.length >= 12, `${MODEL.figures.length} labels`);
  const mean = MODEL.figures.reduce((sum, { ranking }) => sum + ranking, 0) / MODEL.figures.length;
  assert.ok(mean >= 0.8, `on average ${mean} in the right order`);
  for (const [index, { falseAlarms, offBy }] of MODEL.figures.entries()) {
    const label = MODEL.lines.labels[index];
    assert.ok(falseAlarms <= 0.1, `${label}: ${falseAlarms} false alarms`);
    assert.ok(offBy <= 0.1, `${label}: ${offBy} away from what happened`);
  }
  const { comments, alarms } = MODEL.lawfulHarsh;
  assert.ok(comments > 100 && alarms / comments <= 0.06, `${alarms} of ${comments} lawful harsh comments`);
});

test('ranking counts how often the shown stand above the others, ties by half', () => {
  const held = (odds: number, shown: boolean) => ({ odds, shown });
  assert.equal(rankingOf([held(1, false), held(2, true), held(3, true)]), 1);
  assert.equal(rankingOf([held(3, false), held(2, true)]), 0);
  assert.equal(rankingOf([held(1, false), held(1, true)]), 0.5);
  assert.equal(rankingOf([held(1, false), held(2, true), held(3, false), held(4, true)]), 0.75);
});
