// SPDX-License-Identifier: AGPL-3.0-or-later
import { openAccount } from '#accounts';
import { record } from '#audit';
import {
  adapterOf,
  type ChannelError,
  type Command,
  type ConnectedAccount,
  type NetworkAdapter,
  type ReadBack,
  type WriteOutcome,
} from '#channels';
import type { Clock } from '#kernel';
import type { Database, Events, Jobs, Tx, Vault } from '#platform';
import { carryOutJob, deliverySettled } from './events.ts';
import { lockCommand, type StoredCommand, updateCommand } from './store.ts';
import type { DeliveryState } from './tables.ts';

export interface DeliveryPorts {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly events: Events;
  readonly clock: Clock;
  readonly vault: Vault;
}

/**
 * How long a write in flight may still take effect after we stopped hearing of it; adapters give up well before. Nobody
 * looks for the effect of an unfinished write, or repeats it, until this has passed: a late effect would be taken for none.
 */
const LEASE_SECONDS = 20;
const MOST_SENDINGS = 5;
const MOST_READINGS = 40;

type Step =
  | {
      readonly settle: DeliveryState;
      readonly error?: ChannelError;
      readonly proof?: Readonly<Record<string, unknown>>;
      readonly externalId?: string;
    }
  | {
      readonly again: 'queued' | 'unknown';
      readonly seconds: number;
      readonly error?: ChannelError;
      readonly externalId?: string;
    };

/**
 * Carries one command out, once: says on disk that it is being sent, sends it, reads the effect back, says what came
 * of it. Broken off anywhere, the next call first looks whether the effect is there. May be called any number of times.
 */
export async function carryOut(
  ports: DeliveryPorts,
  { body, command: id }: { body: string; command: string },
): Promise<void> {
  const taken = await ports.database.inBody(body, (tx) => take(ports, tx, id));
  if (taken === undefined) return;
  const { command, account, adapter, sentBefore } = taken;
  const step = sentBefore ? await lookFirst(adapter, account, command) : await send(adapter, account, command);
  await ports.database.inBody(body, (tx) => write(ports, tx, command, step));
}

/** Takes the command for this process, or puts it off while another may still be at it. */
async function take({ clock, jobs, vault }: DeliveryPorts, tx: Tx, id: string) {
  const command = await lockCommand(tx, id);
  if (command === undefined || !['queued', 'sent', 'unknown'].includes(command.state)) return undefined;
  const now = clock.now();
  if (command.leased_until !== null && command.leased_until > now) {
    const seconds = Math.ceil((command.leased_until.getTime() - now.getTime()) / 1000);
    await jobs.promise(tx, carryOutJob, { body: command.body, command: id }, { seconds });
    return undefined;
  }
  const account = await openAccount(tx, vault, command.account_id);
  const adapter = adapterOf(account.network);
  if (adapter === null) return undefined;
  const sentBefore = command.state !== 'queued';
  const leased_until = new Date(now.getTime() + LEASE_SECONDS * 1000);
  const sendings = command.sendings + (sentBefore ? 0 : 1);
  await updateCommand(tx, id, { state: sentBefore ? 'unknown' : 'sent', sendings, leased_until });
  return { command: { ...command, sendings, payload: since(command) }, account, adapter, sentBefore };
}

/** An older reply of ours with the same words is another act: the network is asked for those since this command. */
const since = ({ payload, created_at }: StoredCommand): Command =>
  payload.type === 'reply' ? { ...payload, since: created_at } : payload;

async function send(adapter: NetworkAdapter, account: ConnectedAccount, command: StoredCommand): Promise<Step> {
  const outcome: WriteOutcome = await adapter.write(account, command.payload);
  switch (outcome.state) {
    case 'accepted':
      return fromReading(await adapter.readBack(account, command.payload, outcome.externalId), command, {
        accepted: true,
        externalId: outcome.externalId,
      });
    case 'refused':
      return fromRefusal(outcome.error, command);
    case 'unknown':
      return { again: 'unknown', seconds: LEASE_SECONDS, error: outcome.error };
  }
}

