// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMissing } from './errors.ts';
import { isProcessAlive } from './start-lock.ts';

// Several programs may use one embedded server (the desk, a command line beside it). Each leaves a file named by its
// pid; the last to leave stops the server. INVARIANT: read and written only while holding the start lock.

const folderOf = (home: string) => join(home, 'leases');

export function takeLease(home: string): void {
  mkdirSync(folderOf(home), { recursive: true });
  writeFileSync(join(folderOf(home), String(process.pid)), '');
}

export function dropLease(home: string): void {
  rmSync(join(folderOf(home), String(process.pid)), { force: true });
}

/** The pids of living programs that use the server; files of the dead are cleared. */
export function livingLeases(home: string): number[] {
  let names: string[];
  try {
    names = readdirSync(folderOf(home));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
  return names.map(Number).filter((pid) => {
    if (isProcessAlive(pid)) return true;
    rmSync(join(folderOf(home), String(pid)), { force: true });
    return false;
  });
}
