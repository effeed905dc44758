// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyse } from '#triage';
import { readCorpus } from '../../corpus/corpus.ts';
import type { Fresh } from './fresh.ts';
import { type Page, unit } from './page.ts';

const RUNS = 5;
const FIRST_ANSWER_MS = 200;
const MEMORY_MB = 32;

/** @param cache where Node keeps what it compiled before; absent, nowhere, as on a first start. */
const run = (mode: 'start' | 'whole', cache?: string): Fresh => {
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const told = execFileSync(process.execPath, ['--expose-gc', join(import.meta.dirname, 'fresh.ts'), mode], {
    encoding: 'utf8',
    env: { ...env, ...(cache === undefined ? {} : { NODE_COMPILE_CACHE: cache }) },
  });
  return JSON.parse(told) as Fresh;
};

/** Starts with what Node compiled at the first of them. */
function runsWithCache(): readonly Fresh[] {
  const cache = mkdtempSync(join(tmpdir(), 'portavoce-bench-'));
  try {
    return Array.from({ length: RUNS }, () => run('start', cache)).slice(1);
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

const least = (runs: readonly Fresh[], of: (fresh: Fresh) => number): number => Math.min(...runs.map(of));

function nodeAlone(): number {
  const say = 'process.stdout.write(String(performance.now()))';
  const times = Array.from({ length: RUNS }, () =>
    Number(execFileSync(process.execPath, ['-e', say], { encoding: 'utf8' })),
  );
  return Math.min(...times);
}

/** Whether what this process runs is no longer what a new one would. */
function haveSourcesChanged(): boolean {
  const cwd = join(import.meta.dirname, '..', '..');
  const files = globSync(['src/{policy,triage,kernel}/**/*.ts', 'corpus/*'], { cwd });
  return files.some((file) => statSync(join(cwd, file)).mtimeMs > performance.timeOrigin);
}

/** Memory and first answer in processes of their own, and the same signals there as here. */
export function showFootprint(page: Page): void {
  page.heading('Memory, first answer, the same results without a network');
  const runs = Array.from({ length: RUNS }, () => run('start'));
  const cached = runsWithCache();
  const whole = run('whole');
  const [milliseconds, megabytes] = [unit('ms'), unit('MB', 1)];
  // The command line and the desk keep what Node compiled (scripts/node24.mjs).
  page.limit({
    what: `first answer after the start of a process that keeps what it compiled, best of ${cached.length}`,
    measured: least(cached, ({ sinceStartMs }) => sinceStartMs),
    atMost: FIRST_ANSWER_MS,
    as: milliseconds,
  });
  page.line(
    `  of which Node by itself ${milliseconds(nodeAlone())}, loading the engine ${milliseconds(least(cached, ({ loadingMs }) => loadingMs))}, first text ${milliseconds(least(cached, ({ firstMs }) => firstMs))}; the first time ever, types stripped and code compiled, ${milliseconds(least(runs, ({ sinceStartMs }) => sinceStartMs))}`,
  );
  page.limit({
    what: 'memory that the engine holds after its first answer, what can be collected collected',
    measured: least(cached, ({ keptMb }) => keptMb),
    atMost: MEMORY_MB,
    as: megabytes,
    note: `resident growth ${megabytes(least(cached, ({ residentMb }) => residentMb))}, room that Node keeps free for itself in it; the first time ever ${megabytes(least(runs, ({ residentMb }) => residentMb))}`,
  });
  page.line(
    `  after reading the whole corpus: resident ${megabytes(whole.residentMb)}, kept ${megabytes(whole.keptMb)} (the corpus in it)`,
  );
  const hash = createHash('sha256');
  for (const { text } of readCorpus()) hash.update(JSON.stringify(analyse(text)));
  const here = hash.digest('hex');
  page.limit({
    what: 'differences between this process and one whose every connection is refused',
    measured: here === whole.digest ? 0 : 1,
    atMost: 0,
    as: String,
    note: `digest of all signals ${here.slice(0, 16)}${haveSourcesChanged() ? '; the sources changed while this ran: run it again' : ''}`,
  });
}
