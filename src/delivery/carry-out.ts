// SPDX-License-Identifier: AGPL-3.0-or-later
import { type AccountPorts, adapterIn, afterRefusal, type OpenedAccount, openAccount, saveWritten } from '#accounts';
import type { ChannelError, NetworkAdapter } from '#channels';
import { CodedError } from '#kernel';
import type { Events, Jobs, Tx } from '#platform';
import { carryOutJob } from './events.ts';
import { sinceOrdered } from './order.ts';
import { openProgress, sealProgress } from './progress.ts';
import { settle } from './settle.ts';
import { afterMending, fromReading, fromRefusal, nextStep, type Step, unconnected, unknownFate } from './step.ts';
import { isStopped, STOPPED_SECONDS } from './stop.ts';
import { holdStop, stopOf } from './stop-store.ts';
import { isOvertaken, lockCommand, olderUnsettled, type StoredCommand, updateCommand } from './store.ts';

export interface DeliveryPorts extends AccountPorts {
  readonly jobs: Jobs;
  readonly events: Events;
  /** Asked at the moment of sending, in the transaction that marks the write as sent. */
  readonly mayStillGo: MayStillGo;
}

/** Whoever asked for a write says why it may not go any more, in Italian; null: nothing is against it. */
export type MayStillGo = (tx: Tx, write: Pick<StoredCommand, 'body' | 'cause' | 'type'>) => Promise<string | null>;

/**
 * A write is given up after its deadline and counts as unknown. The lease is longer: while it runs nobody else sends the
 * command or takes a missing effect for none, because a write in flight may still land.
 */
const WRITE_DEADLINE_MILLISECONDS = 60_000;
const LEASE_SECONDS = 90;

/** A command as this process took it, with what it needs to speak to the network. */
interface Taken {
  readonly command: StoredCommand;
  readonly account: OpenedAccount;
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
  const step = await mended(ports, taken, taken.sentBefore ? await look(taken) : await send(ports, taken));
  await ports.database.inBody(body, (tx) => conclude(ports, tx, { taken, step }));
}

/** Takes the command for this process, or puts it off while another may still be at it. */
async function take(ports: DeliveryPorts, tx: Tx, id: string): Promise<Taken | undefined> {
  const { clock, jobs } = ports;
  const command = await lockCommand(tx, id);
  if (command === undefined || !['queued', 'sent', 'under-way', 'unknown'].includes(command.state)) return undefined;
  const now = clock.now();
  if (command.leased_until !== null && command.leased_until > now) {
    const seconds = Math.ceil((command.leased_until.getTime() - now.getTime()) / 1000);
    await jobs.promise(tx, carryOutJob, { body: command.body, command: id }, { seconds });
    return undefined;
  }
  const waits = await mustWait(tx, command);
  if (waits === 'for nothing') {
    await settle(ports, tx, { command, settle: 'cancelled' });
    return undefined;
  }
  if (waits !== undefined) {
    const again = command.state === 'under-way' ? 'under-way' : 'queued';
    await putOff(ports, tx, { command, step: { again, seconds: waits, unasked: true } });
    return undefined;
  }
  const account = await openOrWords(ports, tx, command.account_id);
  if ('message' in account) {
    await putOff(ports, tx, { command, step: unconnected(account, command) });
    return undefined;
  }
  const adapter = adapterIn(ports, account.network);
  if (adapter === null) return undefined;
  const sentBefore = command.state === 'sent' || command.state === 'unknown';
  if (!sentBefore) {
    const why = await ports.mayStillGo(tx, command);
    if (why !== null) return holdBack(ports, tx, { command, why });
  }
  const change = {
    state: sentBefore ? ('unknown' as const) : ('sent' as const),
    sendings: command.sendings + (command.state === 'queued' ? 1 : 0),
    leased_until: new Date(now.getTime() + LEASE_SECONDS * 1000),
  };
  await updateCommand(tx, id, change);
  return {
    command: { ...command, ...change, payload: sinceOrdered(ports.vault, command) },
    account,
    adapter,
    sentBefore,
  };
}

/** What may not go any more never goes; of what was begun it is looked whether it landed, and it is then undone. */
async function holdBack(
  ports: DeliveryPorts,
  tx: Tx,
  { command, why }: { readonly command: StoredCommand; readonly why: string },
): Promise<undefined> {
  const error: ChannelError = { kind: 'not-possible', code: 'may-not-go', message: why };
  if (command.state === 'queued') return void (await settle(ports, tx, { command, settle: 'cancelled', error }));
  const { body, id } = command;
  const change = { withdrawn: true, state: 'unknown', leased_until: null, error: JSON.stringify(error) } as const;
  await updateCommand(tx, id, change);
  await ports.jobs.promise(tx, carryOutJob, { body, command: id });
}

