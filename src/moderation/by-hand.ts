// SPDX-License-Identifier: AGPL-3.0-or-later
import { commandById, type DoneByHand, doneByHand, retry, type StoredCommand } from '#delivery';
import type { Actor } from '#governance';
import type { Tx } from '#platform';
import { enforcedIn } from './enforced.ts';
import { moderationError } from './errors.ts';
import { lockWith } from './followers.ts';
import type { ModerationPorts } from './ports.ts';
import { awaitedCause, contradicts, lastWord, undoingCause } from './standing.ts';
import { type Case, type Decision, decisionsOf, lockCaseOfItem, updateCase } from './store.ts';

/** Settles a write that a person carried out on the network; returns the id of its case. */
export async function confirmByHand(ports: ModerationPorts, done: DoneByHand): Promise<string> {
  return ports.database.inBody(done.body, async (tx) => {
    const { row } = await holdCaseOf(tx, done.command);
    await lockWith(tx, row);
    const command = await doneByHand({ ...ports, tx }, done);
    const { id, cause, item_id: item, type, withdrawn } = command;
    // The person waits for the answer: what the event will tell again is told at once.
    await enforcedIn(ports, tx, { body: done.body, command: id, cause, item, type, state: 'confirmed', withdrawn });
    return row.id;
  });
}

/** Sends again what the network refused, while what asked for it stands; returns the id of its case. Throws ENFORCEMENT_OVER. */
export async function sendAgain(
  ports: ModerationPorts,
  { body, command: id, actor }: { readonly body: string; readonly command: string; readonly actor: Actor },
): Promise<string> {
  return ports.database.inBody(body, async (tx) => {
    const { row, command } = await holdCaseOf(tx, id);
    const decisions = await decisionsOf(tx, row.id);
    if (isOver(command, row, decisions)) throw moderationError('ENFORCEMENT_OVER');
    await retry({ ...ports, tx }, { command: id, actor });
    // A report goes its own way, and what nobody waits for says nothing of the case.
    if (command.type !== 'report' && awaitedCause(row, decisions) === command.cause)
      await updateCase(tx, row.id, { enforcement: 'queued' });
    await ports.news.tell(tx, body, { id: row.id, change: 'enforced' });
    return row.id;
  });
}

/** Asked for by a decision that is no more, or an undoing that another decision overtook. What else asks marks its own writes. */
function isOver({ cause, type, withdrawn }: StoredCommand, row: Case, decisions: readonly Decision[]): boolean {
  const inForce = row.state === 'decided' ? lastWord(row, decisions) : undefined;
  const asked = decisions.find(({ id }) => id === cause);
  if (asked !== undefined) return asked.id !== inForce?.id && asked.superseded_by !== inForce?.id;
  const undone = decisions.some(({ id }) => undoingCause(id) === cause);
  return withdrawn || (undone && (type === 'hide' || type === 'unhide') && contradicts(type, inForce));
}

/** The case first, then the command: nobody who has the case waits for us. */
async function holdCaseOf(tx: Tx, id: string): Promise<{ readonly row: Case; readonly command: StoredCommand }> {
  const command = await commandById(tx, id);
  const row = command && command.item_id !== null ? await lockCaseOfItem(tx, command.item_id) : undefined;
  if (command === undefined || row === undefined) throw moderationError('CASE_NOT_FOUND');
  return { row, command };
}
