// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parseLossless } from './lossless-json.ts';

it('keeps the digits of ids too large for a double, and only of those', () => {
  assert.deepEqual(parseLossless('{"id":12345678901234567890,"n":[7,-12345678901234567890],"x":1.5,"s":"12"}'), {
    id: '12345678901234567890',
    n: [7, '-12345678901234567890'],
    x: 1.5,
    s: '12',
  });
});

it('refuses what is not JSON', () => {
  assert.throws(() => parseLossless('<html>'), SyntaxError);
});
