// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { adapterOf, type CommandType } from '#channels';
import { commandsOf, type DeliveryState, holdWritesOn, order, type StoredCommand, withdraw } from '#delivery';
import type { Actor } from '#governance';
import { fingerprintOf, type Item, itemById } from '#inbox';
import type { Tx } from '#platform';
import { DECISION_NAMES } from './decision-names.ts';
import { dossierError } from './dossier/errors.ts';
import { mayBeShown } from './dossier/follow.ts';
import { placeOf, targetOf } from './enforce.ts';
import { moderationError } from './errors.ts';
import { followTakenBack, lockWith } from './followers.ts';
import { groundNames } from './founded.ts';
import type { ModerationPorts } from './ports.ts';
import { isUnderReview } from './review/store.ts';
import { contradicts, lastWord, stands, undoingCause } from './standing.ts';
import {
  type Case,
  type Decision,
  decisionById,
  decisionsOf,
  lockCase,
  markSuperseded,
  markUndone,
  updateCase,
} from './store.ts';

/** Which write undoes which; what is not here cannot be undone on any network. */
export const CONTRARY: Partial<Record<CommandType, 'hide' | 'unhide'>> = { hide: 'unhide', unhide: 'hide' };

/** What nobody has seen on the network yet, or ever. */
const WITHOUT_EFFECT: readonly DeliveryState[] = ['queued', 'by-hand', 'failed', 'cancelled'];

/** Whether a standing decision can still be taken back on its network, given how far its writes have come. */
export function undoable(
  decision: Pick<Decision, 'kind' | 'undone_at'>,
  network: Item['network'],
  writes: readonly Pick<StoredCommand, 'type' | 'state'>[],
): boolean {
  if (decision.undone_at !== null) return false;
  const seen = writes.filter(({ type, state }) => type !== 'report' && !WITHOUT_EFFECT.includes(state));
  if (seen.some(({ type }) => CONTRARY[type] === undefined)) return false;
  return seen.length === 0 || decision.kind !== 'hide' || adapterOf(network)?.capabilities.hide.undoable !== false;
}

export interface Undoing {
  readonly body: string;
  readonly decision: string;
  readonly actor: Actor;
  readonly reasons: string;
}

/**
 * Takes the decision in force of a case back: what was not sent is cancelled, what was is undone by the contrary write; a hiding
 * that it had followed stands again. Throws NOT_UNDOABLE, CSAM_POLICE_FIRST, REVIEW_OPEN.
 */
export async function undo(ports: ModerationPorts, undoing: Undoing): Promise<string> {
  return ports.database.inBody(undoing.body, async (tx) => {
    const { row, decisions, taken, item } = await caseOf(tx, undoing.decision);
    if (taken.undone_at !== null) return row.id;
    if (taken.id !== lastWord(row, decisions)?.id) throw moderationError('NOT_UNDOABLE');
    if (!(await mayBeShown(tx, row.id))) throw dossierError('CSAM_POLICE_FIRST');
    if (taken.person === undoing.actor.id && (await isUnderReview(tx, taken.id))) throw moderationError('REVIEW_OPEN');
    if (!undoable(taken, item.network, await commandsOf(tx, { causes: [taken.id] })))
      throw moderationError('NOT_UNDOABLE');
    await takeBack(ports, tx, { ...undoing, row, decisions, taken, item });
    return row.id;
  });
}

/**
 * Takes a decision back that was found wrong, also where its network cannot give back what is gone; with it the hiding that it
 * had followed, or the removal that followed it, where that has no other ground. Another decision in force is left as it stands.
 * `nothing-to-restore` where it had never reached the network, was taken back already, or another hides the same.
 */
export async function overturn(ports: ModerationPorts, tx: Tx, undoing: Undoing): Promise<Restored> {
  const { taken: wrong, decisions, item } = await caseOf(tx, undoing.decision);
  if (wrong.undone_at !== null) return 'nothing-to-restore';
  const falling = decisions.filter((one) => one.id === wrong.id || fallsWith(one, wrong)).toReversed();
  let restored: Restored = 'nothing-to-restore';
  const whereImpossible = 'say so';
  for (const { id } of falling) {
    const now = await caseOf(tx, id);
    const one = await takeBack(ports, tx, {
      ...{ ...undoing, ...now, item, whereImpossible, falling, isGone: restored === 'impossible' },
      ...(id !== wrong.id && { toldWithAnother: true as const }),
    });
    if (restored !== 'impossible' && one !== 'nothing-to-restore') restored = one;
  }
  return restored;
}

/** A hiding and the removal that followed it, on no other ground. */
function fallsWith(one: Decision, wrong: Decision): boolean {
  if (one.undone_at !== null || (one.superseded_by !== wrong.id && wrong.superseded_by !== one.id)) return false;
  const wrongGrounds = groundNames(wrong.grounds);
  return groundNames(one.grounds).every((ground) => wrongGrounds.includes(ground));
}

