// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf, type Command, type CommandType, type NetworkName } from '#channels';
import { type Clock, newId } from '#kernel';
import type { Jobs, Tx } from '#platform';
import { carryOutJob } from './events.ts';
import { insertCommand, lockCommandsOf, updateCommand } from './store.ts';
import type { DeliveryState } from './tables.ts';

/** One write wanted on a network, asked for by `cause` (a decision, an undoing): at most one of each type a cause. */
export interface Order {
  readonly body: string;
  readonly account: string;
  readonly network: NetworkName;
  readonly cause: string;
  readonly item: string;
  readonly type: CommandType;
  readonly target: string;
  readonly post: string | null;
  readonly text?: string;
  /** Of a report. */
  readonly reason?: Extract<Command, { type: 'report' }>['reason'];
  readonly person: string;
}

export interface OrderPorts {
  readonly tx: Tx;
  readonly jobs: Jobs;
  readonly clock: Clock;
}

/** Promises the write in the caller's transaction; where the network has no way, it becomes a task for a person. */
export async function order({ tx, jobs, clock }: OrderPorts, wanted: Order): Promise<DeliveryState> {
  const id = newId();
  const state = reach(wanted.network, wanted.type);
  await insertCommand(tx, {
    id,
    body: wanted.body,
    account_id: wanted.account,
    cause: wanted.cause,
    item_id: wanted.item,
    type: wanted.type,
    payload: commandOf(id, wanted),
    state,
    sendings: 0,
    readings: 0,
    leased_until: null,
    written_external_id: null,
    proof: null,
    error: null,
    person: wanted.person,
    created_at: clock.now(),
    settled_at: null,
  });
  if (state === 'queued') await jobs.promise(tx, carryOutJob, { body: wanted.body, command: id });
  return state;
}

const reach = (network: NetworkName, type: CommandType): DeliveryState => {
  const how = adapterOf(network)?.capabilities[type].how;
  return how === undefined || how === 'by-hand' || how === 'none' ? 'by-hand' : 'queued';
};

function commandOf(key: string, { type, target, post, text, reason = 'other' }: Order): Command {
  if (type === 'reply') return { type, key, target, post, text: text ?? '' };
  if (type === 'report') return { type, key, target, reason, text: text ?? '' };
  return { type, key, target, post };
}

/**
 * Takes back what a cause asked for and nobody has sent yet. Returns the types that are out of reach by now: their
 * effect is, or may be, on the network, and only a contrary write undoes it.
 */
export async function cancel({ tx, clock }: OrderPorts, cause: string): Promise<readonly CommandType[]> {
  const late: CommandType[] = [];
  for (const command of await lockCommandsOf(tx, cause)) {
    // Queued again means that it was refused, or that its effect is not there: nothing on the network to undo.
    const untouched = command.state === 'queued' || command.state === 'by-hand';
    if (untouched) await updateCommand(tx, command.id, { state: 'cancelled', settled_at: clock.now() });
    else if (command.state !== 'failed' && command.state !== 'cancelled') late.push(command.type);
  }
  return late;
}
