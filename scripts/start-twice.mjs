// SPDX-License-Identifier: AGPL-3.0-or-later
import './oldest-node.mjs';
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './checkout.mjs';

// Starts the desk as a newcomer does, waits until it answers, stops it, and does it again; prints both times.

const READY_WITHIN_MS = 300_000;
const STOPPED_WITHIN_MS = 30_000;

async function startOnce(name) {
  const startedAt = performance.now();
  // A group of its own, so that whatever happens nothing of it stays behind.
  const desk = spawn('npm', ['start', '--silent'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let told = '';
  for (const stream of [desk.stdout, desk.stderr]) stream.on('data', (chunk) => (told += chunk));
  const ended = new Promise((resolve) => desk.on('exit', (code, signal) => resolve(code ?? signal)));
  try {
    await untilReady(() => told, ended);
    console.log(`${name}: ready in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    desk.kill('SIGTERM');
    await within(STOPPED_WITHIN_MS, ended, 'the desk did not stop when asked');
  } catch (error) {
    throw new Error(`${name}: ${error.message}\n${told}`);
  } finally {
    endGroup(desk.pid);
  }
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // Nobody is left in it.
  }
}

async function untilReady(told, ended) {
  let hasEnded = false;
  ended.then(() => {
    hasEnded = true;
  });
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!(await answers(told()))) {
    if (hasEnded) throw new Error('the desk ended before it was ready');
    if (performance.now() > deadline) throw new Error('the desk was not ready in time');
    await pause(100);
  }
}

/** True once the address that the desk printed answers 200 at /status. */
async function answers(told) {
  const address = /pronto in [^:]+: (http:\/\/\S+)/.exec(told)?.[1];
  if (address === undefined) return false;
  const response = await fetch(`${address}/status`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  return response?.status === 200;
}

function within(milliseconds, promise, complaint) {
  const late = pause(milliseconds, undefined, { ref: false }).then(() => Promise.reject(new Error(complaint)));
  return Promise.race([promise, late]);
}

try {
  await startOnce('first start');
  await startOnce('second start');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
