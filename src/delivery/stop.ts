// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import type { Clock } from '#kernel';
import type { Jobs, Tx } from '#platform';
import { deliveryError } from './errors.ts';
import { carryOutJob } from './events.ts';
import { ACTS } from './settle.ts';
import {
  deleteStop,
  holdForDesk,
  holdSending,
  insertStop,
  type Stop,
  stopOf,
  unsentCommands,
  wakeUnsent,
} from './stop-store.ts';
import { lockCommand, type StoredCommand, updateCommand } from './store.ts';

/** How often what waits looks whether it may go, besides being called when it may. */
export const STOPPED_SECONDS = 300;

export interface StopPorts {
  readonly jobs: Jobs;
  readonly clock: Clock;
}

/** Whether nothing may be sent of this command now: sending was stopped, and no person let it go since. */
export function isStopped(
  stop: Stop | undefined,
  command: Pick<StoredCommand, 'state' | 'let_go_at' | 'item_id' | 'type'>,
): boolean {
  const { state, let_go_at: letGoAt } = command;
  // What was sent already is only looked for.
  if (stop === undefined || (state !== 'queued' && state !== 'under-way')) return false;
  return isHeldByDesk(stop, command) || letGoAt === null || letGoAt < stop.since;
}

/** What the body itself says waits until the desk lets everything go: nobody lets one post go by. */
const isHeldByDesk = ({ held_by }: Stop, { item_id, type }: Pick<StoredCommand, 'item_id' | 'type'>): boolean =>
  held_by === 'desk' && item_id === null && OUR_WORDS.has(type);

const OUR_WORDS: ReadonlySet<StoredCommand['type']> = new Set(['publish', 'edit-post']);

export const writesStopped = (tx: Tx, body: string): Promise<Stop | undefined> => stopOf(tx, body);

/** From the end of this transaction nothing is sent to the body's networks but what a person lets go. False: it was so already. */
export async function stopWrites(
  tx: Tx,
  body: string,
  by: { readonly actor: Actor; readonly at: Date; readonly heldBy?: Stop['held_by'] },
): Promise<boolean> {
  await holdSending(tx, body);
  const { actor, at, heldBy = 'crisis' } = by;
  if (await insertStop(tx, { body, since: at, person: actor.id, person_name: actor.name, held_by: heldBy }))
    return true;
  if (heldBy === 'crisis' || (await stopOf(tx, body))?.held_by === 'desk') return false;
  // Stopped for a crisis: it stays so when the crisis ends.
  await holdForDesk(tx, body);
  return true;
}

/** Sending goes on: what waited is called at once. Returns how many; undefined where it was not stopped, or somebody else lifts it. */
export async function letWritesGo(
  { jobs }: Pick<StopPorts, 'jobs'>,
  tx: Tx,
  body: string,
  heldBy: Stop['held_by'] = 'crisis',
): Promise<number | undefined> {
  const stop = await stopOf(tx, body);
  if (stop === undefined || stop.held_by !== heldBy) return undefined;
  await deleteStop(tx, body);
  const waiting = await wakeUnsent(tx, body, sinceOf(stop));
  for (const command of waiting) await jobs.promise(tx, carryOutJob, { body, command });
  return waiting.length;
}

/** What was let go after that moment does not wait; null: everything does. */
const sinceOf = ({ held_by, since }: Stop): Date | null => (held_by === 'desk' ? null : since);

/** One write that waits goes all the same: a person looked at it. */
export async function letOneGo(
  { jobs, clock }: StopPorts,
  tx: Tx,
  { body, command: id, actor }: { readonly body: string; readonly command: string; readonly actor: Actor },
): Promise<void> {
  const command = await lockCommand(tx, id);
  if (command === undefined) throw deliveryError('COMMAND_NOT_FOUND');
  const stop = await stopOf(tx, body);
  if (stop !== undefined && isHeldByDesk(stop, command)) throw deliveryError('HELD_BY_DESK');
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
  return stop === undefined ? [] : unsentCommands(tx, body, sinceOf(stop));
}
