// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from './parse.ts';
import { print } from './print.ts';
import { large, spoilt } from './testing/spoilt.ts';

// Whatever is in the file, an answer: a policy or complaints with places inside the file, never an exception. How long
// the answer takes is in `npm run bench`.

const FOLDER = join(import.meta.dirname, '../../policies');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.policy.md'));
const SOURCES = FILES.map((name) => readFileSync(join(FOLDER, name), 'utf8'));

function answers(text: string): ReturnType<typeof parse> {
  const answer = parse(text, 'a.policy.md');
  assert.equal(answer.policy === undefined, answer.complaints.length > 0, 'a policy, or complaints');
  const lines = text.split(/\r?\n/);
  for (const { code, line, column, message, hint } of answer.complaints) {
    assert.match(code, /^POL-E\d{3}$/);
    assert.ok(line >= 1 && line <= lines.length + 1, `${code}: line ${line} of ${lines.length}`);
    assert.ok(column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 2, `${code}: ${line}:${column}`);
    assert.ok(message.length > 0 && hint.length > 0);
  }
  return answer;
}

test('1,000 careless edits of the policies of the house', (t) => {
  let refused = 0;
  for (const text of spoilt(SOURCES, 1000)) {
    const { policy } = answers(text);
    if (policy === undefined) refused++;
    else assert.equal(print(parse(print(policy), 'again').policy ?? policy), print(policy));
  }
  t.diagnostic(`${refused} refused`);
  assert.ok(refused > 300, String(refused));
});

test('what is no policy at all', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 251);
  const odd = [
    '',
    '\n\n\n',
    '\uFEFF',
    '---',
    '---\n---',
    '\u0000'.repeat(1000),
    new TextDecoder().decode(bytes),
    '<!doctype html><html><body>no</body></html>',
    '{"a":1}',
    '\ud800',
    '%PDF-1.7\n1 0 obj\n<<>>\nendobj',
  ];
  for (const text of odd) assert.equal(answers(text).policy, undefined);
});

test('titles, lists and fences one inside the other, ten thousand deep', () => {
  const head = (SOURCES[0] ?? '').split('\n# ')[0] ?? '';
  for (const nest of ['#', '> ', '- ', '  ', '~~~', '```', '«', '(', '~~~regola\n', '## a\n', '### X-001 · a\n'])
    answers(`${head}\n# Policy esterna\n\n${nest.repeat(10_000)}\n`);
});

test('five megabytes, of anything', () => {
  for (const text of Object.values(large(SOURCES[0] ?? ''))) answers(text);
});
