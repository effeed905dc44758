// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DoneByHand, doneByHand, retry, type StoredCommand } from '#delivery';
import type { Tx } from '#platform';
import { enforcedIn } from './enforced.ts';
import { moderationError } from './errors.ts';
import type { ModerationPorts } from './ports.ts';
import { lockCaseOfItem, updateCase } from './store.ts';

/** Settles a write that a person carried out on the network; returns the id of its case. */
export async function confirmByHand(ports: ModerationPorts, done: DoneByHand): Promise<string> {
  return ports.database.inBody(done.body, async (tx) => {
    const command = await doneByHand({ ...ports, tx }, done);
    const { id, cause, item_id: item, type, withdrawn } = command;
    // The person waits for the answer: what the event will tell again is told at once.
    await enforcedIn(ports, tx, { body: done.body, command: id, cause, item, type, state: 'confirmed', withdrawn });
    return (await caseOf(tx, command)).id;
  });
}

/** Sends again what the network refused; returns the id of its case. */
export async function sendAgain(
  ports: ModerationPorts,
  { body, command: id }: { body: string; command: string },
): Promise<string> {
  return ports.database.inBody(body, async (tx) => {
    const command = await retry({ ...ports, tx }, id);
    const row = await caseOf(tx, command);
    if (command.type !== 'report') await updateCase(tx, row.id, { enforcement: 'queued' });
    await ports.news.tell(tx, body, { id: row.id, change: 'enforced' });
    return row.id;
  });
}

async function caseOf(tx: Tx, command: StoredCommand) {
  const row = command.item_id === null ? undefined : await lockCaseOfItem(tx, command.item_id);
  if (row === undefined) throw moderationError('CASE_NOT_FOUND');
  return row;
}
