// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import COMPILED from '../src/triage/settling/adding.json' with { type: 'json' };
import { compileAdding } from './training/adding.ts';

test('what adds up the weights was compiled from its source as it is', async () => {
  const compiled = Buffer.from(await compileAdding()).toString('base64');
  assert.equal(compiled, COMPILED.wasm, 'node scripts/compile-adding.ts');
});
