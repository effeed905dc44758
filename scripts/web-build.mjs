// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { announced, inRoot, ROOT, readStamp, sha256, writeStamp } from './checkout.mjs';
import { Failure } from './failure.mjs';
import { runInCheckout } from './node24.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

const STAMP = inRoot('web', 'dist', '.portavoce.json');
/** Modules that run in the browser too. */
const SHARED_MODULES = ['policy', 'triage', 'kernel'];

/** Builds the desk's pages unless those there come from the very same sources. */
export async function ensureWeb(node) {
  if (readStamp(STAMP)?.sources === sourcesHash()) return;
  await oneAtATime(async () => {
    const sources = sourcesHash();
    if (readStamp(STAMP)?.sources !== sources) await build(node, sources);
  });
}

async function build(node, sources) {
  rmSync(STAMP, { force: true });
  const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
  await announced('Costruisco le pagine', async () => {
    const code = await runInCheckout(node, [vite, 'build', 'web', '--logLevel', 'error']);
    if (code !== 0 || !existsSync(inRoot('web', 'dist', 'index.html'))) throw new Failure(FAILED);
  });
  writeStamp(STAMP, { sources });
}

const FAILED = {
  what: 'la costruzione delle pagine non è riuscita',
  where: inRoot('web'),
  hint: 'Leggere l’errore qui sopra; se parla di spazio o di permessi, rimediare e ripetere il comando.',
};

function sourcesHash() {
  const files = [
    ...filesUnder(inRoot('web'), (name) => name !== 'dist' && name !== 'node_modules'),
    ...SHARED_MODULES.flatMap((name) => filesUnder(inRoot('src', name), () => true)),
    ...readdirSync(inRoot('src')).map((name) => inRoot('src', name, 'contract.ts')),
    inRoot('package.json'),
    inRoot('package-lock.json'),
  ].filter((file) => existsSync(file) && !file.endsWith('.test.ts'));
  return sha256(files.map((file) => `${file.slice(ROOT.length)} ${sha256(readFileSync(file))}`).join('\n'));
}

function filesUnder(folder, wanted) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  return entries
    .filter(({ name }) => wanted(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path, () => true) : [path];
    });
}