/** Those that wait for an older one are called when it is settled, and look by themselves this often. */
const BEHIND_SECONDS = 300;

/**
 * For how long it may not be sent: sending is stopped, or something older on the same place is not settled. `for nothing`:
 * something newer went before it, and has the last word. What was sent already is only looked for.
 */
async function mustWait(tx: Tx, command: StoredCommand): Promise<number | 'for nothing' | undefined> {
  if (command.state === 'queued' && (await isOvertaken(tx, command))) return 'for nothing';
  await holdStop(tx, command.body);
  const stop = await stopOf(tx, command.body);
  if (isStopped(stop, command)) return STOPPED_SECONDS;
  if (command.state !== 'queued') return undefined;
  // What a person let go does not wait for what is stopped.
  const before = (await olderUnsettled(tx, command)).filter((older) => !isStopped(stop, older));
  return before.length > 0 ? BEHIND_SECONDS : undefined;
}

const LOST: ChannelError = {
  kind: 'reauth-needed',
  code: 'connection-lost',
  message: 'Il social non accetta più il collegamento: la scrittura aspetta che l’account sia ricollegato.',
};

/** The account, or why nothing may be written there now; what waits for it is kept. */
async function openOrWords(ports: DeliveryPorts, tx: Tx, id: string): Promise<OpenedAccount | ChannelError> {
  try {
    const account = await openAccount(ports, tx, id);
    return account.isLost ? LOST : account;
  } catch (error) {
    if (!(error instanceof CodedError) || error.status >= 500) throw error;
    return { kind: 'reauth-needed', code: error.code, message: `${error.message}: la scrittura aspetta.` };
  }
}

async function send({ database, vault }: DeliveryPorts, { command, account, adapter }: Taken): Promise<Step> {
  const outcome = await beforeDeadline(adapter.write(account, command.payload, openProgress(vault, command)));
  if (outcome.state === 'refused') return fromRefusal(outcome.error, command);
  if (outcome.state === 'unknown') return unknownFate(outcome.error);
  if (outcome.state === 'under-way') return nextStep(outcome, command);
  const { externalId, permalink } = outcome;
  // Kept before anything else can fail: a reply known by its id is never written again.
  if (externalId !== undefined) {
    await database.inBody(command.body, (tx) =>
      updateCommand(tx, command.id, { written_external_id: externalId, permalink: permalink ?? null }),
    );
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

/** Where the secrets were refused they are renewed, or a person is told; either way nothing that was asked for is lost. */
async function mended(ports: DeliveryPorts, { command, account }: Taken, step: Step): Promise<Step> {
  if (step.error === undefined) return step;
  const place = { body: command.body, account: command.account_id };
  const after = await afterRefusal(ports, place, { error: step.error, account });
  return after === 'other' ? step : afterMending(after, step, command);
}

/** Writes down what came of it, unless the command has gone on without us: a paused process must not say its old word. */
async function conclude(ports: DeliveryPorts, tx: Tx, { taken, step }: { taken: Taken; step: Step }): Promise<void> {
  const { command } = taken;
  const now = await lockCommand(tx, command.id);
  const ours = now?.state === command.state && now.leased_until?.getTime() === command.leased_until?.getTime();
  if (now === undefined || !ours) return;
  if ('settle' in step) {
    if (step.settle === 'confirmed')
      await saveWritten(tx, { body: now.body, account: now.account_id }, ports.clock.now());
    return settle(ports, tx, { command: now, ...step });
  }
  // Taken back meanwhile, and nothing on the network: there is nothing left to do.
  if (now.withdrawn && step.again !== 'unknown') return settle(ports, tx, { command: now, settle: 'cancelled' });
  await putOff(ports, tx, { command: now, step });
}

type Again = Exclude<Step, { settle: unknown }>;

async function putOff(ports: DeliveryPorts, tx: Tx, { command, step }: { command: StoredCommand; step: Again }) {
  const { body, id, readings, sendings } = command;
  await updateCommand(tx, id, {
    state: step.again,
    error: step.error === undefined ? null : JSON.stringify(step.error),
    ...(step.progress !== undefined && { progress: sealProgress(ports.vault, command.id, step.progress) }),
    readings: readings + (step.again === 'queued' || step.unasked ? 0 : 1),
    sendings: sendings - (step.unsent ? 1 : 0),
    leased_until: new Date(ports.clock.now().getTime() + step.seconds * 1000),
  });
  await ports.jobs.promise(tx, carryOutJob, { body, command: id }, { seconds: step.seconds });
}
