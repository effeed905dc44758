// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, canReach } from './account.ts';
import { isMissing, raise } from './errors.ts';

/** Where a root-started desk keeps its database when the account lent to PostgreSQL cannot walk to the data folder. */
export const FALLBACK_DIR = '/var/lib/portavoce';

/** A Unix socket's path must fit 103 bytes on macOS and 107 on Linux, file name included. */
const SOCKET_PATH_MAX_BYTES = 100;
const SOCKET_NAME = '.s.PGSQL.5432';

export interface Home {
  /** Holds the clusters, the log, the password and, when needed, a copy of the binaries. Real path. */
  readonly dir: string;
  readonly account: Account | null;
}

/** Makes the directory, open enough for another account to pass through whatever the umask says. */
function makePassable(directory: string, account: Account | null): void {
  const fresh = mkdirSync(directory, { recursive: true });
  if (fresh !== undefined && account !== null) chmodSync(directory, 0o711);
}

/** Makes a directory that only PostgreSQL's account (and root) can enter. */
export function makePrivate(directory: string, account: Account | null): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (account !== null) chownSync(directory, account.uid, account.gid);
}

export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

const pointerOf = (dataDir: string) => join(dataDir, 'postgres', 'place');

/** The home this data folder already has, if any: beside its data, or where the pointer in it says. */
export function findHome(dataDir: string): string | null {
  const inside = join(dataDir, 'postgres');
  if (!existsSync(inside)) return null;
  return realpathSync(readIfThere(pointerOf(dataDir)) ?? inside);
}

/**
 * Finds or makes the home. A home outside the data folder is named by a pointer inside it, so that deleting the data
 * folder starts afresh and moving it keeps its database. Throws POSTGRES_DATA_UNREACHABLE rather than start an empty
 * database beside a full one that has become unreachable.
 */
export function settleHome(dataDir: string, account: Account | null, fallbackDir: string): Home {
  const inside = join(dataDir, 'postgres');
  makePassable(dataDir, account);
  makePassable(inside, account);
  const pointed = readIfThere(pointerOf(dataDir));
  const current = realpathSync(pointed ?? inside);
  if (canReach(current, account)) return { dir: current, account };
  const hasCluster = readdirSync(current).some((name) => /^pg\d+$/.test(name));
  if (pointed !== null || hasCluster) throw raise('POSTGRES_DATA_UNREACHABLE', `${current} (utente ${account?.name})`);
  return { dir: moveOut({ dataDir, inside: current, fallbackDir, account }), account };
}

interface MovingOut {
  readonly dataDir: string;
  readonly inside: string;
  readonly fallbackDir: string;
  readonly account: Account | null;
}

function moveOut({ dataDir, inside, fallbackDir, account }: MovingOut): string {
  const mark = createHash('sha256').update(inside).digest('hex').slice(0, 12);
  const place = join(fallbackDir, `${mark}-${randomBytes(3).toString('hex')}`);
  makePassable(fallbackDir, account);
  makePassable(place, account);
  if (!canReach(place, account))
    throw raise('POSTGRES_DATA_UNREACHABLE', `${inside}, ${place} (utente ${account?.name})`);
  writeFileSync(pointerOf(dataDir), `${place}\n`);
  return realpathSync(place);
}

function isOurs(directory: string, account: Account | null): boolean {
  try {
    const found = lstatSync(directory);
    return found.isDirectory() && found.uid === (account?.uid ?? process.getuid?.()) && (found.mode & 0o077) === 0;
  } catch {
    return false;
  }
}

/**
 * The directory of the Unix socket. Beside the data when the path is short enough; otherwise a private one under the
 * system's temporary folder, remembered in the home because every start must come to the same.
 */
export function socketDir({ dir, account }: Home): string {
  const beside = join(dir, 'run');
  if (Buffer.byteLength(join(beside, SOCKET_NAME)) <= SOCKET_PATH_MAX_BYTES) {
    makePrivate(beside, account);
    return beside;
  }
  const note = join(dir, 'socket-dir');
  const noted = readIfThere(note);
  if (noted !== null && isOurs(noted, account)) return noted;
  const short =
    Buffer.byteLength(tmpdir()) < SOCKET_PATH_MAX_BYTES - 40 && canReach(tmpdir(), account) ? tmpdir() : '/tmp';
  const made = mkdtempSync(join(short, 'portavoce-'));
  makePrivate(made, account);
  writeFileSync(note, `${made}\n`);
  return made;
}
