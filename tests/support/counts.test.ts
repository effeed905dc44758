// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it, run } from 'node:test';
import { closingLine, countTests, isWell } from './counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'portavoce-counts-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function countsOf(source: string) {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.test.mjs`);
  writeFileSync(file, `import { after, describe, it } from 'node:test';\n${source}`);
  // A run inside a run is only reported apart if the child does not know of the outer one.
  const { NODE_TEST_CONTEXT: outer } = process.env;
  delete process.env.NODE_TEST_CONTEXT;
  try {
    const events = run({ files: [file] });
    const counts = countTests(events);
    for await (const _ of events);
    return counts.now();
  } finally {
    if (outer !== undefined) process.env.NODE_TEST_CONTEXT = outer;
  }
}

it('counts tests, not suites, and a test in a test too', async () => {
  const source = `
    describe('a', () => { it('1', () => {}); describe('b', () => it('2', () => {})); });
    it('3', async (t) => { await t.test('4', () => {}); });
    it('5', () => { throw new Error('wrong'); });
    it('6', { skip: 'why' }, () => {});
    describe('c', { skip: 'why' }, () => { it('not seen', () => {}); });
    it('7', { todo: true }, () => { throw new Error('not yet'); });
  `;
  assert.deepEqual(await countsOf(source), { passed: 4, failed: 1, skipped: 3 });
});

it('counts a file that breaks outside its tests, and a suite whose hook breaks', async () => {
  assert.equal((await countsOf("throw new Error('wrong');")).failed, 1);
  assert.equal((await countsOf("describe('a', () => { after(() => { throw 1; }); it('1', () => {}); });")).failed, 1);
});

it('holds that a run in which nothing passed is not well', () => {
  assert.equal(isWell({ passed: 1, failed: 0, skipped: 3 }), true);
  assert.equal(isWell({ passed: 1, failed: 1, skipped: 0 }), false);
  assert.equal(isWell({ passed: 0, failed: 0, skipped: 3 }), false);
  assert.equal(closingLine({ passed: 2, failed: 1, skipped: 0 }), '2 passed, 1 failed, 0 skipped');
});
