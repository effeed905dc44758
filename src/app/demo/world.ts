// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Config } from '#platform';
import { bringBack, keepBeginning } from './beginning.ts';

const ROOT = join(import.meta.dirname, '../../..');

export interface SimulatedNetwork {
  readonly baseUrl: string;
  readonly secrets: Readonly<Record<string, string>>;
}

/** The simulated outside world, a program of its own that ends with this one. */
export interface World {
  readonly url: string;
  /** By the names of the networks that are simulated. */
  readonly networks: Readonly<Record<string, SimulatedNetwork>>;
  /** The file that a network writes all that happens on it to, a JSON line each. */
  journalOf(network: string): string;
  /** As it was when this folder was new: accounts have to be connected again. Ids given meanwhile are not given again. */
  beginAgain(): Promise<void>;
  stop(): Promise<void>;
}

type Ready = Pick<World, 'url' | 'networks'>;

interface Running {
  readonly child: ChildProcess;
  readonly ready: Ready;
}

export async function startWorld({ dataDir }: Pick<Config, 'dataDir'>): Promise<World> {
  const state = join(dataDir, 'sandbox');
  mkdirSync(state, { recursive: true, mode: 0o700 });
  chmodSync(state, 0o700);
  let running = await run(state);
  keepBeginning(state, Object.keys(running.ready.networks));
  return {
    get url() {
      return running.ready.url;
    },
    get networks() {
      return running.ready.networks;
    },
    journalOf: (network) => join(state, `${network}.ndjson`),
    async beginAgain() {
      const names = Object.keys(running.ready.networks);
      await ended(running.child);
      bringBack(state, names);
      running = await run(state);
    },
    stop: () => ended(running.child),
  };
}

async function run(state: string): Promise<Running> {
  const scenarios = join(ROOT, 'sandbox/scenarios');
  const port = `${await samePort(state)}`;
  const program = ['sandbox/main.ts', '--port', port, '--state', state, '--scenario', scenarios, '--end-with-input'];
  // It reads our end of the pipe: when this process dies, however it dies, the pipe closes and the world ends too.
  const child = spawn(process.execPath, program, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  const ready = await readyLine(child);
  writeFileSync(portFile(state), `${new URL(ready.url).port}\n`, { mode: 0o600 });
  return { child, ready };
}

const portFile = (state: string) => join(state, 'port');

/** The port of the last time, where it is still free: links that the desk keeps go on leading somewhere. Otherwise any. */
function samePort(state: string): Promise<number> {
  const last = existsSync(portFile(state)) ? Number(readFileSync(portFile(state), 'utf8')) : 0;
  if (!Number.isInteger(last) || last < 1 || last > 65535) return Promise.resolve(0);
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(last, '127.0.0.1', () => probe.close(() => resolve(last)));
  });
}

async function readyLine(child: ChildProcess): Promise<Ready> {
  if (child.stdout === null) throw new Error('the sandbox has no output');
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line) as Ready;
  throw new Error('the sandbox ended before it was ready');
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.stdin?.end();
  });
