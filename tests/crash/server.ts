// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const CLOCK = join(import.meta.dirname, 'clock.ts');
const READY_MILLISECONDS = 60_000;

/** The product as a process of its own, started as `npm start` starts it. */
export interface Server {
  readonly url: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** Until it answers; the database may be coming back. */
  answers(): Promise<void>;
}

const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** `wrongBy` is asked at each start by how many milliseconds its clock is wrong. */
export function serverIn(dataDir: string, port: number, wrongBy: () => number): Server {
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;

  const answers = async () => {
    const deadline = Date.now() + READY_MILLISECONDS;
    for (;;) {
      const response = await fetch(`${url}/status`).catch(() => null);
      if (response?.status === 200) return;
      if (Date.now() > deadline) throw new Error('the server did not come back in a minute');
      await soon(50);
    }
  };
  const start = async () => {
    const env = { ...process.env, PORT: String(port), PORTAVOCE_DATA: dataDir, PORTAVOCE_LOG: 'error' };
    const clock = { CRASH_CLOCK_WRONG_BY: String(wrongBy()) };
    child = spawn(process.execPath, ['--import', CLOCK, 'src/app/main.ts', '--empty'], {
      cwd: ROOT,
      env: { ...env, ...clock },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await answers();
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    url,
    start,
    answers,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
