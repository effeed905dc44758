// SPDX-License-Identifier: AGPL-3.0-or-later
import './oldest-node.mjs';
import { inRoot } from './checkout.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { giveUp } from './failure.mjs';
import { goOn } from './node24.mjs';
import { ensureWeb } from './web-build.mjs';

// npm test [-- path…]: from a fresh clone to the closing line `N passed, N failed, N skipped`.

try {
  const node = await ensureDependencies('full');
  await ensureWeb(node);
  process.exitCode = await goOn(node, [inRoot('scripts', 'run-tests.ts'), ...process.argv.slice(2)]);
} catch (error) {
  giveUp(error);
}
