// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { COMPLAINTS, parse, renderComplaint } from './index.ts';

// Each `golden/<name>.policy.md` is a policy with mistakes; `golden/<name>.txt` is what people read about it.
// After a wanted change run the tests once with UPDATE_GOLDEN=1 and review the difference as prose.

const FOLDER = join(import.meta.dirname, 'golden');
const SUFFIX = '.policy.md';
const UPDATE = process.env.UPDATE_GOLDEN === '1';

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length));

const read = (name: string) => {
  const text = readFileSync(join(FOLDER, name + SUFFIX), 'utf8');
  return { text, ...parse(text, name + SUFFIX) };
};

for (const name of names)
  test(`the complaints of ${name} read as agreed`, () => {
    const { text, complaints } = read(name);
    const rendered = complaints.map((complaint) => renderComplaint(complaint, text)).join('\n');
    if (UPDATE) writeFileSync(join(FOLDER, `${name}.txt`), rendered);
    assert.equal(rendered, readFileSync(join(FOLDER, `${name}.txt`), 'utf8'));
  });

test('a file named after a code gets that code', () => {
  for (const name of names) {
    const code = /^e(\d{3})-/.exec(name)?.[1];
    if (code === undefined) continue;
    const codes = read(name).complaints.map((complaint) => complaint.code);
    assert.ok(
      codes.some((each) => each === `POL-E${code}`),
      `${name}: ${codes.join(', ')}`,
    );
  }
});

test('every code of the catalogue has a golden file of its own', () => {
  const shown = new Set(names.map((name) => `POL-E${/^e(\d{3})-/.exec(name)?.[1]}`));
  assert.deepEqual(
    Object.keys(COMPLAINTS).filter((code) => !shown.has(code)),
    [],
  );
});

test('ten mistakes are all reported at once', () => {
  const { policy, complaints } = read('ten-mistakes');
  assert.equal(policy, undefined);
  assert.ok(complaints.length >= 10, String(complaints.length));
  assert.ok(new Set(complaints.map(({ code }) => code)).size >= 8);
  const lines = complaints.map(({ line }) => line);
  assert.deepEqual(
    lines,
    lines.toSorted((left, right) => left - right),
  );
});