async function lookFirst(adapter: NetworkAdapter, account: ConnectedAccount, command: StoredCommand): Promise<Step> {
  const externalId = command.written_external_id ?? undefined;
  const found = await adapter.readBack(account, command.payload, externalId);
  return fromReading(found, command, { accepted: externalId !== undefined, externalId });
}

interface Sending {
  /** The network said yes: what is missing now will not appear by itself. */
  readonly accepted: boolean;
  readonly externalId: string | undefined;
}

function fromReading(found: ReadBack, command: StoredCommand, { accepted, externalId }: Sending): Step {
  const written = externalId === undefined ? {} : { externalId };
  if (found.state === 'confirmed') return { settle: 'confirmed', proof: found.proof, ...written };
  const readings = command.readings + 1;
  if (found.state === 'pending') {
    const seconds = found.error?.retryAfterSeconds ?? Math.min(2 ** readings, 300);
    const told = found.error === undefined ? {} : { error: found.error };
    return readings < MOST_READINGS
      ? { again: 'unknown', seconds, ...told, ...written }
      : { settle: 'by-hand', ...told };
  }
  // An accepted reply that does not show may have been set aside by the network: sending it again could make two.
  const repeatable = command.type !== 'reply' || !accepted;
  if (repeatable && command.sendings < MOST_SENDINGS) return { again: 'queued', seconds: 2 ** command.sendings };
  return { settle: 'by-hand', error: NO_EFFECT, proof: found.proof };
}

const NO_EFFECT: ChannelError = {
  kind: 'not-possible',
  code: 'no-effect',
  message: 'Il social ha risposto di sì ma l’effetto non c’è: guardare sul social e fare a mano',
};

function fromRefusal(error: ChannelError, command: StoredCommand): Step {
  if (error.kind === 'rate-limited' || error.kind === 'transient') {
    return { again: 'queued', seconds: error.retryAfterSeconds ?? Math.min(2 ** command.sendings, 300), error };
  }
  return { settle: error.kind === 'not-possible' ? 'by-hand' : 'failed', error };
}

async function write(
  { jobs, clock, events }: DeliveryPorts,
  tx: Tx,
  command: StoredCommand,
  step: Step,
): Promise<void> {
  const error = step.error === undefined ? null : JSON.stringify(step.error);
  const written = step.externalId === undefined ? {} : { written_external_id: step.externalId };
  if ('again' in step) {
    const leased_until = new Date(clock.now().getTime() + step.seconds * 1000);
    await updateCommand(tx, command.id, {
      state: step.again,
      error,
      readings: command.readings + 1,
      leased_until,
      ...written,
    });
    await jobs.promise(tx, carryOutJob, { body: command.body, command: command.id }, { seconds: step.seconds });
    return;
  }
  const proof = step.proof === undefined ? null : JSON.stringify(step.proof);
  await updateCommand(tx, command.id, {
    state: step.settle,
    error,
    proof,
    leased_until: null,
    settled_at: clock.now(),
    ...written,
  });
  await record(tx, command.body, clock.now(), {
    kind: `enforcement.${step.settle}`,
    subject: command.item_id,
    person: null,
    grounds: [],
    policyVersion: null,
    summary: OUTCOMES[step.settle] ?? step.settle,
    facts: {
      command: command.id,
      cause: command.cause,
      type: command.type,
      proof: step.proof ?? null,
      error: step.error?.code ?? null,
    },
  });
  const { body, id, cause, item_id: item, type } = command;
  await events.publish(tx, deliverySettled, { body, command: id, cause, item, type, state: step.settle });
}

const OUTCOMES: Partial<Record<DeliveryState, string>> = {
  confirmed: 'Applicato sul social e riletto: confermato',
  failed: 'Il social ha rifiutato: non applicato',
  'by-hand': 'Da applicare a mano sul social',
};
