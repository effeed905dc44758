// SPDX-License-Identifier: AGPL-3.0-or-later
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { poolOf, silentLog, vaultOf } from '#platform';
import { openStorage, type Storage } from '../storage.ts';
import { difference } from './difference.ts';
import { MIGRATIONS } from './installation.ts';
import type { ExitCode, Output } from './policy.ts';
import { schemaText } from './schema-text.ts';

export const SCHEMA_FILE = join(MIGRATIONS, 'schema.sql');

/** Writes the schema that the migrations result in, or says how the written one differs from it. */
export async function schema(checkOnly: boolean, out: Output, file: string = SCHEMA_FILE): Promise<ExitCode> {
  const fresh = await freshSchema();
  if (!checkOnly) {
    await writeFile(file, fresh);
    return 0;
  }
  const written = await readFile(file, 'utf8').catch(() => '');
  if (written === fresh) return 0;
  out.error('Lo schema scritto non è quello delle migrazioni: aggiornalo con `portavoce schema`.');
  out.text(difference(written, fresh));
  return 1;
}

/** The text of the schema, from a database just migrated. */
export async function freshSchema(): Promise<string> {
  const storage = await freshStorage();
  const pool = poolOf(storage.owner, silentLog, 1);
  try {
    return await schemaText(pool);
  } finally {
    await pool.end();
    await storage.stop();
  }
}

const NO_SECRET_BYTES = 32;

/** A database of its own with all the migrations, as the server would open it; stopping removes it. */
export async function freshStorage(): Promise<Storage> {
  const folder = await mkdtemp(join(tmpdir(), 'portavoce-schema-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    // PostgreSQL, which may run as another account, has to walk through it.
    await chmod(folder, 0o711);
    const nothingElse = { port: 0, host: '127.0.0.1', databaseUrl: undefined, publicUrl: undefined };
    const config = { ...nothingElse, dataDir: join(folder, 'data'), demo: false, startedAt: 0 };
    const storage = await openStorage(config, vaultOf(new Uint8Array(NO_SECRET_BYTES)), () => {});
    return { ...storage, stop: () => storage.stop().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
