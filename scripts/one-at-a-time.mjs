// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT, sha256 } from './checkout.mjs';
import { Failure } from './failure.mjs';

const HEARTBEAT_MS = 2_000;
const SILENT_MS = 60_000;

/** Outside the checkout: an installation empties node_modules, and nothing else in it is ours to write. */
const FOLDER = join(tmpdir(), `portavoce-${userInfo().uid}`);
const FILE = join(FOLDER, `${sha256(ROOT).slice(0, 12)}.lock`);

/** Runs the work while no other start of this checkout does. A holder that is dead or silent is passed over. */
export async function oneAtATime(work) {
  openFolder();
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

/** In a temporary folder that everyone writes to, whatever bears our name may be someone else's trap. */
function openFolder() {
  try {
    mkdirSync(FOLDER, { mode: 0o700 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const found = lstatSync(FOLDER);
  const ours = process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o077) === 0);
  if (found.isDirectory() && ours) return;
  throw new Failure({
    what: 'la cartella temporanea ha già una voce con il nostro nome, che altri possono toccare',
    where: FOLDER,
    hint: 'Rimuoverla, o indicare nella variabile TMPDIR una cartella temporanea propria, e ripetere il comando.',
  });
}

/** Written aside and then linked, so that the file never exists without its holder's number. */
function take() {
  const own = `${FILE}.${process.pid}`;
  // Of a dead process that had our number.
  rmSync(own, { force: true });
  writeFileSync(own, String(process.pid), { flag: 'wx', mode: 0o600 });
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
