// SPDX-License-Identifier: AGPL-3.0-or-later
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// Stands in for npm in the tests of what starts the desk: installs the lock file's packages as empty ones, and a Vite that
// builds one page. NPM_FAULT makes it fail, or die half-way, as npm does.

const FAULTS = {
  network: 'npm error code ENOTCACHED\nnpm error cache mode is only-if-cached',
  space: 'npm error code ENOSPC\nnpm error nospc write',
  rights: 'npm error code EACCES\nnpm error syscall mkdir',
};

const args = process.argv.slice(2);
const fault = process.env.NPM_FAULT;
if (args[0] === 'view') {
  if (fault === 'network') console.error('npm error code ENOTFOUND');
  process.exit(fault === 'network' ? 1 : 0);
}
appendFileSync('npm.calls', `${args.join(' ')}\n`);
if (FAULTS[fault] !== undefined) {
  console.error(FAULTS[fault]);
  process.exit(1);
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const installed = {};
for (const [path, entry] of Object.entries(packages)) {
  if (path === '' || (entry.dev && args.includes('--omit=dev'))) continue;
  installed[path] = entry;
  write(join(path, 'package.json'), '{}');
  if (fault === 'death') process.kill(process.pid, 'SIGKILL');
}
write('node_modules/vite/bin/vite.js', builder());
write('node_modules/.package-lock.json', JSON.stringify({ packages: installed }));

function builder() {
  return "const fs = require('fs'); fs.appendFileSync('vite.calls', 'build\\n'); fs.mkdirSync('web/dist', { recursive: true }); fs.writeFileSync('web/dist/index.html', '');";
}

function write(file, content) {
  if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
