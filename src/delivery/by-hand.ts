// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import type { Clock } from '#kernel';
import type { Events, Tx } from '#platform';
import { deliveryError } from './errors.ts';
import { deliverySettled } from './events.ts';
import { lockCommand, type StoredCommand, updateCommand } from './store.ts';

export interface DoneByHand {
  readonly body: string;
  readonly command: string;
  readonly actor: Actor;
  /** How the person knows: a link, what they saw. */
  readonly note: string;
}

/** A person did on the network what the desk could not: said under their name, never taken for a machine's check. */
export async function doneByHand(
  { tx, clock, events }: { readonly tx: Tx; readonly clock: Clock; readonly events: Events },
  { body, command: id, actor, note }: DoneByHand,
): Promise<StoredCommand> {
  const command = await lockCommand(tx, id);
  if (command === undefined) throw deliveryError('COMMAND_NOT_FOUND');
  if (command.state !== 'by-hand' && command.state !== 'failed') throw deliveryError('NOT_BY_HAND');
  const at = clock.now();
  const proof = JSON.stringify({ confirmedBy: actor.id, note });
  await updateCommand(tx, id, { state: 'confirmed', proof, error: null, settled_at: at });
  await record(tx, body, at, {
    kind: 'enforcement.done-by-hand',
    subject: command.item_id,
    person: actor,
    grounds: [],
    policyVersion: null,
    summary: 'Applicato a mano sul social, lo conferma una persona',
    facts: { command: id, cause: command.cause, type: command.type },
  });
  const { cause, item_id: item, type } = command;
  await events.publish(tx, deliverySettled, { body, command: id, cause, item, type, state: 'confirmed' });
  return command;
}
