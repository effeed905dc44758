// SPDX-License-Identifier: AGPL-3.0-or-later
import './oldest-node.mjs';
import { existsSync } from 'node:fs';
import { inRoot } from './checkout.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { giveUp } from './failure.mjs';
import { runInCheckout } from './node24.mjs';

// npm run check: types, lint and format, architecture, database schema. All are run, whatever the first says.

const CHECKS = [
  { name: 'types of the server', args: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  { name: 'types of the web', args: ['node_modules/typescript/bin/tsc', '-p', 'web/tsconfig.json'] },
  { name: 'lint and format', args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'] },
  { name: 'architecture', args: ['--test', '--test-reporter=dot', 'tests/architecture/**/*.test.ts'] },
];
const SCHEMA = { name: 'database schema', args: ['src/app/cli.ts', 'schema', '--check'] };

try {
  const node = await ensureDependencies('full');
  const checks = existsSync(inRoot('src', 'app', 'commands', 'schema.ts')) ? [...CHECKS, SCHEMA] : CHECKS;
  const failed = [];
  for (const { name, args } of checks) {
    console.log(`check: ${name}`);
    if ((await runInCheckout(node, args)) !== 0) failed.push(name);
  }
  console.log(failed.length === 0 ? 'check: all well' : `check: failed: ${failed.join(', ')}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} catch (error) {
  giveUp(error);
}
