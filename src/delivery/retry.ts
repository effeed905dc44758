// SPDX-License-Identifier: AGPL-3.0-or-later
import { deliveryError } from './errors.ts';
import { carryOutJob } from './events.ts';
import type { OrderPorts } from './order.ts';
import { lockCommand, type StoredCommand, updateCommand } from './store.ts';

/** Sends once more what the network refused, because a person says that what was wrong is mended. */
export async function retry({ tx, jobs }: OrderPorts, id: string): Promise<StoredCommand> {
  const command = await lockCommand(tx, id);
  if (command === undefined) throw deliveryError('COMMAND_NOT_FOUND');
  if (command.state !== 'failed') throw deliveryError('NOT_FAILED');
  await updateCommand(tx, id, { state: 'queued', sendings: 0, readings: 0, error: null, settled_at: null });
  await jobs.promise(tx, carryOutJob, { body: command.body, command: id });
  return command;
}
