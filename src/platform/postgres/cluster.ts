// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { isTaken, raise } from './errors.ts';
import { type Home, readIfThere } from './home.ts';
import { run } from './run.ts';

/** The owner of the database, and the database itself. */
export const OWNER = 'portavoce';

const HALF_DONE_SUFFIX = '.partial';

export const clusterDir = (home: string, major: number) => join(home, `pg${major}`);
const exists = (directory: string) => existsSync(join(directory, 'PG_VERSION'));

/**
 * Makes the cluster unless it is there: initialised aside, with its database, and renamed when whole, so that a crash
 * half-way leaves nothing that looks like a cluster. Returns its directory and the owner's password.
 */
export async function settleCluster(home: Home, binaries: Binaries): Promise<{ dir: string; password: string }> {
  const dir = clusterDir(home.dir, binaries.major);
  const known = readIfThere(passwordFile(home));
  if (exists(dir)) return { dir, password: known ?? (await replacePassword(home, binaries, dir)) };
  refuseOtherMajor(home, binaries.major);
  const password = known ?? writePassword(home);
  await initialise({ home, binaries, dir, password });
  return { dir, password };
}

function refuseOtherMajor(home: Home, major: number): void {
  const other = readdirSync(home.dir).find((name) => /^pg\d+$/.test(name) && exists(join(home.dir, name)));
  if (other !== undefined) throw raise('POSTGRES_OTHER_MAJOR', `${join(home.dir, other)}, programma ${major}`);
}

const passwordFile = (home: Home) => join(home.dir, 'password');

function writePassword(home: Home): string {
  const password = randomBytes(24).toString('base64url');
  const partial = passwordFile(home) + HALF_DONE_SUFFIX;
  rmSync(partial, { force: true });
  writeFileSync(partial, `${password}\n`, { mode: 0o600, flush: true });
  renameSync(partial, passwordFile(home));
  return password;
}

/** Gives the owner a new password where its file was lost, which only works on a stopped cluster. */
async function replacePassword(home: Home, binaries: Binaries, dir: string): Promise<string> {
  if (existsSync(join(dir, 'postmaster.pid'))) throw raise('POSTGRES_PASSWORD_LOST', passwordFile(home));
  const password = randomBytes(24).toString('base64url');
  await runAlone({ home, binaries, dir, statement: `alter role ${OWNER} password '${password}'` });
  writeFileSync(passwordFile(home), `${password}\n`, { mode: 0o600, flush: true });
  return password;
}

interface Initialising {
  readonly home: Home;
  readonly binaries: Binaries;
  readonly dir: string;
  readonly password: string;
}

async function initialise({ home, binaries, dir, password }: Initialising): Promise<void> {
  const { account } = home;
  const partial = dir + HALF_DONE_SUFFIX;
  const secret = join(home.dir, 'password.initdb');
  rmSync(partial, { recursive: true, force: true });
  rmSync(secret, { force: true });
  mkdirSync(partial, { mode: 0o700 });
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  if (account !== null) for (const path of [partial, secret]) chownSync(path, account.uid, account.gid);
  try {
    // C.UTF-8 is PostgreSQL's own collation: the same order on every system, whatever its libraries.
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = ['-U', OWNER, `--pwfile=${secret}`, '-A', 'scram-sha-256'];
    const args = ['-D', partial, ...access, ...locale, '--data-checksums', '--no-instructions'];
    const { code, output } = await run(binaries.initdb, args, { account, cwd: home.dir });
    if (code !== 0) throw initFailure(code, output);
    await runAlone({ home, binaries, dir: partial, statement: `create database ${OWNER}` });
    renameWhole(partial, dir);
  } finally {
    rmSync(secret, { force: true });
  }
}

function renameWhole(partial: string, dir: string): void {
  try {
    renameSync(partial, dir);
  } catch (error) {
    if (!isTaken(error) || !exists(dir)) throw error;
  }
}

function initFailure(code: number, output: string): Error {
  if (/No space left on device|Disk quota exceeded/.test(output)) return raise('POSTGRES_DISK_FULL', lastLines(output));
  if (/Permission denied|could not access directory/.test(output)) {
    return raise('POSTGRES_DATA_UNREACHABLE', lastLines(output));
  }
  return raise('POSTGRES_INIT_FAILED', `initdb, codice ${code}: ${lastLines(output)}`);
}

export const lastLines = (text: string, count = 6): string => text.trim().split('\n').slice(-count).join('\n');

interface Alone {
  readonly home: Home;
  readonly binaries: Binaries;
  readonly dir: string;
  readonly statement: string;
}

/** One statement in single-user mode: no socket, no password, and nobody else can be connected. */
async function runAlone({ home, binaries, dir, statement }: Alone): Promise<void> {
  const args = ['--single', '-j', '-D', dir, '-c', 'exit_on_error=on', 'postgres'];
  const input = `${statement};\n\n`;
  const { code, output } = await run(binaries.postgres, args, { account: home.account, cwd: home.dir, input });
  if (code !== 0) throw initFailure(code, output);
}
