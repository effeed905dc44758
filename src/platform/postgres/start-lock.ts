// SPDX-License-Identifier: AGPL-3.0-or-later
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isForbidden, isMissing, isTaken, raise } from './errors.ts';

const HEARTBEAT_MS = 2_000;
/** A holder that has not touched its file for so long is taken for dead even if its number lives: pids are reused. */
const SILENT_MS = 60_000;
const POLL_MS = 25;

export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isForbidden(error);
  }
}

/** Runs the work while holding the file, one holder at a time on this machine. Throws POSTGRES_LOCKED after the wait. */
export async function withStartLock<Value>(file: string, work: () => Promise<Value>, waitMs = 180_000): Promise<Value> {
  const deadline = performance.now() + waitMs;
  while (!take(file)) {
    breakIfStale(file);
    if (performance.now() > deadline) throw raise('POSTGRES_LOCKED', `${file}, processo ${holderOf(file)}`);
    await pause(POLL_MS);
  }
  const heartbeat = setInterval(() => utimesSync(file, new Date(), new Date()), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(file, { force: true });
  }
}

/** Written aside and then linked, so that the file never exists without its holder's number. */
function take(file: string): boolean {
  const own = `${file}.${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function holderOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

function isStale(file: string): boolean {
  try {
    return !isProcessAlive(holderOf(file)) || Date.now() - statSync(file).mtimeMs > SILENT_MS;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Moves a dead holder's file away; if another taker was faster and it is theirs that we moved, gives it back. */
function breakIfStale(file: string): void {
  if (!isStale(file)) return;
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    if (!isStale(aside)) linkSync(aside, file);
  } catch (error) {
    if (!isMissing(error) && !isTaken(error)) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
