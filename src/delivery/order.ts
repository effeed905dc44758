// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf, type Command, capabilityOf, type NetworkName } from '#channels';
import { type Clock, newId } from '#kernel';
import type { Events, Jobs, Tx, Vault } from '#platform';
import { carryOutJob } from './events.ts';
import { placeOf } from './place.ts';
import { recordOutcome } from './settle.ts';
import { insertCommand, type StoredCommand } from './store.ts';
import type { DeliveryState } from './tables.ts';
import { apart, commandOf } from './words.ts';

/** What is wanted of the network: a command that has no key yet. */
export type Wanted = Command extends infer One ? (One extends Command ? Omit<One, 'key' | 'since'> : never) : never;

/** One write wanted on a network, asked for by `cause` (a decision, an undoing): at most one of each type a cause. */
export interface Order {
  readonly body: string;
  readonly account: string;
  readonly network: NetworkName;
  readonly cause: string;
  /** The item it is about; null for a post of ours. */
  readonly item: string | null;
  readonly command: Wanted;
  /** Null: the program, as a clause declares. */
  readonly person: string | null;
}

export interface OrderPorts {
  readonly tx: Tx;
  readonly jobs: Jobs;
  readonly events: Events;
  readonly clock: Clock;
  readonly vault: Vault;
}

/** Promises the write in the caller's transaction; where the network has no way, it becomes a task for a person. */
export async function order({ tx, jobs, clock, vault }: OrderPorts, wanted: Order): Promise<DeliveryState> {
  const command = commandRow(vault, wanted, clock.now());
  const { state } = command;
  await insertCommand(tx, command);
  if (state === 'queued') await jobs.promise(tx, carryOutJob, { body: wanted.body, command: command.id });
  else await recordOutcome(tx, clock.now(), { command, settle: state });
  return state;
}

function commandRow(vault: Vault, wanted: Order, now: Date): StoredCommand {
  const id = newId();
  const payload: Command = { ...wanted.command, key: id };
  return {
    id,
    body: wanted.body,
    account_id: wanted.account,
    cause: wanted.cause,
    item_id: wanted.item,
    type: payload.type,
    place: placeOf(payload),
    ...apart(vault, payload),
    state: reach(wanted.network, payload),
    sendings: 0,
    readings: 0,
    leased_until: null,
    progress: null,
    written_external_id: null,
    permalink: null,
    proof: null,
    sealed_proof: null,
    error: null,
    person: wanted.person,
    withdrawn: false,
    created_at: now,
    settled_at: null,
    let_go_at: null,
    let_go_by: null,
  };
}

const reach = (network: NetworkName, command: Command): 'queued' | 'by-hand' => {
  const how = adapterOf(network)?.capabilities[capabilityOf(command)].how;
  return how === 'api' || how === 'limited' ? 'queued' : 'by-hand';
};

/**
 * The command as an adapter takes it, with its words: something older of ours with the same ones is another act, so that the
 * network is asked for what came since this one was ordered.
 */
export function sinceOrdered(vault: Vault, command: StoredCommand): Command {
  const payload = commandOf(vault, command);
  const { created_at: since } = command;
  switch (payload.type) {
    case 'reply':
    case 'publish':
      return { ...payload, since };
    case 'answer-message':
      // Stored as JSON, a date comes back as text.
      return { ...payload, since, writtenAt: new Date(payload.writtenAt) };
    default:
      return payload;
  }
}
