// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Clock } from '#kernel';
import type { Database, Jobs } from '#platform';
import { carryOutJob } from './events.ts';
import { unsettledBefore } from './store.ts';

/** Longer than any lease, back-off or retry of the queue: a command still waiting then has lost its job. */
const FORGOTTEN_AFTER_MILLISECONDS = 2 * 60 * 60 * 1000;

/** Promises again the commands that nobody is at any more. Returns how many. */
export async function promiseForgotten(
  ports: { database: Database; jobs: Jobs; clock: Clock },
  body: string,
): Promise<number> {
  const before = new Date(ports.clock.now().getTime() - FORGOTTEN_AFTER_MILLISECONDS);
  return ports.database.inBody(body, async (tx) => {
    const commands = await unsettledBefore(tx, body, before);
    for (const command of commands) await ports.jobs.promise(tx, carryOutJob, { body, command });
    return commands.length;
  });
}
