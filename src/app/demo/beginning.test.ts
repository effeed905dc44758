// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { bringBack, keepBeginning } from './beginning.ts';

let state: string;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'portavoce-beginning-'));
});
afterEach(() => rmSync(state, { recursive: true, force: true }));

const journal = () => join(state, 'piazza.ndjson');
const line = (entry: object) => `${JSON.stringify(entry)}\n`;
const entries = () =>
  readFileSync(journal(), 'utf8')
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as { type: string; drawn?: number; value?: string });

test('what was written meanwhile is gone, what opens the accounts today still does, and no id is given twice', () => {
  writeFileSync(journal(), line({ type: 'account', drawn: 0 }) + line({ type: 'token', value: 'first', drawn: 1 }));
  keepBeginning(state, ['piazza', 'absent']);
  appendFileSync(journal(), line({ type: 'token', value: 'second', drawn: 2 }) + line({ type: 'written', drawn: 7 }));
  keepBeginning(state, ['piazza']);
  bringBack(state, ['piazza', 'absent']);
  const brought = entries();
  assert.deepEqual(
    brought.map(({ type }) => type),
    ['account', 'token', 'token', 'own'],
  );
  assert.deepEqual(
    brought.flatMap(({ type, value }) => (type === 'token' ? value : [])),
    ['first', 'second'],
  );
  assert.equal(Math.max(...brought.map(({ drawn = 0 }) => drawn)), 7);
});

test('a line that was cut off in the middle is left out, and the beginning may be brought back again', () => {
  writeFileSync(journal(), line({ type: 'account', drawn: 3 }));
  keepBeginning(state, ['piazza']);
  appendFileSync(journal(), '{"type":"writ');
  bringBack(state, ['piazza']);
  const once = entries();
  bringBack(state, ['piazza']);
  assert.deepEqual(entries(), once);
});
