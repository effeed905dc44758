// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_TOGETHER } from '#moderation/contract';
import { clearPicked, pickedIn, togglePicked } from './bulk.ts';

test('what is picked in one body is not picked in another, nor when one comes back', () => {
  togglePicked('uno', 'a');
  togglePicked('uno', 'b');
  togglePicked('uno', 'a');
  assert.deepEqual([...pickedIn('uno')], ['b']);
  assert.deepEqual([...pickedIn('due')], []);
  togglePicked('due', 'c');
  assert.deepEqual([[...pickedIn('due')], [...pickedIn('uno')]], [['c'], []]);
  clearPicked();
  assert.equal(pickedIn('due').size, 0);
});

test('no more are picked than can be decided together', () => {
  for (let nth = 0; nth < MOST_TOGETHER + 5; nth += 1) togglePicked('uno', `r${nth}`);
  assert.equal(pickedIn('uno').size, MOST_TOGETHER);
});
