// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf, type Command, type CommandType, type NetworkName } from '#channels';
import { type Clock, newId } from '#kernel';
import type { Events, Jobs, Tx } from '#platform';
import { carryOutJob } from './events.ts';
import { recordOutcome } from './settle.ts';
import { insertCommand, type StoredCommand } from './store.ts';
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
  readonly events: Events;
  readonly clock: Clock;
}

/** Promises the write in the caller's transaction; where the network has no way, it becomes a task for a person. */
export async function order({ tx, jobs, clock }: OrderPorts, wanted: Order): Promise<DeliveryState> {
  const state = reach(wanted.network, wanted.type);
  const command = commandRow(wanted, state, clock.now());
  await insertCommand(tx, command);
  if (state === 'queued') await jobs.promise(tx, carryOutJob, { body: wanted.body, command: command.id });
  else await recordOutcome(tx, clock.now(), { command, settle: state });
  return state;
}

function commandRow(wanted: Order, state: DeliveryState, now: Date): StoredCommand {
  const id = newId();
  return {
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
    withdrawn: false,
    created_at: now,
    settled_at: null,
  };
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
