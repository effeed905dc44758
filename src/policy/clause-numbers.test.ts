// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clauseNumbersIn } from './clause-numbers.ts';
import { clausesOf } from './document.ts';
import { parse } from './parse.ts';

const POLICIES = join(import.meta.dirname, '../../policies');

test('from the titles alone, the same numbers as from the whole text', () => {
  const files = readdirSync(POLICIES).filter((name) => name.endsWith('.policy.md'));
  assert.ok(files.length >= 5);
  for (const file of files) {
    const source = readFileSync(join(POLICIES, file), 'utf8');
    const { policy } = parse(source, file);
    assert.ok(policy);
    for (const audience of ['external', 'internal'] as const) {
      const expected: string[] = clausesOf(policy)
        .filter((placed) => placed.audience === audience)
        .map(({ clause }) => clause.id);
      assert.deepEqual(clauseNumbersIn(source, audience), expected, `${file}, ${audience}`);
      assert.deepEqual(clauseNumbersIn(source.replaceAll('\n', '\r\n'), audience), expected, `${file}, ${audience}`);
    }
  }
});
