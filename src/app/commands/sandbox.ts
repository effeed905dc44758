// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Words } from './command.ts';
import { ROOT } from './installation.ts';
import type { ExitCode } from './policy.ts';

export const SANDBOX_OPTIONS = ['port', 'state', 'scenario', 'networks'] as const;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The simulated networks alone, until they are told to stop. */
export async function sandbox(words: Words): Promise<ExitCode> {
  const options = SANDBOX_OPTIONS.flatMap((name) => {
    const value = words.option(name);
    return value === undefined ? [] : [`--${name}`, value];
  });
  const program = join(ROOT, 'sandbox', 'main.ts');
  // It reads our end of the pipe: when this process dies, however it dies, the simulated world ends too.
  const child = spawn(process.execPath, [program, ...options, '--end-with-input'], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  for (const signal of SIGNALS) process.on(signal, () => child.stdin?.end());
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (exit) => resolve(exit ?? 0));
  });
  return code === 0 ? 0 : 2;
}
