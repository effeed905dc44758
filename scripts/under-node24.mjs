// SPDX-License-Identifier: AGPL-3.0-or-later
import './oldest-node.mjs';
import { resolve } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { Failure, giveUp } from './failure.mjs';
import { goOn } from './node24.mjs';

// node scripts/under-node24.mjs FILE [argument…]: runs a TypeScript file, with everything installed.

try {
  const [file, ...args] = process.argv.slice(2);
  if (file === undefined)
    throw new Failure({ what: 'manca il file da eseguire', hint: 'under-node24.mjs FILE [argomenti]' });
  const node = await ensureDependencies('full');
  process.exitCode = await goOn(node, [resolve(file), ...args]);
} catch (error) {
  giveUp(error);
}
