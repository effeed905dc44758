// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { adapterOf, type CommandType } from '#channels';
import { commandsOf, type DeliveryState, order, type StoredCommand, withdraw } from '#delivery';
import type { Actor } from '#governance';
import { fingerprintOf, type Item, itemById } from '#inbox';
import type { Tx } from '#platform';
import { DECISION_NAMES } from './decision-names.ts';
import { placeOf, targetOf } from './enforce.ts';
import { moderationError } from './errors.ts';
import { followTakenBack } from './followers.ts';
import { groundNames } from './founded.ts';
import type { ModerationPorts } from './ports.ts';
import { type Case, type Decision, decisionById, decisionsOf, lockCase, markUndone, updateCase } from './store.ts';

/** Which write undoes which; what is not here cannot be undone on any network. */
export const CONTRARY: Partial<Record<CommandType, 'hide' | 'unhide'>> = { hide: 'unhide', unhide: 'hide' };

export const undoingCause = (decision: string): string => `undo:${decision}`;

/** What nobody has seen on the network yet, or ever. */
const WITHOUT_EFFECT: readonly DeliveryState[] = ['queued', 'by-hand', 'failed', 'cancelled'];

/** Whether a standing decision can still be taken back on its network, given how far its writes have come. */
export function undoable(
  decision: Pick<Decision, 'kind' | 'undone_at'>,
  network: Item['network'],
  writes: readonly Pick<StoredCommand, 'type' | 'state'>[],
): boolean {
  if (decision.undone_at !== null) return false;
  if (writes.every(({ type, state }) => type === 'report' || WITHOUT_EFFECT.includes(state))) return true;
  if (decision.kind === 'no-action' || decision.kind === 'publish' || decision.kind === 'route') return true;
  return decision.kind === 'hide' && adapterOf(network)?.capabilities.hide.undoable !== false;
}

export interface Undoing {
  readonly body: string;
  readonly decision: string;
  readonly actor: Actor;
  readonly reasons: string;
}

/** Takes the latest decision of a case back: what was not sent is cancelled, what was is undone by the contrary write. */
export async function undo(ports: ModerationPorts, undoing: Undoing): Promise<string> {
  return ports.database.inBody(undoing.body, async (tx) => {
    const found = await decisionById(tx, undoing.decision);
    const row = found && (await lockCase(tx, found.case_id));
    if (found === undefined || row === undefined) throw moderationError('DECISION_NOT_FOUND');
    // Read again under the case's lock: another person may have undone it meanwhile.
    const decision = (await decisionsOf(tx, row.id)).at(-1);
    if (decision?.id === found.id && decision.undone_at !== null) return row.id;
    const item = await itemById(tx, row.item_id);
    if (item === undefined || decision?.id !== found.id) throw moderationError('NOT_UNDOABLE');
    if (!undoable(decision, item.network, await commandsOf(tx, { causes: [decision.id] })))
      throw moderationError('NOT_UNDOABLE');
    await takeBack(ports, tx, { ...undoing, row, taken: decision, item });
    return row.id;
  });
}

/**
 * Takes a decision back that was found wrong, also where its network cannot give back what is gone. `nothing-to-restore` where it
 * had never reached the network or was taken back already.
 */
export async function overturn(ports: ModerationPorts, tx: Tx, undoing: Undoing): Promise<Restored> {
  const found = await decisionById(tx, undoing.decision);
  const row = found && (await lockCase(tx, found.case_id));
  if (found === undefined || row === undefined) throw moderationError('DECISION_NOT_FOUND');
  const decision = (await decisionsOf(tx, row.id)).find(({ id }) => id === found.id);
  const item = await itemById(tx, row.item_id);
  if (decision === undefined || item === undefined) throw moderationError('DECISION_NOT_FOUND');
  if (decision.undone_at !== null) return 'nothing-to-restore';
  return takeBack(ports, tx, { ...undoing, row, taken: decision, item, whereImpossible: 'say so' });
}

export type Restored = 'restoring' | 'nothing-to-restore' | 'impossible';

interface TakingBack extends Undoing {
  readonly row: Case;
  readonly taken: Decision;
  readonly item: Item;
  /** Absent: refused. */
  readonly whereImpossible?: 'say so';
}

async function takeBack(
  ports: ModerationPorts,
  tx: Tx,
  { body, actor, reasons, row, taken, item, whereImpossible }: TakingBack,
): Promise<Restored> {
  const at = ports.clock.now();
  const delivery = { ...ports, tx };
  let enforcement: Case['enforcement'] = 'none';
  let restored: Restored = 'nothing-to-restore';
  for (const late of await withdraw(delivery, taken.id)) {
    // A report that reached the platform stays with it.
    if (late === 'report') continue;
    const type = CONTRARY[late];
    if (type === undefined) {
      if (whereImpossible === undefined) throw moderationError('NOT_UNDOABLE');
      restored = 'impossible';
      continue;
    }
    restored = 'restoring';
    const place = placeOf(item, { cause: undoingCause(taken.id), person: actor.id });
    enforcement = await order(delivery, { ...place, command: { type, ...targetOf(item) } });
  }
  await markUndone(tx, taken.id, { at, by: actor, reasons });
  await updateCase(tx, row.id, {
    state: 'open',
    decision: null,
    decided_at: null,
    enforcement,
    revision: row.revision + 1,
  });
  await record(tx, body, at, {
    kind: 'decision.undone',
    subject: item.id,
    person: actor,
    grounds: groundNames(taken.grounds),
    policyVersion: taken.policy_version,
    summary: `Annullata la decisione «${DECISION_NAMES[taken.kind]}» (pratica n. ${row.number})`,
    facts: { case: row.id, decision: taken.id, reasons: fingerprintOf(ports.vault, reasons) },
  });
  await followTakenBack(ports, tx, { row, item, decision: taken, actor, reasons });
  await ports.news.tell(tx, body, { id: row.id, change: 'changed' });
  return restored;
}
