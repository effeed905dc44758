// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { isMissing } from './errors.ts';
import type { Endpoint } from './handshake.ts';
import { readIfThere } from './home.ts';
import { run } from './run.ts';
import { isProcessAlive } from './start-lock.ts';

/** A running server, as its `postmaster.pid` tells. */
export interface Postmaster extends Endpoint {
  readonly pid: number;
}

const pidFile = (cluster: string) => join(cluster, 'postmaster.pid');

/**
 * The server of this cluster, or null where none runs: pids are reused, so the file alone proves nothing. Lines of the
 * file: pid, cluster, start time, port, socket directory, address.
 */
export function findPostmaster(cluster: string): Postmaster | null {
  const [pidLine, , , port, socketDir, address] = (readIfThere(pidFile(cluster)) ?? '').split('\n');
  const pid = Math.abs(Number(pidLine));
  if (!pid || !serves(pid, cluster)) return null;
  return { pid, port: Number(port ?? 0), host: socketDir?.trim() || address?.trim() || '127.0.0.1' };
}

/** True while the process lives and is the server of this cluster: our servers name the cluster in their command. */
export function serves(pid: number, cluster: string): boolean {
  if (pid === process.pid || !isProcessAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  return commandOf(pid).includes(cluster);
}

/** Empty for a process that is gone, or dead and not yet collected by its parent. */
function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-ww', '-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Removes the file of a server that is no more: PostgreSQL would refuse to start if another process had its pid. */
export function clearStalePidFile(cluster: string): boolean {
  try {
    rmSync(pidFile(cluster));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

const STOP_WITHIN_MS = 30_000;
const POLL_MS = 15;

/** Fast shutdown: open transactions are rolled back, everything committed is written. */
export async function stopPostmaster({ pid }: Postmaster, cluster: string, binaries: Binaries | null): Promise<void> {
  if (process.platform === 'win32' && binaries !== null) {
    await run(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w'], { account: null });
    return;
  }
  signal(pid, 'SIGINT');
  if (await isGone(pid, cluster)) return;
  // Immediate: nothing committed is lost, the next start replays the log.
  signal(pid, 'SIGQUIT');
  await isGone(pid, cluster);
}

async function isGone(pid: number, cluster: string): Promise<boolean> {
  const deadline = performance.now() + STOP_WITHIN_MS;
  while (serves(pid, cluster)) {
    if (performance.now() > deadline) return false;
    await pause(POLL_MS);
  }
  return true;
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone in the meantime, which is what was wanted.
  }
}
