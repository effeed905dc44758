// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './launch.ts';
import { serves } from './postmaster.ts';
import { stopEmbeddedPostgres } from './stop.ts';

const isRoot = process.getuid?.() === 0;
const started: EmbeddedPostgres[] = [];
const folders: string[] = [];
const children: ReturnType<typeof spawn>[] = [];

function folder(parent = tmpdir()): string {
  const made = mkdtempSync(join(parent, 'portavoce-test-'));
  chmodSync(made, 0o755);
  folders.push(made);
  return made;
}

/** A data folder with a database in it, copied from one that was made once: most checks are not about making it. */
let finished = '';
function finishedDataDir(parent = folder()): string {
  const dataDir = join(parent, 'data');
  execFileSync('cp', ['-a', finished, dataDir]);
  return dataDir;
}

before(async () => {
  finished = join(mkdtempSync(join(tmpdir(), 'portavoce-test-')), 'data');
  chmodSync(dirname(finished), 0o755);
  await (await startEmbeddedPostgres({ dataDir: finished, log: () => {} })).stop();
});
after(() => rmSync(dirname(finished), { recursive: true, force: true }));

async function start(dataDir: string, more: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log: () => {}, ...more });
  started.push(server);
  return server;
}

async function ask(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ ...server.connection });
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return rows.flat();
  } finally {
    await client.end();
  }
}

/** Starts the server from another process, which stays until its input closes. */
async function startElsewhere(dataDir: string) {
  const program = fileURLToPath(new URL('testing/start-and-wait.ts', import.meta.url));
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8')));
    child.once('exit', () => reject(new Error('the other process ended before starting the server')));
  });
  return { child, ...(JSON.parse(line) as { pid: number; attached: boolean }) };
}

const ended = (child: ReturnType<typeof spawn>) =>
  child.exitCode !== null || child.signalCode !== null ? null : new Promise((done) => child.once('exit', done));

afterEach(async () => {
  for (const child of children.splice(0)) {
    const end = ended(child);
    child.stdin?.end();
    await end;
  }
  for (const server of started.splice(0)) await server.stop();
  for (const path of folders.splice(0)) {
    await stopEmbeddedPostgres({ dataDir: join(path, 'data') });
    chmodSync(path, 0o755);
    rmSync(path, { recursive: true, force: true });
  }
});