/** Locked, with all that taking a decision back changes. */
async function caseOf(tx: Tx, decision: string) {
  const found = await decisionById(tx, decision);
  const row = found && (await lockCase(tx, found.case_id));
  if (row === undefined) throw moderationError('DECISION_NOT_FOUND');
  await lockWith(tx, row);
  await holdWritesOn(tx, row.item_id);
  // Read again under the case's lock: another person may have undone it meanwhile.
  const decisions = await decisionsOf(tx, row.id);
  const taken = decisions.find(({ id }) => id === decision);
  const item = await itemById(tx, row.item_id);
  if (taken === undefined || item === undefined) throw moderationError('DECISION_NOT_FOUND');
  return { row, decisions, taken, item };
}

export type Restored = 'restoring' | 'nothing-to-restore' | 'impossible';

interface TakingBack extends Undoing {
  readonly row: Case;
  /** Of the case, oldest first. */
  readonly decisions: readonly Decision[];
  readonly taken: Decision;
  readonly item: Item;
  /** Absent: refused. */
  readonly whereImpossible?: 'say so';
  /** The network cannot give it back: there is nothing to show again. */
  readonly isGone?: boolean;
  /** What is taken back at once with it. */
  readonly falling?: readonly Pick<Decision, 'id'>[];
  readonly toldWithAnother?: true;
}

async function takeBack(ports: ModerationPorts, tx: Tx, taking: TakingBack): Promise<Restored> {
  const { body, actor, reasons, row, decisions, taken, item, falling = [], toldWithAnother } = taking;
  const at = ports.clock.now();
  const { restored, enforcement } = await takeWritesBack(ports, tx, taking);
  await markUndone(tx, taken.id, { at, by: actor, reasons });
  const followed = decisions.find(({ superseded_by, undone_at }) => superseded_by === taken.id && undone_at === null);
  if (followed !== undefined) await markSuperseded(tx, followed.id, null);
  const wasLast = taken.id === lastWord(row, decisions)?.id;
  await updateCase(tx, row.id, {
    ...(wasLast && (await inForceAfter(tx, followed, enforcement))),
    revision: row.revision + 1,
  });
  const standsAgain = falling.some(({ id }) => id === followed?.id) ? undefined : followed;
  await record(tx, body, at, {
    kind: 'decision.undone',
    subject: item.id,
    person: actor,
    grounds: groundNames(taken.grounds),
    policyVersion: taken.policy_version,
    summary: `Annullata la decisione «${DECISION_NAMES[taken.kind]}» (pratica n. ${row.number})${standsAgain === undefined ? '' : `: vale di nuovo «${DECISION_NAMES[standsAgain.kind]}»`}`,
    facts: { case: row.id, decision: taken.id, reasons: fingerprintOf(ports.vault, reasons) },
  });
  await followTakenBack(ports, tx, {
    ...{ row, item, decision: taken, actor, reasons },
    ...(standsAgain && { standsAgain }),
    ...(toldWithAnother && { toldWithAnother }),
  });
  await ports.news.tell(tx, body, { id: row.id, change: 'changed' });
  return restored;
}

/** Cancels what did not leave and orders the contrary of what stands, unless another decision wants it so. */
async function takeWritesBack(
  ports: ModerationPorts,
  tx: Tx,
  { row, decisions, taken, item, actor, whereImpossible, isGone = false }: TakingBack,
): Promise<{ readonly restored: Restored; readonly enforcement: Case['enforcement'] }> {
  const delivery = { ...ports, tx };
  const later = decisions.slice(decisions.indexOf(taken) + 1).findLast(stands);
  const mayShow = !isGone && (await mayBeShown(tx, row.id));
  // A hiding that fell while this removal stood in its place is still on the network.
  const causes = decisions.filter(
    ({ id, superseded_by, undone_at }) => id === taken.id || (superseded_by === taken.id && undone_at !== null),
  );
  let enforcement: Case['enforcement'] = 'none';
  let restored: Restored = 'nothing-to-restore';
  for (const { id } of causes) {
    for (const late of await withdraw(delivery, id)) {
      // A report that reached the platform stays with it.
      if (late === 'report') continue;
      const type = CONTRARY[late];
      if (type === undefined) {
        if (whereImpossible === undefined) throw moderationError('NOT_UNDOABLE');
        restored = 'impossible';
        continue;
      }
      if (contradicts(type, later) || later?.kind === 'publish' || (type === 'unhide' && !mayShow)) continue;
      restored = 'restoring';
      const place = placeOf(item, { cause: undoingCause(taken.id), person: actor.id });
      enforcement = await order(delivery, { ...place, command: { type, ...targetOf(item) } });
    }
  }
  return { restored, enforcement };
}

/** How the case stands once its last word is taken back. */
async function inForceAfter(
  tx: Tx,
  standsAgain: Decision | undefined,
  enforcement: Case['enforcement'],
): Promise<Pick<Case, 'state' | 'decision' | 'decided_at' | 'enforcement'>> {
  if (standsAgain === undefined) return { state: 'open', decision: null, decided_at: null, enforcement };
  const { id, kind, at } = standsAgain;
  const write = (await commandsOf(tx, { causes: [id] })).find(({ type }) => type !== 'report');
  return { state: 'decided', decision: kind, decided_at: at, enforcement: write?.state ?? 'none' };
}
