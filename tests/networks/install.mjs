// SPDX-License-Identifier: AGPL-3.0-or-later
// The servers' own packages, apart from the product's: installed once, from their lock file.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { announced, readStamp, sha256, writeStamp } from '../../scripts/checkout.mjs';
import { npmInstall } from '../../scripts/npm.mjs';
import { oneAtATime } from '../../scripts/one-at-a-time.mjs';

/** The stamp is written last: an interrupted installation has none and starts over. */
export async function installPackage(room) {
  const stampFile = path.join(room, 'node_modules', '.portavoce.json');
  const lock = sha256(readFileSync(path.join(room, 'package-lock.json')));
  const isDone = () => readStamp(stampFile)?.lock === lock;
  if (isDone()) return;
  await oneAtATime(async () => {
    if (isDone()) return;
    rmSync(stampFile, { force: true });
    // Nothing is compiled: better-sqlite3 13 carries its binaries. The servers ask for Node >= 22 and run under the
    // product's own, whatever Node runs npm.
    await announced('Installo i server di Bluesky per le prove (circa 500 MB)', () =>
      npmInstall(['--no-save', '--prefix', room]),
    );
    writeStamp(stampFile, { lock });
  });
}
