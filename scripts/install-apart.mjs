// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { announced, readStamp, sha256, writeStamp } from './checkout.mjs';
import { npmInstall } from './npm.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

/**
 * Installs a package of its own, apart from the product's: once, from its lock file. The stamp is written last: an
 * interrupted installation has none and starts over. Rejects where npm cannot.
 * @param {string} room the folder of its package.json
 * @param {string} task in Italian, without the final stop
 */
export async function installApart(room, task) {
  const stamp = join(room, 'node_modules', '.portavoce.json');
  const lock = sha256(readFileSync(join(room, 'package-lock.json')));
  const isDone = () => readStamp(stamp)?.lock === lock;
  if (isDone()) return;
  await oneAtATime(async () => {
    if (isDone()) return;
    rmSync(stamp, { force: true });
    await announced(task, () => npmInstall(['--no-save', '--prefix', room]));
    writeStamp(stamp, { lock });
  });
}
