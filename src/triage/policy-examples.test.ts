// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile, contactsOf, examplesOf, judgeExample, parse } from '#policy';
import { analyse } from './index.ts';

const POLICIES = join(import.meta.dirname, '../../policies');
const files = readdirSync(POLICIES).filter((name) => name.endsWith('.policy.md'));

test('there are policies to read', () => {
  assert.ok(files.length >= 6, files.join());
});

for (const file of files)
  test(`every example of ${file} is judged as it expects, from its text alone`, () => {
    const { policy: document } = parse(readFileSync(join(POLICIES, file), 'utf8'), file);
    assert.ok(document !== undefined, 'the policy has mistakes');
    const policy = compile(document);
    const context = { ownContacts: contactsOf(policy), ownWords: policy.ownWords };
    const examples = examplesOf(policy);
    assert.ok(examples.length > 10);
    const wrong = examples.flatMap((example) => {
      const signals = example.signals ?? analyse(example.item.text, { kind: example.item.kind, ...context });
      const { result, expected, got } = judgeExample(policy, example, signals);
      return result === 'passed' ? [] : [{ about: example.about, text: example.item.text, result, expected, got }];
    });
    assert.deepEqual(wrong, []);
  });
