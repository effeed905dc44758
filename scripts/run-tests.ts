// SPDX-License-Identifier: AGPL-3.0-or-later
import { globSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { closingLine, countTests, isWell } from '../tests/support/counts.ts';
import { concludeProofs } from '../tests/support/proof-conclusion.ts';
import { watchProofs } from '../tests/support/proof-record.ts';

// Runs the given test files or folders, or all; tests/networks and tests/crash have commands of their own. A run of all
// leaves the record of what it proved, and fails when it proves less than tests/proved.txt says.

const ALL = [
  'src/**/*.test.ts',
  'sandbox/**/*.test.ts',
  'web/**/*.test.ts',
  'scripts/**/*.test.ts',
  'bench/**/*.test.ts',
  'tests/*.test.ts',
  'tests/{architecture,support,contracts,channels,proofs,stories,browser}/**/*.test.ts',
];
/** Test files at once. Many wait for a database, a browser or a network that does not answer, so three are worth it on two cores. */
const AT_ONCE = 3;
const LONGEST_FILE_MS = 4 * 60_000;
const ACCEPT = '--accept-proofs';

const root = resolve(import.meta.dirname, '..');
const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function testFiles(asked: readonly string[]): string[] {
  const patterns = asked.length === 0 ? ALL : asked.map((path) => (isFolder(path) ? join(path, '**/*.test.ts') : path));
  const cwd = asked.length === 0 ? root : process.cwd();
  const found = globSync(patterns, { cwd, exclude: (name) => /(^|[\\/])(node_modules|dist)$/.test(name) });
  return found.map((file) => resolve(cwd, file)).sort();
}

const args = process.argv.slice(2);
const accepts = args.includes(ACCEPT);
const asked = args.filter((word) => word !== ACCEPT);
const isFull = asked.length === 0;
if (accepts && !isFull) throw new Error(`${ACCEPT} goes with a run of all the tests`);

const files = testFiles(asked);
const events = run({ files, concurrency: AT_ONCE, timeout: LONGEST_FILE_MS, cwd: root });
const counts = countTests(events);
const proofs = watchProofs(events);
const report = events.compose(new spec());
report.pipe(process.stdout, { end: false });
await finished(report);

const { lines, wrong } = isFull ? concludeProofs(proofs.now(), accepts) : { lines: [], wrong: 0 };
for (const line of lines) console.log(line);
const ran = counts.now();
const total = { ...ran, failed: ran.failed + wrong };
if (!isWell(total)) process.exitCode = 1;
console.log(closingLine(total));
