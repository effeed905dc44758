// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { announced, inRoot, ROOT, readStamp, sha256, writeStamp } from './checkout.mjs';
import { Failure } from './failure.mjs';
import { findNode24 } from './node24.mjs';
import { npmInstall } from './npm.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

const LOCK = inRoot('package-lock.json');
const MODULES = inRoot('node_modules');
const STAMP = join(MODULES, '.portavoce.json');
/** What npm writes when it has finished, and only then. */
const NPM_RECORD = join(MODULES, '.package-lock.json');

/**
 * Makes sure that the dependencies are there, and returns the path of the Node 24 to go on with.
 * @param {'run' | 'full'} scope what the program needs to run, or also what building and testing it needs
 * @returns {Promise<string>}
 */
export async function ensureDependencies(scope) {
  return nodeIfReady(scope) ?? oneAtATime(async () => nodeIfReady(scope) ?? install(scope));
}

/** The Node of a complete installation of the present lock file, or null. */
function nodeIfReady(scope) {
  const stamp = readStamp(STAMP);
  if (stamp === null || stamp.lock !== lockHash() || (scope === 'full' && stamp.scope === 'run')) return null;
  const node = resolve(ROOT, stamp.node);
  return existsSync(node) && isComplete(stamp.scope) ? node : null;
}

const lockHash = () => (existsSync(LOCK) ? sha256(readFileSync(LOCK)) : '');

/** The lock file's packages that every machine must have, for the scope. */
function* expected(scope) {
  const { packages } = JSON.parse(readFileSync(LOCK, 'utf8'));
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '' || entry.link || entry.optional || entry.devOptional) continue;
    if (scope === 'full' || !entry.dev) yield { path, version: entry.version };
  }
}

function isComplete(scope) {
  if (!existsSync(LOCK)) return true;
  for (const { path } of expected(scope)) if (!existsSync(inRoot(path, 'package.json'))) return false;
  return true;
}

/** Relative, so that the folder may be moved; a Node outside it stays where it is. */
const complete = (scope, node) => {
  const inside = node.startsWith(MODULES);
  writeStamp(STAMP, { lock: lockHash(), scope, node: inside ? relative(ROOT, node) : node });
};

async function install(asked) {
  // Whoever builds and tests here goes on doing so: starting the program after a change of the lock takes no tools away.
  const scope = readStamp(STAMP)?.scope === 'full' ? 'full' : asked;
  const adopted = await adopt(scope);
  if (adopted !== null) return adopted;
  // What was once finished is added to, since a running desk may be using it; what never was is made again.
  if (readStamp(STAMP) === null) empty();
  // From here to the stamp, an interruption must leave nothing that looks finished.
  rmSync(STAMP, { force: true });
  rmSync(NPM_RECORD, { force: true });
  const what = scope === 'run' ? 'Installo le dipendenze' : 'Installo le dipendenze, con gli strumenti di sviluppo';
  await announced(what, async () => {
    await npmInstall(npmArguments(scope));
    if (isComplete(scope)) return;
    empty();
    await npmInstall(npmArguments(scope));
  });
  return conclude(scope);
}

/** The contents and not the folder, which may be a volume; of a link, only the link: what it leads to is another's. */
function empty() {
  if (!existsSync(MODULES)) return;
  if (lstatSync(MODULES).isSymbolicLink()) return rmSync(MODULES);
  for (const name of readdirSync(MODULES)) rmSync(join(MODULES, name), { recursive: true, force: true });
}

/**
 * `install` and not `ci`: the lock file says versions and checksums all the same, and `ci` refuses one in which the
 * tools of another system are missing.
 */
function npmArguments(scope) {
  const save = existsSync(LOCK) ? ['--no-save'] : [];
  return [...save, scope === 'run' ? '--omit=dev' : '--include=dev', '--include=optional'];
}

async function conclude(scope) {
  const node = await findNode24();
  if (!isComplete(scope)) {
    throw new Failure({
      what: 'l’installazione delle dipendenze è rimasta incompleta',
      where: MODULES,
      hint: 'Cancellare la cartella node_modules e ripetere il comando.',
    });
  }
  complete(scope, node);
  return node;
}

/** Takes for good an installation that npm finished at someone else's request, even where we may not write. */
async function adopt(scope) {
  const record = readStamp(NPM_RECORD);
  if (readStamp(STAMP) !== null || record === null || !existsSync(LOCK)) return null;
  const found = ['full', 'run'].find((candidate) => holds(record, candidate));
  if (found === undefined || (scope === 'full' && found === 'run')) return null;
  const node = await findNode24().catch(() => null);
  if (node === null) return null;
  try {
    complete(found, node);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  }
  return node;
}

function holds(record, scope) {
  for (const { path, version } of expected(scope)) {
    if (record.packages?.[path]?.version !== version || !existsSync(inRoot(path, 'package.json'))) return false;
  }
  return true;
}
