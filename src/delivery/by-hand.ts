// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from '#governance';
import type { Tx } from '#platform';
import { deliveryError } from './errors.ts';
import { checkByHandJob } from './events.ts';
import { type SettlePorts, settle } from './settle.ts';
import { lockCommand, type StoredCommand } from './store.ts';

export interface DoneByHand {
  readonly body: string;
  readonly command: string;
  readonly actor: Actor;
  /** How the person knows: a link, what they saw. */
  readonly note: string;
}

/** What was just done there may take a moment to show. */
const SHOWS_SECONDS = 20;

/** A person did on the network what the desk could not: said under their name, never taken for a machine's check. */
export async function doneByHand(
  ports: SettlePorts & { readonly tx: Tx },
  { command: id, actor, note }: DoneByHand,
): Promise<StoredCommand> {
  const command = await lockCommand(ports.tx, id);
  if (command === undefined) throw deliveryError('COMMAND_NOT_FOUND');
  if (command.state !== 'by-hand' && command.state !== 'failed') throw deliveryError('NOT_BY_HAND');
  const proof = { confirmedBy: actor.id, note };
  await settle(ports, ports.tx, { command, settle: 'confirmed', proof, person: actor });
  await ports.jobs.promise(ports.tx, checkByHandJob, { body: command.body, command: id }, { seconds: SHOWS_SECONDS });
  return command;
}
