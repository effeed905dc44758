// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path';
import {
  APP_ROLE,
  type Config,
  type Connection,
  ensureAppRole,
  grantToApp,
  migrate,
  migrateJobs,
  poolOf,
  silentLog,
  startEmbeddedPostgres,
  type Vault,
} from '#platform';
import { jobKinds } from './subscriptions.ts';

const MIGRATIONS = join(import.meta.dirname, '../../migrations');

export interface Storage {
  /** As the role that owns nothing. */
  readonly app: Connection;
  /** As the owner: migrations and the command line only. */
  readonly owner: Connection;
  stop(): Promise<void>;
}

/** The database, running and up to date: the embedded one, or the one that `DATABASE_URL` names. */
export async function openStorage(config: Config, vault: Vault, say: (message: string) => void): Promise<Storage> {
  const embedded =
    config.databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir: config.dataDir, log: say }) : null;
  const owner: Connection = embedded?.connection ?? { connectionString: config.databaseUrl ?? '' };
  const stop = async () => {
    await embedded?.stop();
  };
  try {
    const password = vault.derive('database role').toString('base64url');
    await prepare(owner, password);
    return { owner, app: asApp(owner, password), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepare(owner: Connection, password: string): Promise<void> {
  const pool = poolOf(owner, silentLog, 3);
  try {
    await migrate(pool, MIGRATIONS);
    await migrateJobs(owner, jobKinds());
    await ensureAppRole(pool, password);
    await grantToApp(pool);
  } finally {
    await pool.end();
  }
}

/** The same server and database, as the server's own role. */
function asApp(owner: Connection, password: string): Connection {
  if (owner.connectionString === undefined) return { ...owner, user: APP_ROLE, password };
  const url = new URL(owner.connectionString);
  url.username = APP_ROLE;
  url.password = password;
  return { connectionString: url.href };
}
