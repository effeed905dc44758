// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path';
import {
  APP_ROLE,
  type Config,
  type Connection,
  databaseAway,
  ensureAppRole,
  grantToApp,
  migrate,
  migrateJobs,
  platformError,
  poolOf,
  type SchemaState,
  schemaState,
  silentLog,
  startEmbeddedPostgres,
  type Vault,
} from '#platform';
import { RIGHTS } from './rights.ts';
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
  const { owner, stop } = await openAsOwner(config, say);
  try {
    const password = vault.derive('database role').toString('base64url');
    await prepare(owner, password);
    return { owner, app: asApp(owner, password), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Owned = Pick<Storage, 'owner' | 'stop'>;

async function openAsOwner(config: Config, say: (message: string) => void): Promise<Owned> {
  if (config.databaseUrl !== undefined)
    return { owner: { connectionString: config.databaseUrl }, stop: async () => {} };
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, log: say });
  return { owner: embedded.connection, stop: () => embedded.stop() };
}

/**
 * The database as it stands, for reading: nothing is migrated, no role or right is touched, and the server refuses every
 * write. The caller looks at `schema` before it reads.
 */
export async function openToRead(config: Config): Promise<Owned & { readonly schema: SchemaState }> {
  const { owner, stop } = await openAsOwner(config, () => {});
  const reader = { ...owner, options: '-c default_transaction_read_only=on' };
  const pool = poolOf(reader, silentLog, 1);
  try {
    return { owner: reader, stop, schema: await schemaState(pool, MIGRATIONS) };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    await pool.end();
  }
}

async function prepare(owner: Connection, password: string): Promise<void> {
  const pool = poolOf(owner, silentLog, 3);
  try {
    await migrate(pool, MIGRATIONS);
    await migrateJobs(owner, jobKinds());
    await ensureAppRole(pool, password);
    await grantToApp(pool, RIGHTS);
  } catch (error) {
    const refused = /^28/.test(String((error as { code?: unknown }).code));
    if (!databaseAway(error) && !refused) throw error;
    throw platformError('DATABASE_UNREACHABLE', (error as Error).message, { cause: error });
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
