// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { deliveryError } from './errors.ts';
import { carryOutJob } from './events.ts';
import type { OrderPorts } from './order.ts';
import { ACTS } from './settle.ts';
import { lockCommand, type StoredCommand, updateCommand } from './store.ts';

/** Sends once more what the network refused, because a person says that what was wrong is mended. */
export async function retry(
  { tx, jobs, clock }: OrderPorts,
  { command: id, actor }: { readonly command: string; readonly actor: Actor },
): Promise<StoredCommand> {
  const command = await lockCommand(tx, id);
  if (command === undefined) throw deliveryError('COMMAND_NOT_FOUND');
  if (command.state !== 'failed' || command.withdrawn) throw deliveryError('NOT_FAILED');
  await updateCommand(tx, id, { state: 'queued', sendings: 0, readings: 0, error: null, settled_at: null });
  await jobs.promise(tx, carryOutJob, { body: command.body, command: id });
  await record(tx, command.body, clock.now(), {
    kind: 'enforcement.sent-again',
    subject: command.item_id ?? command.cause,
    person: actor,
    grounds: [],
    policyVersion: null,
    summary: `${ACTS[command.type]}: il social aveva rifiutato, una persona lo fa ritentare`,
    facts: { command: id, cause: command.cause, type: command.type },
  });
  return command;
}
