// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { type Act, record } from '#audit';
import type { ChannelError, CommandType } from '#channels';
import type { Clock } from '#kernel';
import type { Events, Jobs, Tx, Vault } from '#platform';
import { carryOutJob, deliverySettled } from './events.ts';
import { type StoredCommand, updateCommand, wakeYounger } from './store.ts';
import type { DeliveryState } from './tables.ts';
import { provedBy } from './words.ts';

export interface SettlePorts {
  readonly clock: Clock;
  readonly events: Events;
  readonly jobs: Jobs;
  readonly vault: Vault;
}

export interface Settlement {
  readonly command: StoredCommand;
  readonly settle: DeliveryState;
  readonly error?: ChannelError;
  readonly proof?: Readonly<Record<string, unknown>>;
  /** Absent: the desk itself saw it. */
  readonly person?: Act['person'];
}

/** The end of a command: stored, recorded, told to those who asked for it; what waited for it goes on. */
export async function settle(
  { clock, events, jobs, vault }: SettlePorts,
  tx: Tx,
  settlement: Settlement,
): Promise<void> {
  const { command, settle: state, error, proof } = settlement;
  const at = clock.now();
  await updateCommand(tx, command.id, {
    state,
    error: error === undefined ? null : JSON.stringify(error),
    ...(proof !== undefined && provedBy(vault, command, proof)),
    leased_until: null,
    settled_at: at,
  });
  // Before the record, whose head is everybody's.
  const younger = await wakeYounger(tx, command);
  await recordOutcome(tx, at, settlement);
  const { body, id, cause, item_id: item, type, withdrawn } = command;
  await events.publish(tx, deliverySettled, { body, command: id, cause, item, type, state, withdrawn });
  for (const one of younger) await jobs.promise(tx, carryOutJob, { body, command: one });
}

/** Enters how a command ended, or that it waits for a person. */
export async function recordOutcome(
  tx: Tx,
  at: Date,
  { command, settle: state, error, proof, person }: Settlement,
): Promise<void> {
  const byPerson = person !== undefined && person !== null;
  await record(tx, command.body, at, {
    kind: byPerson ? 'enforcement.done-by-hand' : `enforcement.${state}`,
    subject: command.item_id ?? command.cause,
    person: person ?? null,
    grounds: [],
    policyVersion: null,
    summary: `${ACTS[command.type]}: ${byPerson ? 'fatto a mano sul social, lo conferma una persona' : (OUTCOMES[state] ?? state)}`,
    facts: {
      command: command.id,
      cause: command.cause,
      type: command.type,
      // Never the proof itself: it may hold the words of a reply, and the record outlives erasure.
      proof: proof === undefined ? null : createHash('sha256').update(JSON.stringify(proof)).digest('hex'),
      error: error?.code ?? null,
    },
  });
}

/** What each write is called in the record. */
export const ACTS: Readonly<Record<CommandType, string>> = {
  hide: 'Nascondere',
  unhide: 'Mostrare di nuovo',
  remove: 'Rimuovere',
  reply: 'Rispondere',
  report: 'Segnalare alla piattaforma',
  approve: 'Approvare',
  'answer-message': 'Rispondere al messaggio privato',
  ban: 'Bloccare l’autore',
  unban: 'Sbloccare l’autore',
  publish: 'Pubblicare',
  'edit-post': 'Modificare il post',
  'remove-post': 'Ritirare il post',
  'close-comments': 'Chiudere i commenti',
  'open-comments': 'Riaprire i commenti',
};

const OUTCOMES: Partial<Record<DeliveryState, string>> = {
  confirmed: 'applicato sul social e riletto, confermato',
  failed: 'il social ha rifiutato, non applicato',
  'by-hand': 'da fare a mano sul social',
  cancelled: 'ritirato, non applicato',
};
