// SPDX-License-Identifier: AGPL-3.0-or-later
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { Pool, type PoolConfig } from 'pg';
import type { Log } from '../log.ts';
import { inDeadlock } from './away.ts';

/** A transaction; each module sees its own tables through `tx.withTables<…>()`. */
export type Tx = Transaction<unknown>;

/**
 * The server's way to the rows: always inside a transaction, always for one body, one person or neither. Work for a body or a
 * person that ends in a deadlock is done once more, from its beginning: it changes nothing but rows.
 */
export interface Database {
  /** Sees and writes the rows of this body alone (row-level security). */
  inBody<Value>(body: string, work: (tx: Tx) => Promise<Value>): Promise<Value>;
  /** As `inBody`, reading all from one moment: what others add meanwhile is not seen. */
  snapshot<Value>(body: string, work: (tx: Tx) => Promise<Value>): Promise<Value>;
  /** Sees what belongs to this person in whichever body: mandates, for signing in. */
  asPerson<Value>(person: string, work: (tx: Tx) => Promise<Value>): Promise<Value>;
  /** Sees only what belongs to no body: the directory of bodies, the lookups made for routing. */
  outside<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value>;
  /** For the libraries that bring their own statements. */
  readonly pool: Pool;
  close(): Promise<void>;
}

export interface Connection {
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  readonly connectionString?: string;
  readonly ssl?: PoolConfig['ssl'];
  /** Settings of the server for this connection, as `-c name=value`. */
  readonly options?: string;
}

export function poolOf(connection: Connection, log: Log, max = 10): Pool {
  const pool = new Pool({ ...connection, max, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 });
  // A connection that breaks, idle or at work, is replaced at the next use and fails the query it carried; unhandled, the
  // event alone would end the process. The pool hears only of the idle ones.
  const lost = (error: Error) => log.warn({ error: error.message }, 'database connection lost');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

/** Undone for the sake of another in the middle of a deadlock: nothing of it is left, and the other is done with. */
async function onceMore<Value>(transaction: () => Promise<Value>): Promise<Value> {
  try {
    return await transaction();
  } catch (error) {
    if (!inDeadlock(error)) throw error;
    return transaction();
  }
}

export function databaseOf(pool: Pool): Database {
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const scoped =
    (setting: 'app.body' | 'app.person', isolation: 'read committed' | 'repeatable read' = 'read committed') =>
    <Value>(value: string, work: (tx: Tx) => Promise<Value>) =>
      onceMore(() =>
        kysely
          .transaction()
          .setIsolationLevel(isolation)
          .execute(async (tx) => {
            await sql`select set_config(${setting}, ${value}, true)`.execute(tx);
            return work(tx);
          }),
      );
  return {
    inBody: scoped('app.body'),
    snapshot: scoped('app.body', 'repeatable read'),
    asPerson: scoped('app.person'),
    outside: (work) => kysely.transaction().execute(work),
    pool,
    close: () => kysely.destroy(),
  };
}
