// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import type { Clock } from '#kernel';
import type { Jobs, Tx } from '#platform';
import { deliveryError } from './errors.ts';
import { carryOutJob } from './events.ts';
import { ACTS } from './settle.ts';
import { deleteStop, holdSending, insertStop, type Stop, stopOf, unsentCommands, wakeUnsent } from './stop-store.ts';
import { lockCommand, type StoredCommand, updateCommand } from './store.ts';

/** How often what waits looks whether it may go, besides being called when it may. */
export const STOPPED_SECONDS = 300;

export interface StopPorts {
  readonly jobs: Jobs;
  readonly clock: Clock;
}

/** Whether nothing may be sent of this command now: sending was stopped, and no person let it go since. */
export function isStopped(stop: Stop | undefined, { state, let_go_at }: Pick<StoredCommand, 'state' | 'let_go_at'>) {
  // What was sent already is only looked for.
  if (stop === undefined || (state !== 'queued' && state !== 'under-way')) return false;
  return let_go_at === null || let_go_at < stop.since;
}

export const writesStopped = (tx: Tx, body: string): Promise<Stop | undefined> => stopOf(tx, body);

/** From the end of this transaction nothing is sent to the body's networks but what a person lets go. False: it was so already. */
export async function stopWrites(
  tx: Tx,
  body: string,
  by: { readonly actor: Actor; readonly at: Date },
): Promise<boolean> {
  await holdSending(tx, body);
  return insertStop(tx, { body, since: by.at, person: by.actor.id, person_name: by.actor.name });
}

/** Sending goes on: what waited is called at once. Returns how many; undefined where it was not stopped. */
export async function letWritesGo({ jobs }: StopPorts, tx: Tx, body: string): Promise<number | undefined> {
  const stop = await stopOf(tx, body);
  if (stop === undefined) return undefined;
  await deleteStop(tx, body);
  const waiting = await wakeUnsent(tx, body, stop.since);
  for (const command of waiting) await jobs.promise(tx, carryOutJob, { body, command });
  return waiting.length;
}

/** One write that waits goes all the same: a person looked at it. */
export async function letOneGo(
  { jobs, clock }: StopPorts,
  tx: Tx,
  { body, command: id, actor }: { readonly body: string; readonly command: string; readonly actor: Actor },
): Promise<void> {
  const command = await lockCommand(tx, id);
  if (command === undefined) throw deliveryError('COMMAND_NOT_FOUND');
  const stop = await stopOf(tx, body);
  if (!isStopped(stop, command)) {
    if (stop !== undefined && command.let_go_at !== null) return;
    throw deliveryError('NOT_STOPPED');
  }
  const at = clock.now();
  await updateCommand(tx, id, { let_go_at: at, let_go_by: actor.id, leased_until: null });
  await jobs.promise(tx, carryOutJob, { body, command: id });
  await record(tx, body, at, {
    kind: 'delivery.let-go',
    subject: command.item_id ?? command.cause,
    person: actor,
    grounds: [],
    policyVersion: null,
    summary: `${ACTS[command.type]}: una persona lo lascia partire mentre le uscite sono ferme`,
    facts: { command: id, cause: command.cause, type: command.type },
  });
}

/** Writes that the stop keeps back, the oldest first; none where nothing is stopped. */
export async function writesWaiting(tx: Tx, body: string): Promise<StoredCommand[]> {
  const stop = await stopOf(tx, body);
  return stop === undefined ? [] : unsentCommands(tx, body, stop.since);
}