describe('embedded PostgreSQL', () => {
  it('makes a durable database of its own on the first start and keeps its rows for the second', async () => {
    const dataDir = join(folder(), 'data');
    const first = await start(dataDir);
    assert.equal(first.attached, false);
    assert.deepEqual(await ask(first, 'select current_user::text, current_database()::text'), [
      'portavoce',
      'portavoce',
    ]);
    const durability = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums'];
    for (const name of durability) assert.deepEqual(await ask(first, `show ${name}`), ['on'], name);
    assert.deepEqual(await ask(first, 'show listen_addresses'), ['']);
    await ask(first, 'create table kept (n int)');
    await ask(first, 'insert into kept values (7)');
    await first.stop();
    assert.equal(serves(first.pid, first.home), false);

    const second = await start(dataDir);
    assert.deepEqual(await ask(second, 'select n from kept'), [7]);
    assert.deepEqual(
      readdirSync(second.home).filter((name) => /partial|initdb|stale|start\.lock/.test(name)),
      [],
      'nothing half done is left behind',
    );
  });

  it('does not let durability be switched off by settings, while others can be set', async () => {
    const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '21' };
    const server = await start(finishedDataDir(), { settings });
    assert.deepEqual(await ask(server, 'show fsync'), ['on']);
    assert.deepEqual(await ask(server, 'show synchronous_commit'), ['on']);
    assert.deepEqual(await ask(server, 'show max_connections'), ['21']);
  });

  it('is joined by a second program and stopped by the last to leave', async () => {
    const dataDir = finishedDataDir();
    const here = await start(dataDir);
    const other = await startElsewhere(dataDir);
    assert.equal(other.attached, true);
    assert.equal(other.pid, here.pid);
    await here.stop();
    assert.equal(serves(other.pid, here.home), true, 'the other program still uses it');
    assert.deepEqual(await stopEmbeddedPostgres({ dataDir }), { state: 'in-use', by: [other.child.pid] });
    other.child.stdin.end();
    await ended(other.child);
    assert.equal(serves(other.pid, here.home), false);
  });

  it('is adopted, with its rows, after the program that started it was killed', async () => {
    const dataDir = finishedDataDir();
    const other = await startElsewhere(dataDir);
    other.child.kill('SIGKILL');
    await ended(other.child);
    const here = await start(dataDir);
    assert.equal(here.attached, true);
    assert.equal(here.pid, other.pid);
    assert.deepEqual(await ask(here, 'select 1'), [1]);
    await here.stop();
    assert.equal(serves(other.pid, here.home), false, 'a killed program does not hold the server');
  });

  it('comes back by itself, with every acknowledged row, when the server is killed', async () => {
    const back = Promise.withResolvers<number>();
    const server = await start(finishedDataDir(), { onRestart: back.resolve });
    await ask(server, 'create table kept (n int)');
    // Backends at work hold on to the shared memory for a moment after their parent's death.
    const busy = new pg.Client({ ...server.connection });
    busy.on('error', () => {});
    await busy.connect();
    const working = busy.query('select pg_sleep(60)').catch(() => {});
    await ask(server, 'insert into kept select generate_series(1, 1000)');
    const killed = server.pid;
    process.kill(killed, 'SIGKILL');
    assert.equal(await back.promise, server.pid);
    assert.notEqual(server.pid, killed);
    await working;
    assert.deepEqual(await ask(server, 'select count(*)::int from kept'), [1000]);
  });

  it('starts once when several programs ask for it together', async () => {
    const dataDir = join(folder(), 'data');
    const all = await Promise.all([startElsewhere(dataDir), startElsewhere(dataDir), startElsewhere(dataDir)]);
    assert.equal(new Set(all.map(({ pid }) => pid)).size, 1);
    assert.deepEqual(all.map(({ attached }) => attached).sort(), [false, true, true]);
  });

  it('starts over a half-made cluster and a pid file whose number now belongs to another process', async () => {
    const dataDir = join(folder(), 'data');
    mkdirSync(join(dataDir, 'postgres', 'pg18.partial', 'base'), { recursive: true });
    const first = await start(dataDir);
    await first.stop();
    const bystander = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    children.push(bystander);
    const cluster = join(first.home, 'pg18');
    writeFileSync(
      join(cluster, 'postmaster.pid'),
      `${bystander.pid}\n${cluster}\n1\n5432\n${first.connection.host}\n\n`,
    );
    const second = await start(dataDir);
    assert.equal(second.attached, false);
    assert.equal(serves(second.pid, cluster), true);
    assert.equal(bystander.exitCode, null);
  });

  it('gives the owner a new password when its file was lost', async () => {
    const dataDir = finishedDataDir();
    const first = await start(dataDir);
    await first.stop();
    rmSync(join(first.home, 'password'));
    const second = await start(dataDir);
    assert.notEqual(second.connection.password, first.connection.password);
    assert.deepEqual(await ask(second, 'select 1'), [1]);
    assert.equal(statSync(join(second.home, 'password')).mode & 0o077, 0);
  });

  it('keeps its socket elsewhere, and comes back to it, when the path is too long for one', async () => {
    const parent = join(folder(), 'l'.repeat(110));
    mkdirSync(parent);
    const dataDir = finishedDataDir(parent);
    const first = await start(dataDir);
    assert.ok(!first.connection.host.startsWith(dataDir));
    assert.equal(statSync(first.connection.host).mode & 0o077, 0);
    await first.stop();
    const second = await start(dataDir);
    assert.equal(second.connection.host, first.connection.host);
    folders.push(second.connection.host);
    assert.deepEqual(await ask(second, 'select 1'), [1]);
    await second.stop();
  });

  it('refuses data of another major version, and touches nothing', async () => {
    const dataDir = join(folder(), 'data');
    mkdirSync(join(dataDir, 'postgres', 'pg15'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres', 'pg15', 'PG_VERSION'), '15\n');
    await assert.rejects(start(dataDir), { code: 'POSTGRES_OTHER_MAJOR' });
    assert.equal(existsSync(join(dataDir, 'postgres', 'pg18')), false);
  });

  it('stops on request what a killed program left, and says when there is nothing to stop', async () => {
    assert.deepEqual(await stopEmbeddedPostgres({ dataDir: join(folder(), 'data') }), { state: 'not-running' });
    const dataDir = finishedDataDir();
    const other = await startElsewhere(dataDir);
    other.child.kill('SIGKILL');
    await ended(other.child);
    assert.deepEqual(await stopEmbeddedPostgres({ dataDir }), { state: 'stopped', pid: other.pid });
    assert.deepEqual(await stopEmbeddedPostgres({ dataDir }), { state: 'not-running' });
  });
});

describe('embedded PostgreSQL started by root', { skip: isRoot ? false : 'not root' }, () => {
  it('runs as an ordinary account', async () => {
    const server = await start(finishedDataDir());
    assert.notEqual(statSync(`/proc/${server.pid}`).uid, 0);
  });

  it('keeps the database where its account can reach it, and finds it again', async () => {
    const closed = folder();
    chmodSync(closed, 0o700);
    const dataDir = join(closed, 'data');
    const fallbackDir = join(folder(), 'fallback');
    const first = await start(dataDir, { fallbackDir });
    assert.ok(first.home.startsWith(fallbackDir));
    await ask(first, 'create table kept (n int)');
    await first.stop();

    chmodSync(closed, 0o755);
    const second = await start(dataDir, { fallbackDir });
    assert.equal(second.home, first.home, 'not a second, empty database once the folder is open');
    assert.deepEqual(await ask(second, 'select count(*)::int from kept'), [0]);
    await second.stop();

    rmSync(dataDir, { recursive: true });
    chmodSync(closed, 0o700);
    const third = await start(dataDir, { fallbackDir });
    assert.notEqual(third.home, first.home, 'a deleted data folder starts afresh');
  });

  it('refuses to start an empty database beside one that can no longer be reached', async () => {
    const parent = folder();
    const dataDir = finishedDataDir(parent);
    const first = await start(dataDir);
    await first.stop();
    chmodSync(parent, 0o700);
    await assert.rejects(start(dataDir, { fallbackDir: join(folder(), 'fallback') }), {
      code: 'POSTGRES_DATA_UNREACHABLE',
    });
  });
});
