// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

export interface Running {
  readonly account: Account | null;
  readonly cwd?: string;
  /** Sent to standard input. */
  readonly input?: string;
}

export interface Outcome {
  /** Exit code; -1 when the program could not be started or was killed. */
  readonly code: number;
  /** Standard output and error together. */
  readonly output: string;
}

/** Only what PostgreSQL needs: the desk's own environment holds secrets, and PG* variables would redirect it. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const passed = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'SystemDrive'];
  const kept = passed.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

export const identityOf = (account: Account | null) => (account === null ? {} : { uid: account.uid, gid: account.gid });

/** Runs one of PostgreSQL's programs to its end. Never rejects: a failure to start is an outcome. */
export function run(program: string, args: readonly string[], { account, cwd, input }: Running): Promise<Outcome> {
  return new Promise((resolve) => {
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    const child = spawn(program, args, {
      ...identityOf(account),
      ...(cwd === undefined ? {} : { cwd }),
      env: bareEnvironment(),
      stdio: 'pipe',
      windowsHide: true,
    });
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.stdin.on('error', () => {});
    child.on('error', (error) => resolve({ code: -1, output: output + error.message }));
    child.on('close', (code) => resolve({ code: code ?? -1, output: output.trim() }));
    child.stdin.end(input ?? '');
  });
}
