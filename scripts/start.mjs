// SPDX-License-Identifier: AGPL-3.0-or-later
import './oldest-node.mjs';
import { inRoot } from './checkout.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { giveUp } from './failure.mjs';
import { goOn } from './node24.mjs';
import { ensureWeb } from './web-build.mjs';

// npm start [-- --empty]: from a fresh clone to the running desk.

const startedAt = Date.now();
try {
  const node = await ensureDependencies('run');
  await ensureWeb(node);
  const env = { PORTAVOCE_STARTED_AT: String(startedAt) };
  process.exitCode = await goOn(node, [inRoot('src', 'app', 'main.ts'), ...process.argv.slice(2)], env);
} catch (error) {
  giveUp(error);
}
