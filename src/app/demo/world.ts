// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Config } from '#platform';

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
  stop(): Promise<void>;
}

type Ready = Pick<World, 'url' | 'networks'>;

export async function startWorld(config: Config): Promise<World> {
  const state = join(config.dataDir, 'sandbox');
  mkdirSync(state, { recursive: true, mode: 0o700 });
  chmodSync(state, 0o700);
  const scenarios = join(ROOT, 'sandbox/scenarios');
  const program = ['sandbox/main.ts', '--state', state, '--scenario', scenarios, '--end-with-input'];
  // It reads our end of the pipe: when this process dies, however it dies, the pipe closes and the world ends too.
  const child = spawn(process.execPath, program, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  const { url, networks } = await readyLine(child);
  return { url, networks, stop: () => ended(child) };
}

async function readyLine(child: ChildProcess): Promise<Ready> {
  if (child.stdout === null) throw new Error('the sandbox has no output');
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line) as Ready;
  throw new Error('the sandbox ended before it was ready');
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.stdin?.end();
  });
