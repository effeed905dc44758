// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Page, percent } from './page.ts';
import { type Answer, f1, macroOfTwo, precision, recall, tallyOf } from './tally.ts';

const answers = (pairs: string): readonly Answer[] =>
  pairs.split(' ').map((pair) => ({ expected: pair[0] === 'y', got: pair[1] === 'y' }));

test('right, alarms and misses make precision, recall and F1', () => {
  const tally = tallyOf(answers('yy yy yy ny yn yn nn'));
  assert.deepEqual(tally, { right: 3, alarms: 1, misses: 2 });
  assert.deepEqual([precision(tally), recall(tally), f1(tally)], [0.75, 0.6, 6 / 9]);
});

test('what cannot be told is no figure', () => {
  const nothing = tallyOf(answers('nn'));
  assert.ok([precision(nothing), recall(nothing), f1(nothing)].every(Number.isNaN));
  assert.equal(f1(tallyOf(answers('yn'))), 0);
});

test('the macro-F1 of two weighs yes and no alike', () => {
  assert.equal(macroOfTwo(answers('yy nn')), 1);
  // Always «no» among three: F1 of yes 0, of no 4/5.
  assert.equal(macroOfTwo(answers('yn nn nn')), 0.4);
});

test('a limit is held, missed, or missed because nothing was measured', () => {
  const lines: string[] = [];
  const page = new Page((line) => lines.push(line), false);
  const limit = (measured: number) => page.limit({ what: 'touched', measured, atMost: 0.03, as: percent });
  assert.deepEqual([limit(0.03), limit(0.04), limit(Number.NaN)], [true, false, false]);
  assert.deepEqual([page.held, page.missed.length], [1, 2]);
  assert.deepEqual(lines, [
    '✓ touched: 3.0 % (at most 3.0 %)',
    '✗ touched: 4.0 % (at most 3.0 %)',
    '✗ touched: not measured (at most 3.0 %)',
  ]);
});
