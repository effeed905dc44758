// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse, print } from './index.ts';

const FOLDER = join(import.meta.dirname, '../../policies');
const policyFile = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.policy.md'));

test('there are policies to try', () => assert.ok(FILES.includes('asl-roma-1.policy.md')));

for (const file of FILES)
  test(`${file} has no mistakes, is in the canonical form and survives it`, () => {
    const text = policyFile(file);
    const { policy, complaints } = parse(text, file);
    assert.deepEqual(complaints, []);
    assert.ok(policy !== undefined);
    assert.equal(print(policy), text);
    assert.deepEqual(parse(print(policy), file).policy, policy);
  });

test('spacing, fences, key order and line breaks do not change a policy', () => {
  const text = policyFile('asl-roma-1.policy.md');
  const loose = text
    .replaceAll('~~~', '```')
    .replaceAll('\n\n', '\n\n\n')
    .replace(/^(modalità: .*)\n(se: .*)$/gm, '$2\n$1')
    .replaceAll('\n', '\r\n');
  assert.notEqual(loose, text);
  const { policy, complaints } = parse(`\uFEFF${loose}`, 'loose');
  assert.deepEqual(complaints, []);
  assert.ok(policy !== undefined);
  assert.equal(print(policy), text);
});

test('the sample of the language page is a policy', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/policy-language.md'), 'utf8');
  const sample = /`{4}markdown\n([\s\S]*?)`{4}/.exec(page)?.[1] ?? '';
  assert.deepEqual(parse(sample, 'sample').complaints, []);
});

test('a long paragraph never breaks where Markdown would read a list or a title', () => {
  const words = Array.from({ length: 120 }, (_, index) =>
    index % 3 === 0 ? '-' : index % 3 === 1 ? '1.' : '#tag',
  ).join(' ');
  const base = policyFile('asl-roma-1.policy.md');
  const moved = parse(base.replace(/(### RM1-001 .*\n\n)/, `$1Parola ${words}\n\n`), 'long');
  assert.ok(moved.policy !== undefined);
  assert.deepEqual(parse(print(moved.policy), 'again').policy, moved.policy);
});
