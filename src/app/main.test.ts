// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

// The program as `npm start` ends in it: what it leaves behind when it cannot start, or is told to stop while it does.

const MAIN = join(import.meta.dirname, 'main.ts');
let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'portavoce-main-'));
  // PostgreSQL, which may run as another account, has to walk through it.
  chmodSync(folder, 0o711);
});
after(() => rmSync(folder, { recursive: true, force: true }));

function start(name: string, environment: Record<string, string>, args: readonly string[] = ['--empty']) {
  const dataDir = join(folder, name);
  const env: NodeJS.ProcessEnv = { ...process.env, PORTAVOCE_DATA: dataDir, PORT: '0', ...environment };
  delete env.DATABASE_URL;
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const told = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    told.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    told.err += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...told }));
  // The server's own note that it runs, in its cluster; it takes it away when it has stopped.
  const note = join(dataDir, 'postgres', 'pg18', 'postmaster.pid');
  return { child, ended, running: () => existsSync(note), cluster: join(dataDir, 'postgres', 'pg18') };
}

describe('main', () => {
  it('a port that is taken: says so, ends with 2, and leaves no database running', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    try {
      const { ended, running, cluster } = start('taken', { PORT: String((taken.address() as AddressInfo).port) });
      const { code, err } = await ended;
      assert.equal(code, 2);
      assert.match(err, /La porta è già occupata/);
      assert.match(err, /PORT=3001 npm start/);
      assert.ok(existsSync(cluster), 'it had got as far as the database');
      assert.equal(running(), false);
    } finally {
      taken.close();
    }
  });

  it('a signal during the start: waits for it, then stops everything', async () => {
    const { child, ended, running, cluster } = start('signal', {});
    const deadline = performance.now() + 60_000;
    while (!running() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.ok(existsSync(cluster));
    child.kill('SIGTERM');
    const { code } = await ended;
    assert.equal(code, 0);
    assert.equal(running(), false);
  });

  it('a folder born empty refuses the demonstration, and touches nothing', async () => {
    const { ended } = start('signal', {}, []);
    const { code, err } = await ended;
    assert.equal(code, 2);
    assert.match(err, /la dimostrazione non vi si può avviare/);
    assert.match(err, /PORTAVOCE_DATA/);
    assert.equal(existsSync(join(folder, 'signal', 'sandbox')), false);
  });

  it('an unknown level of the log is not silence', async () => {
    const { code, err } = await start('level', { PORTAVOCE_LOG: 'debug' }).ended;
    assert.equal(code, 2);
    assert.match(err, /PORTAVOCE_LOG vale "debug"/);
  });
});
