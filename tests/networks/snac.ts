// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// snac2, a small server of the fediverse that speaks Mastodon's interface as far as it goes. Debian has it in the backports;
// nothing is installed: the package is unpacked into a temporary folder, which goes away at the end.

export interface Snac {
  readonly baseUrl: string;
  /** Adds a person; their password. */
  person(name: string): string;
  close(): Promise<void>;
}

const BACKPORTS = 'deb http://deb.debian.org/debian bookworm-backports main';
const READY_MILLISECONDS = 10_000;

/** Null where the package cannot be had on this machine. */
export async function startSnac(): Promise<Snac | null> {
  const folder = mkdtempSync(join(tmpdir(), 'snac-'));
  const program = unpacked(folder);
  const port = await freePort();
  const data = join(folder, 'data');
  const discard = () => rmSync(folder, { recursive: true, force: true });
  if (program === null || !initialised(program, data, port)) {
    discard();
    return null;
  }
  const server = spawn(program, ['httpd', data], { stdio: 'ignore' });
  const baseUrl = `http://127.0.0.1:${port}`;
  await ready(baseUrl, server);
  return {
    baseUrl,
    person(name) {
      const { stdout } = spawnSync(program, ['adduser', data, name], { encoding: 'utf8' });
      return /password is (\S+)/.exec(stdout)?.[1] ?? '';
    },
    async close() {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
      discard();
    },
  };
}

/** Fetched by lists of its own, so that the system's stay as they are. */
function unpacked(folder: string): string | null {
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return null;
  for (const part of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'sources.list'), `${BACKPORTS}\n`);
  const apart = [
    ...['-o', `Dir::Etc::sourcelist=${join(folder, 'sources.list')}`, '-o', 'Dir::Etc::sourceparts=/dev/null'],
    ...['-o', `Dir::State::lists=${join(folder, 'lists')}`, '-o', `Dir::Cache=${join(folder, 'cache')}`],
  ];
  const quietly = { cwd: folder, stdio: 'ignore', timeout: 60_000 } as const;
  spawnSync('apt-get', [...apart, 'update'], quietly);
  spawnSync('apt-get', [...apart, 'download', 'snac2'], quietly);
  const file = readdirSync(folder).find((name) => name.endsWith('.deb'));
  if (file === undefined) return null;
  spawnSync('dpkg', ['-x', file, '.'], quietly);
  const program = join(folder, 'usr/bin/snac');
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 5000 }).error === undefined ? program : null;
}

/** It asks for its address, port, name, prefix and administrator. */
function initialised(program: string, data: string, port: number): boolean {
  const input = `127.0.0.1\n${port}\n127.0.0.1:${port}\n\n\n`;
  if (spawnSync(program, ['init', data], { input, timeout: 10_000 }).status !== 0) return false;
  const file = join(data, 'server.json');
  const settings = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...settings, protocol: 'http' }));
  return true;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Until it answers. */
async function ready(baseUrl: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_MILLISECONDS;
  while (Date.now() < deadline && server.exitCode === null) {
    try {
      await (await fetch(`${baseUrl}/api/v1/instance`)).text();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  server.kill();
  throw new Error('snac2 non è partito in tempo');
}
