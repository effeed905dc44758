// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot, ROOT } from './checkout.mjs';
import { Failure, isNetworkFault, recognise } from './failure.mjs';

/**
 * Quiet (under Node 20 npm warns of every package that asks for more, and it is Node 24 that runs them), and without
 * install scripts, which no dependency needs.
 */
const HABITS = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
  '--no-progress',
  '--loglevel=error',
];

/** npm ends with its manual and the name of a log: only what comes before is about the failure. */
const tellingPart = (told) => told.split(/^npm error (?:Usage:|A complete log)/m)[0].trim();

/** npm as a program for Node, where it can be found; a shell command otherwise. */
function locateNpm() {
  const beside = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const program = candidates.find((path) => path !== undefined && /npm-cli\.[cm]?js$/.test(path) && existsSync(path));
  return program === undefined ? { file: 'npm', first: [] } : { file: process.execPath, first: [program] };
}

/**
 * Installs with npm; rejects with a Failure that says in Italian what npm's error means. Without a network npm tries for
 * many minutes before it says so: asked first for one small thing, it says so at once, and then uses what it has kept.
 */
export async function npmInstall(args) {
  const asked = await npm(['view', 'pg', 'version', '--fetch-retries=1', '--fetch-retry-mintimeout=500']);
  const offline = asked.code !== 0 && isNetworkFault(asked.told) ? ['--offline'] : [];
  const { code, told } = await npm(['install', ...args, ...offline]);
  if (code !== 0) throw failureOf(told, code);
}

/** Runs npm in the checkout to its end. */
function npm(args) {
  const { file, first } = locateNpm();
  return new Promise((resolve, reject) => {
    let told = '';
    const child = spawn(file, [...first, ...args, ...HABITS], {
      cwd: ROOT,
      env: { ...process.env, SCARF_ANALYTICS: 'false' },
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: first.length === 0 && process.platform === 'win32',
    });
    child.stderr.on('data', (chunk) => {
      told += chunk;
    });
    child.on('error', () => reject(new Failure(NPM_MISSING)));
    child.on('close', (code) => resolve({ code, told }));
  });
}

const NPM_MISSING = {
  what: 'non si trova npm',
  hint: 'Reinstallare Node.js, che lo comprende, da https://nodejs.org.',
};

function failureOf(told, code) {
  console.error(tellingPart(told));
  return (
    recognise(told, inRoot('node_modules')) ??
    new Failure({
      what: `l’installazione delle dipendenze non è riuscita (npm, codice ${code})`,
      where: inRoot('node_modules'),
      hint: 'Leggere l’errore di npm qui sopra e ripetere il comando: l’installazione riprende da capo.',
    })
  );
}
