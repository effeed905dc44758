// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Pool } from 'pg';

/** The SQL files of `migrations/`, in the order of their names; each runs once, in one transaction, under a lock. */
export async function migrate(owner: Pool, folder: string): Promise<readonly string[]> {
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: owner }) });
  const migrator = new Migrator({
    db: database,
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
    provider: { getMigrations: async () => migrationsOf(folder) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

function migrationsOf(folder: string): Record<string, Migration> {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort();
  return Object.fromEntries(names.map((name) => [name.replace(/\.sql$/, ''), migrationOf(join(folder, name))]));
}

const migrationOf = (file: string): Migration => ({
  up: async (database) => {
    await sql.raw(readFileSync(file, 'utf8')).execute(database);
  },
});
