// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference } from './difference.ts';

test('equal texts differ in nothing', () => {
  assert.equal(difference('a\nb\n', 'a\nb\n'), '');
});

test('only the lines that differ are told, with their place', () => {
  assert.equal(difference('a\nb\nc\n', 'a\nc\nd\n'), '- 2: b\n+ 3: d\n');
  assert.equal(difference('a\n', 'x\na\n'), '+ 1: x\n');
  assert.equal(difference('a\nb', 'a'), '- 2: b\n');
});
