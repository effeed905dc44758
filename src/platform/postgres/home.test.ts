// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, it } from 'node:test';
import { canReach } from './account.ts';
import { makeLinks } from './binaries.ts';
import { bareEnvironment } from './run.ts';
import { openLog, rotateLog, writtenSince } from './server-log.ts';
import { serverArguments } from './settings.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portavoce-home-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stranger = { name: 'stranger', uid: 4_000_000, gid: 4_000_000 };

it('sees a closed folder anywhere on the way to a path that need not exist yet', () => {
  const deep = join(folder, 'a', 'b', 'c');
  mkdirSync(join(folder, 'a'), { mode: 0o755 });
  assert.equal(canReach(deep, stranger), true);
  chmodSync(join(folder, 'a'), 0o700);
  assert.equal(canReach(deep, stranger), false);
  assert.equal(canReach(deep, null), true);
});

it('makes the library links that a package without its install script lacks, and leaves those there are', () => {
  mkdirSync(join(folder, 'native', 'lib'), { recursive: true });
  writeFileSync(join(folder, 'native', 'lib', 'libx.so.1.2'), 'library');
  const links = [
    { source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' },
    { source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so' },
  ];
  writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  makeLinks(folder);
  makeLinks(folder);
  assert.equal(readlinkSync(join(folder, 'native', 'lib', 'libx.so')), 'libx.so.1.2');
  assert.equal(readFileSync(join(folder, 'native', 'lib', 'libx.so.1'), 'utf8'), 'library');
});

it('puts a grown log aside and reads only what was written after an offset', () => {
  const file = join(folder, 'postgres.log');
  writeFileSync(file, 'before\nafter\n');
  rotateLog(file);
  assert.equal(writtenSince(file, 'before\n'.length), 'after\n');
  writeFileSync(file, Buffer.alloc(5_000_001));
  rotateLog(file);
  assert.equal(writtenSince(file, 0), '');
  assert.equal(readFileSync(`${file}.1`).length, 5_000_001);
});

it('opens the log for its owner alone, also one that a laxer start made', () => {
  const file = join(folder, 'postgres.log');
  writeFileSync(file, 'before\n', { mode: 0o644 });
  chmodSync(file, 0o644);
  closeSync(openLog(file));
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal(readFileSync(file, 'utf8'), 'before\n');
});

it('lets the server write neither rows nor statements in its log', () => {
  const settings = serverArguments({ host: '/run', port: 5432 }, {});
  for (const one of ['log_error_verbosity=terse', 'log_min_error_statement=panic']) assert.ok(settings.includes(one));
});

it('hands PostgreSQL no secret of the desk', () => {
  process.env.DATABASE_URL = 'postgres://someone:secret@example.org/desk';
  try {
    assert.equal(JSON.stringify(bareEnvironment()).includes('secret'), false);
  } finally {
    delete process.env.DATABASE_URL;
  }
});
