// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Log } from '../log.ts';

const A_MINUTE_MILLISECONDS = 60_000;

/**
 * A look, again and again, for what should have been done and was not: work whose job was given up, rows that time has made
 * useless. Once a minute in each process, and never two processes at the same one; a sweep must bear repetition.
 */
export interface Sweeps {
  /** Named before `start`; the name is what processes agree by. */
  everyMinute(name: string, work: () => Promise<void>): void;
  /** All of them now, one after the other; one that throws is logged and does not stop the next. */
  sweep(): Promise<void>;
  start(): void;
  /** Waits for the round under way. */
  stop(): Promise<void>;
}

export function sweepsOf(database: Database, log: Log): Sweeps {
  const sweeps: { readonly name: string; readonly work: () => Promise<void> }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  let stopped = true;

  const sweep = async () => {
    for (const { name, work } of sweeps) {
      await alone(database, name, work).catch((error: Error) =>
        log.error({ sweep: name, error: error.message }, 'a sweep failed and will be tried again'),
      );
    }
  };
  const later = () => {
    timer = setTimeout(async () => {
      round = sweep();
      await round;
      if (!stopped) later();
    }, A_MINUTE_MILLISECONDS);
  };
  return {
    everyMinute: (name, work) => void sweeps.push({ name, work }),
    sweep,
    start: () => {
      stopped = false;
      later();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}

/** Does nothing where another process is at it. The transaction only holds the lock: the work opens its own. */
const alone = (database: Database, name: string, work: () => Promise<void>): Promise<void> =>
  database.outside(async (tx) => {
    const lock = sql<{
      free: boolean;
    }>`select pg_try_advisory_xact_lock(hashtextextended(${`sweep ${name}`}, 0)) as free`;
    const { rows } = await lock.execute(tx);
    if (rows[0]?.free === true) await work();
  });
