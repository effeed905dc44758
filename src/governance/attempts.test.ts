// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { waitAfter } from './attempts.ts';

it('ten attempts are free of waiting, then each costs twice the one before, up to a quarter of an hour', () => {
  assert.deepEqual([1, 9].map(waitAfter), [0, 0]);
  assert.deepEqual([10, 11, 12, 13, 14, 15, 60].map(waitAfter), [30, 60, 120, 240, 480, 900, 900]);
});
