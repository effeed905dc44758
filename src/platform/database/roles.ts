// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Pool } from 'pg';

/** The role the server works as: it signs in, reads and writes rows, owns nothing and sees one body at a time. */
export const APP_ROLE = 'portavoce_app';

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Makes the server's role, or gives it this installation's password again. Run as the owner. */
export async function ensureAppRole(owner: Pool, password: string): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    // Two servers starting together would both find no role; the lock makes the second wait.
    await client.query("select pg_advisory_xact_lock(hashtext('portavoce.roles'))");
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE]);
    const verb = rowCount === 0 ? 'create' : 'alter';
    await client.query(
      `${verb} role ${APP_ROLE} login nosuperuser nobypassrls nocreatedb nocreaterole password ${quoted(password)}`,
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** Rows of every table, and nothing else; the record can only be added to. Repeated after each migration. */
export async function grantToApp(owner: Pool): Promise<void> {
  await owner.query(`
    grant usage on schema public, jobs to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema public, jobs to ${APP_ROLE};
    grant usage, select on all sequences in schema public, jobs to ${APP_ROLE};
    grant execute on all functions in schema public, jobs to ${APP_ROLE};
    revoke update, delete, truncate on audit_entry from ${APP_ROLE};
    revoke all on migration, migration_lock from ${APP_ROLE};
  `);
}
