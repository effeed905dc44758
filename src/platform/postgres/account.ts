// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { raise } from './errors.ts';

/** The operating system's account that PostgreSQL runs as, when it is not our own. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const LAST_RESORTS = ['postgres', 'nobody'];

function accounts(): Account[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

/**
 * PostgreSQL refuses to run as root, so root lends it an account that already exists; none is ever created. It must have
 * an entry in the system's list: PostgreSQL looks its name up. Null when our own account will do.
 */
export function chooseAccount(): Account | null {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return null;
  const known = accounts();
  for (const name of LAST_RESORTS) {
    const account = known.find((candidate) => candidate.name === name && candidate.uid !== 0);
    if (account !== undefined) return account;
  }
  throw raise('POSTGRES_NO_ORDINARY_ACCOUNT');
}

/** True if the account may walk down to the directory, existing or yet to be made (by us, and then opened to it). */
export function canReach(directory: string, account: Account | null): boolean {
  if (account === null) return true;
  for (let path = resolve(directory); ; path = dirname(path)) {
    if (existsSync(path)) {
      const { mode, uid, gid } = statSync(path);
      const needed = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if ((mode & needed) === 0) return false;
    }
    if (dirname(path) === path) return true;
  }
}
