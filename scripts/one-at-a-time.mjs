// SPDX-License-Identifier: AGPL-3.0-or-later
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT, sha256 } from './checkout.mjs';

const HEARTBEAT_MS = 2_000;
const SILENT_MS = 60_000;

/** Outside the checkout: an installation empties node_modules, and nothing else in it is ours to write. */
const FILE = join(tmpdir(), `portavoce-${userInfo().uid}-${sha256(ROOT).slice(0, 12)}.lock`);

/** Runs the work while no other start of this checkout does. A holder that is dead or silent is passed over. */
export async function oneAtATime(work) {
  let told = false;
  while (!take()) {
    if (passOver()) continue;
    if (!told) console.error(`Un altro avvio sta preparando questa cartella (processo ${holderOf(FILE)}): attendo…`);
    told = true;
    await pause(100);
  }
  const heartbeat = setInterval(() => utimesSync(FILE, new Date(), new Date()), HEARTBEAT_MS);
  const release = () => rmSync(FILE, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

/** Written aside and then linked, so that the file never exists without its holder's number. */
function take() {
  const own = `${FILE}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, FILE);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

function isStale(file) {
  const holder = holderOf(file);
  if (holder === 0) return false;
  try {
    process.kill(holder, 0);
    return Date.now() - statSync(file).mtimeMs > SILENT_MS;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Moves a dead holder's file away; if another taker was faster and it is theirs that we moved, gives it back. */
function passOver() {
  if (!isStale(FILE)) return false;
  const aside = `${FILE}.${process.pid}.stale`;
  try {
    renameSync(FILE, aside);
    if (!isStale(aside)) linkSync(aside, FILE);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return true;
}
