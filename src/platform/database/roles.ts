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

/** What the server may do with the tables named; with all others, whatever it likes with their rows. */
export type Rights = Readonly<Record<string, readonly string[]>>;

/** Rows of the tables, and nothing else. Repeated after each migration: what is no longer given is taken back. */
export async function grantToApp(owner: Pool, rights: Rights): Promise<void> {
  const limits = Object.entries(rights).map(([table, given]) => {
    const grant = given.length === 0 ? '' : `grant ${given.join(', ')} on ${table} to ${APP_ROLE};`;
    return `revoke all on ${table} from ${APP_ROLE}; ${grant}`;
  });
  await owner.query(`
    grant usage on schema public, jobs to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema public, jobs to ${APP_ROLE};
    grant usage, select on all sequences in schema public, jobs to ${APP_ROLE};
    grant execute on all functions in schema public, jobs to ${APP_ROLE};
    ${limits.join('\n')}
  `);
}
