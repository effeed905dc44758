// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DoneByHand, doneByHand } from '#delivery';
import { enforcedIn } from './enforced.ts';
import { moderationError } from './errors.ts';
import type { ModerationPorts } from './ports.ts';
import { lockCaseOfItem } from './store.ts';

/** Settles a write that a person carried out on the network; returns the id of its case. */
export async function confirmByHand(ports: ModerationPorts, done: DoneByHand): Promise<string> {
  return ports.database.inBody(done.body, async (tx) => {
    const { id: command, cause, item_id: item, type } = await doneByHand({ ...ports, tx }, done);
    const settled = { body: done.body, command, cause, item, type, state: 'confirmed' } as const;
    // The person waits for the answer: what the event will tell again is told at once.
    await enforcedIn(ports, tx, settled);
    const row = await lockCaseOfItem(tx, item);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    return row.id;
  });
}
