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

/** How the database stands to the program's migrations: it may lack some, or come from a later program. */
export type SchemaState = 'current' | 'behind' | 'ahead';

/** Reads, and changes nothing. */
export async function schemaState(owner: Pool, folder: string): Promise<SchemaState> {
  const { rows: there } = await owner.query<{ name: string | null }>("select to_regclass('public.migration') as name");
  if (there[0]?.name === null) return 'behind';
  const { rows } = await owner.query<{ name: string }>('select name from public.migration');
  const done = new Set(rows.map(({ name }) => name));
  const known = Object.keys(migrationsOf(folder));
  if (known.some((name) => !done.has(name))) return 'behind';
  return done.size > known.length ? 'ahead' : 'current';
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
