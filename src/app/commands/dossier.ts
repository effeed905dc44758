// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '#kernel';
import { isPublicKey, signerOf, verifyFile } from '#moderation';
import { masterKeys, readConfig, vaultOf } from '#platform';
import { commandError } from './errors.ts';
import type { ExitCode } from './policy.ts';
import type { Streams } from './streams.ts';

/** Writes a line for each thing that is not as it was made, then one for the file. Needs the file alone. */
export async function dossierVerify(file: string, key: string | undefined, streams: Streams): Promise<ExitCode> {
  if (key !== undefined && !isPublicKey(key))
    throw commandError('USAGE', 'la chiave di --key non è una chiave pubblica');
  const { alterations, manifest } = verifyFile(readFileSync(file), key);
  for (const { part, what } of alterations) streams.record({ part, what });
  const intact = alterations.length === 0;
  streams.record({
    intact,
    said: intact ? 'intatta' : 'modificata',
    ...(manifest && {
      ...{ body: manifest.body, case: manifest.case, form: manifest.form, purpose: manifest.purpose },
      ...{ madeAt: manifest.madeAt, record: manifest.record, key: manifest.key },
    }),
    keyChecked: key !== undefined,
  });
  if (intact && key === undefined)
    streams.error('La chiave che firma è nel file: confrontala con quella che l’ente pubblica, o dalla con --key.');
  return intact ? 0 : 1;
}

/** Writes the public key that goes with this installation's dossiers. Opens no database. */
export async function dossierKey(
  environment: Readonly<Record<string, string | undefined>>,
  streams: Streams,
): Promise<ExitCode> {
  const config = readConfig(environment, [], systemClock.now().getTime());
  const file = join(config.dataDir, 'keys', 'master.key');
  const given = environment.PORTAVOCE_KEY;
  // Looking for a key where there is none would make one.
  if ((given === undefined || given === '') && !existsSync(file)) throw commandError('NO_INSTALLATION', config.dataDir);
  streams.record({ algorithm: 'Ed25519', key: signerOf(vaultOf(masterKeys(given, file))).publicKey });
  return 0;
}
