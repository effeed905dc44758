// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallestChange } from './smallest-change.ts';

test('only what differs is changed', () => {
  assert.deepEqual(smallestChange('uno due tre', 'uno DUE tre'), { from: 4, to: 7, insert: 'DUE' });
  assert.deepEqual(smallestChange('aaa', 'aa'), { from: 2, to: 3, insert: '' });
  assert.deepEqual(smallestChange('aa', 'aaa'), { from: 2, to: 2, insert: 'a' });
  assert.deepEqual(smallestChange('', 'tutto'), { from: 0, to: 0, insert: 'tutto' });
  assert.equal(smallestChange('uguale', 'uguale'), null);
});
