// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, it } from 'node:test';
import { withStartLock } from './start-lock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portavoce-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

it('lets one in at a time and leaves nothing behind, whether the work succeeds or fails', async () => {
  const file = join(folder, 'start.lock');
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await new Promise(setImmediate);
    inside -= 1;
  };
  const failing = withStartLock(file, () => Promise.reject(new Error('broken')));
  await Promise.all([assert.rejects(failing, /broken/), ...Array.from({ length: 5 }, () => withStartLock(file, work))]);
  assert.equal(most, 1);
  assert.deepEqual(readdirSync(folder), []);
});

it('passes over a holder that is dead, or silent under a number that lives', async () => {
  const file = join(folder, 'start.lock');
  writeFileSync(file, String(deadPid()));
  assert.equal(await withStartLock(file, async () => 'in'), 'in');
  writeFileSync(file, String(process.ppid));
  utimesSync(file, 0, 0);
  assert.equal(await withStartLock(file, async () => 'in'), 'in');
});

it('waits for a living holder, and names it when the wait is over', async () => {
  const file = join(folder, 'start.lock');
  writeFileSync(file, String(process.ppid));
  await assert.rejects(
    withStartLock(file, async () => 'in', 60),
    (error: Error) => error.message.includes(String(process.ppid)),
  );
  assert.equal(existsSync(file), true);
});
