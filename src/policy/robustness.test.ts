// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from './parse.ts';
import { print } from './print.ts';

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

/** Numbers from 0 to 1 that are the same on every run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const PIECES = [
  '',
  '\n',
  '~~~',
  '~~~regola',
  '### ',
  '# ',
  ': ',
  '«',
  '»',
  ' · ',
  '- ',
  '\u0000',
  '🙂',
  'dato mancante',
];

/** One careless edit: something cut, doubled, moved or typed over. */
function edited(text: string, next: () => number): string {
  const at = Math.floor(next() * text.length);
  const length = Math.floor(next() ** 3 * 400);
  const piece = text.slice(at, at + length);
  const other = Math.floor(next() * text.length);
  switch (Math.floor(next() * 5)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at) + piece + piece + text.slice(at + length);
    case 2:
      return text.slice(0, other) + piece + text.slice(other);
    case 3:
      return text.slice(0, at) + (PIECES[Math.floor(next() * PIECES.length)] ?? '') + text.slice(at + length);
    default:
      return text.slice(0, at) + String.fromCharCode(Math.floor(next() * 0xffff)) + text.slice(at + 1);
  }
}

test('1,000 careless edits of the policies of the house', (t) => {
  const next = numbersFrom(20_261_122);
  let refused = 0;
  for (let round = 0; round < 1000; round++) {
    const source = SOURCES[round % SOURCES.length] ?? '';
    let text = source;
    for (let edits = 1 + Math.floor(next() * 3); edits > 0; edits--) text = edited(text, next);
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
  const source = SOURCES[0] ?? '';
  const fenced = (inside: string): string => `${source}\n~~~regola\n${inside}\n~~~\n`;
  const large = {
    policies: source.repeat(Math.ceil(5_000_000 / source.length)),
    prose: `${source}\n${'parola '.repeat(700_000)}\n`,
    keys: fenced('chiave: valore\n'.repeat(350_000)),
    value: fenced(`modalità: ${'x'.repeat(5_000_000)}`),
    colons: fenced('se: '.repeat(1_200_000)),
    continued: fenced(`se: insulti\n${'  o minacce\n'.repeat(400_000)}`),
    spaces: fenced(`se: a${' '.repeat(5_000_000)}b`),
    examples: `${source}\n~~~esempi\n${'- intatto: «ciao»\n'.repeat(280_000)}~~~\n`,
    fences: `${source}\n${'~~~\n'.repeat(1_200_000)}`,
    unclosed: `${source}\n${'~~~regola\n```\n'.repeat(350_000)}`,
    clauses: `${source}\n${'### ESE-999 · a\n\nb\n\n'.repeat(200_000)}`,
    hashes: `${source}\n${'#'.repeat(5_000_000)}`,
  };
  for (const text of Object.values(large)) answers(text);
});
