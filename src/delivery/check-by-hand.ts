// SPDX-License-Identifier: AGPL-3.0-or-later
import { accountById, adapterIn, openAccount } from '#accounts';
import { record } from '#audit';
import type { ReadBack } from '#channels';
import type { Tx } from '#platform';
import type { DeliveryPorts } from './carry-out.ts';
import { deliverySettled } from './events.ts';
import { sinceOrdered } from './order.ts';
import { ACTS } from './settle.ts';
import { lockCommand, type StoredCommand, updateCommand } from './store.ts';
import { provedBy } from './words.ts';

/**
 * After a person said that he did it: looks on the network, where there is a way to look. What shows is recorded beside his
 * word; what does not show goes back to be done, and the case says so.
 */
export async function checkByHand(
  ports: DeliveryPorts,
  { body, command: id }: { readonly body: string; readonly command: string },
): Promise<void> {
  const found = await ports.database.inBody(body, (tx) => openFor(ports, tx, id));
  if (found === undefined) return;
  const { command, account, adapter } = found;
  const seen = await adapter.readBack(account, command.payload, command.written_external_id ?? undefined);
  await ports.database.inBody(body, (tx) => conclude(ports, tx, { command, seen }));
}

async function openFor(ports: DeliveryPorts, tx: Tx, id: string) {
  const command = await lockCommand(tx, id);
  if (command?.state !== 'confirmed') return undefined;
  const row = await accountById(tx, command.account_id);
  const adapter = row === undefined ? null : adapterIn(ports, row.network);
  if (row === undefined || adapter === null) return undefined;
  // Asked before the account is opened: where nothing can be looked at, there is often no connection either.
  const { external_id: externalId, handle } = row;
  const { check } = adapter.guide({ externalId, handle }, command.payload, null);
  if (check === undefined) return undefined;
  const account = await openAccount(ports, tx, command.account_id);
  return { command: { ...command, payload: sinceOrdered(ports.vault, command) }, account, adapter };
}

async function conclude(
  { clock, events, vault }: DeliveryPorts,
  tx: Tx,
  { command, seen }: { readonly command: StoredCommand; readonly seen: ReadBack },
): Promise<void> {
  const now = await lockCommand(tx, command.id);
  // Undone or done again meanwhile, or it cannot be told: his word stands.
  if (now?.state !== 'confirmed' || seen.state === 'pending') return;
  const isThere = seen.state === 'confirmed';
  await record(tx, command.body, clock.now(), {
    kind: isThere ? 'enforcement.seen' : 'enforcement.not-seen',
    subject: command.item_id ?? command.cause,
    person: null,
    grounds: [],
    policyVersion: null,
    summary: `${ACTS[command.type]}: ${isThere ? 'riletto sul social, c’è' : 'riletto sul social, non si vede'}`,
    facts: { command: command.id, type: command.type },
  });
  if (isThere) return updateCommand(tx, command.id, provedBy(vault, command, seen.proof));
  await updateCommand(tx, command.id, { state: 'by-hand', error: JSON.stringify(NOT_SEEN) });
  const { body, id, cause, item_id: item, type, withdrawn } = command;
  await events.publish(tx, deliverySettled, { body, command: id, cause, item, type, state: 'by-hand', withdrawn });
}

const NOT_SEEN = {
  kind: 'not-possible',
  code: 'not-seen',
  message: 'È stato confermato a mano, ma sul social non si vede: guardare di nuovo.',
};
