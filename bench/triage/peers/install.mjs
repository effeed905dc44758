// SPDX-License-Identifier: AGPL-3.0-or-later
// The peers' own packages, apart from the product's: installed once, from their lock file.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { announced, readStamp, sha256, writeStamp } from '../../../scripts/checkout.mjs';
import { npmInstall } from '../../../scripts/npm.mjs';
import { oneAtATime } from '../../../scripts/one-at-a-time.mjs';

const ROOM = import.meta.dirname;
const STAMP = path.join(ROOM, 'node_modules', '.portavoce.json');

/** The stamp is written last: an interrupted installation has none and starts over. Rejects where npm cannot. */
export async function installPeers() {
  const lock = sha256(readFileSync(path.join(ROOM, 'package-lock.json')));
  const isDone = () => readStamp(STAMP)?.lock === lock;
  if (isDone()) return;
  await oneAtATime(async () => {
    if (isDone()) return;
    rmSync(STAMP, { force: true });
    await announced('Installo le librerie con cui confrontarsi (circa 75 MB)', () =>
      npmInstall(['--no-save', '--prefix', ROOM]),
    );
    writeStamp(STAMP, { lock });
  });
}
