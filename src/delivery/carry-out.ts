// SPDX-License-Identifier: AGPL-3.0-or-later
import { openAccount } from '#accounts';
import { adapterOf, type ChannelError, type Command, type ConnectedAccount, type NetworkAdapter } from '#channels';
import type { Clock } from '#kernel';
import type { Database, Events, Jobs, Tx, Vault } from '#platform';
import { carryOutJob } from './events.ts';
import { settle } from './settle.ts';
import { fromReading, fromRefusal, type Step, unknownFate } from './step.ts';
import { lockCommand, type StoredCommand, updateCommand } from './store.ts';

export interface DeliveryPorts {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly events: Events;
  readonly clock: Clock;
  readonly vault: Vault;
}

/**
 * A write is given up after its deadline and counts as unknown. The lease is longer: while it runs nobody else sends the
 * command or takes a missing effect for none, because a write in flight may still land.
 */
const WRITE_DEADLINE_MILLISECONDS = 60_000;
const LEASE_SECONDS = 90;

/** A command as this process took it, with what it needs to speak to the network. */
interface Taken {
  readonly command: StoredCommand;
  readonly account: ConnectedAccount;
  readonly adapter: NetworkAdapter;
  /** It was being sent when someone stopped hearing of it: look before doing anything. */
  readonly sentBefore: boolean;
}

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
  const step = taken.sentBefore ? await look(taken) : await send(ports, taken);
  await ports.database.inBody(body, (tx) => conclude(ports, tx, { taken, step }));
}

/** Takes the command for this process, or puts it off while another may still be at it. */
async function take({ clock, jobs, vault }: DeliveryPorts, tx: Tx, id: string): Promise<Taken | undefined> {
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
  const change = {
    state: sentBefore ? ('unknown' as const) : ('sent' as const),
    sendings: command.sendings + (sentBefore ? 0 : 1),
    leased_until: new Date(now.getTime() + LEASE_SECONDS * 1000),
  };
  await updateCommand(tx, id, change);
  return { command: { ...command, ...change, payload: since(command) }, account, adapter, sentBefore };
}

/** An older reply of ours with the same words is another act: the network is asked for those since this command. */
const since = ({ payload, created_at }: StoredCommand): Command =>
  payload.type === 'reply' ? { ...payload, since: created_at } : payload;

async function send({ database }: DeliveryPorts, { command, account, adapter }: Taken): Promise<Step> {
  const outcome = await beforeDeadline(adapter.write(account, command.payload));
  if (outcome.state === 'refused') return fromRefusal(outcome.error, command);
  if (outcome.state === 'unknown') return unknownFate(outcome.error);
  const { externalId } = outcome;
  // Kept before anything else can fail: a reply known by its id is never written again.
  if (externalId !== undefined) {
    await database.inBody(command.body, (tx) => updateCommand(tx, command.id, { written_external_id: externalId }));
  }
  return fromReading(await adapter.readBack(account, command.payload, externalId), command, true);
}

const TOO_LONG: ChannelError = {
  kind: 'transient',
  code: 'deadline',
  message: 'Il social non ha risposto in tempo: si guarda se l’effetto c’è prima di riprovare.',
};

type Written = Awaited<ReturnType<NetworkAdapter['write']>>;

async function beforeDeadline(writing: Promise<Written>): Promise<Written> {
  const { promise: deadline, resolve } = Promise.withResolvers<Written>();
  const timer = setTimeout(() => resolve({ state: 'unknown', error: TOO_LONG }), WRITE_DEADLINE_MILLISECONDS);
  try {
    return await Promise.race([writing, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

async function look({ command, account, adapter }: Taken): Promise<Step> {
  const externalId = command.written_external_id ?? undefined;
  return fromReading(await adapter.readBack(account, command.payload, externalId), command, externalId !== undefined);
}

/** Writes down what came of it, unless the command has gone on without us: a paused process must not say its old word. */
async function conclude(ports: DeliveryPorts, tx: Tx, { taken, step }: { taken: Taken; step: Step }): Promise<void> {
  const { command } = taken;
  const now = await lockCommand(tx, command.id);
  const ours = now?.state === command.state && now.leased_until?.getTime() === command.leased_until?.getTime();
  if (now === undefined || !ours) return;
  if ('settle' in step) return settle(ports, tx, { command: now, ...step });
  // Taken back meanwhile, and nothing on the network: there is nothing left to do.
  if (now.withdrawn && step.again === 'queued') return settle(ports, tx, { command: now, settle: 'cancelled' });
  await updateCommand(tx, command.id, {
    state: step.again,
    error: step.error === undefined ? null : JSON.stringify(step.error),
    readings: now.readings + (step.again === 'unknown' ? 1 : 0),
    sendings: now.sendings - (step.unsent ? 1 : 0),
    leased_until: new Date(ports.clock.now().getTime() + step.seconds * 1000),
  });
  await ports.jobs.promise(tx, carryOutJob, { body: command.body, command: command.id }, { seconds: step.seconds });
}
