// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { carryOut, carryOutJob } from '#delivery';
import type { NetworksDesk } from './networks-desk.ts';

/** A write that the desk has not brought to an end. */
interface InFlight {
  readonly id: string;
  readonly leasedUntil: Date | null;
}

/** More than the looks after which the desk calls a person. */
const MOST_ROUNDS = 150;

/**
 * Lets as much time pass as those commands wait for, again and again, until all have come to an end or so many rounds are over.
 * In place of the queue, whose time cannot be moved, what falls due is carried out from here.
 */
export async function letTimePass(
  desk: NetworksDesk,
  { body, causes, rounds = MOST_ROUNDS }: { body: string; causes: readonly string[]; rounds?: number },
): Promise<void> {
  const { ports } = desk.portavoce;
  for (let round = 0; round < rounds; round++) {
    await untilTried(desk);
    const { rows: waiting } = await ports.database.inBody(body, (tx) => waitingFor(causes).execute(tx));
    if (waiting.length === 0) return;
    const until = Math.max(...waiting.map(({ leasedUntil }) => leasedUntil?.getTime() ?? 0));
    if (until >= desk.clock.now().getTime()) desk.clock.set(new Date(until + 1000));
    await ports.database.pool.query(PUT_OFF, [carryOutJob.name]);
    await Promise.all(waiting.map(({ id: command }) => carryOut(ports, { body, command })));
  }
  await untilTried(desk);
}

const waitingFor = (causes: readonly string[]) => sql<InFlight>`
  select id, leased_until as "leasedUntil" from delivery_command
   where state in ('queued', 'sent', 'under-way', 'unknown') and cause = any(${causes})`;

const PUT_OFF = "delete from jobs.job where name = $1 and state = 'created' and start_after > now()";

const PATIENCE_MILLISECONDS = 30_000;

/** Until nothing is being done and nothing is due, but for writes that were tried and put off. */
export async function untilTried({ portavoce: { ports } }: NetworksDesk): Promise<void> {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const { rows } = await ports.database.pool.query<{ name: string; state: string }>(ON_THE_MOVE, [carryOutJob.name]);
    if (rows.length === 0) return;
    if (Date.now() > deadline) throw new Error(`did not settle in half a minute: ${JSON.stringify(rows)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const ON_THE_MOVE = `
  select name, state from jobs.job
   where name not like '\\_\\_%' and (state = 'active' or (
           state in ('created', 'retry') and start_after <= now() + interval '1 second'
       and not (name = $1 and start_after > created_on + interval '500 milliseconds')))`;
