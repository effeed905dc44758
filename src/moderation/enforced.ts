// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CommandType } from '#channels';
import { commandsOf, order, type Settled } from '#delivery';
import { itemById, sawVisibility } from '#inbox';
import type { Tx } from '#platform';
import { hideLanded } from './dossier/csam-writes.ts';
import { placeOf, targetOf } from './enforce.ts';
import { followCarried, lockWith } from './followers.ts';
import type { ModerationPorts } from './ports.ts';
import { awaitedCause, contradicts, lastWord, undoingCause } from './standing.ts';
import { type Case, type Decision, decisionsOf, lockCaseOfItem, updateCase } from './store.ts';
import { CONTRARY } from './undo.ts';

/** What a confirmed write leaves on the network. */
const SEEN: Partial<Record<CommandType, 'hidden' | 'visible' | 'deleted'>> = {
  hide: 'hidden',
  unhide: 'visible',
  approve: 'visible',
  remove: 'deleted',
};

type OfItem = Settled & { readonly item: string };

/** Brings the outcome of a write to the case that waits for it; outcomes of decisions since replaced are left alone. */
export async function enforced(ports: ModerationPorts, settled: Settled): Promise<void> {
  await ports.database.inBody(settled.body, (tx) => enforcedIn(ports, tx, settled));
}

/** The same, in a transaction that is already open. */
export async function enforcedIn(ports: ModerationPorts, tx: Tx, settled: Settled): Promise<void> {
  const { body, item, cause, type, state } = settled;
  // A post of ours has no case.
  if (item === null) return;
  const row = await lockCaseOfItem(tx, item);
  if (row === undefined) return;
  await lockWith(tx, row);
  if (state === 'confirmed') await keepVisibility(tx, { ...settled, item });
  const decisions = await decisionsOf(tx, row.id);
  const hidden = state === 'confirmed' && (await hideLanded(ports, tx, { ...settled, item }));
  if (state === 'confirmed' && settled.withdrawn && !hidden)
    await takeBackLanded(ports, tx, { ...settled, item, row, decisions });
  const decision = decisions.find(({ id }) => id === cause);
  if (decision !== undefined) await followCarried(ports, tx, { row, decision, settled });
  if (awaitedCause(row, decisions) !== cause) return;
  // A report goes its own way: the case shows how far the measure itself has come.
  if (type !== 'report') await updateCase(tx, row.id, { enforcement: state });
  await ports.news.tell(tx, body, { id: row.id, change: 'enforced' });
}

/** Of several writes on one item, only the newest says how it looks now. */
async function keepVisibility(tx: Tx, { item: id, type, command }: OfItem): Promise<void> {
  const seen = SEEN[type];
  const item = await itemById(tx, id);
  if (seen === undefined || item === undefined || item.visibility === 'deleted') return;
  const newer = (await commandsOf(tx, { item: id })).some(
    (one) => one.id > command && one.state === 'confirmed' && SEEN[one.type] !== undefined,
  );
  if (!newer) await sawVisibility(tx, id, seen);
}

interface Landed extends OfItem {
  readonly row: Case;
  readonly decisions: readonly Decision[];
}

/** A write taken back while under way landed after all: now it is undone, once, unless a decision in force wants it so. */
async function takeBackLanded(
  ports: ModerationPorts,
  tx: Tx,
  { item: id, type, command, cause, row, decisions }: Landed,
): Promise<void> {
  const contrary = CONTRARY[type];
  const item = await itemById(tx, id);
  if (contrary === undefined || item === undefined) return;
  const inForce = row.state === 'decided' ? lastWord(row, decisions) : undefined;
  const undoing = undoingCause(command);
  if (contradicts(contrary, inForce) || (await commandsOf(tx, { causes: [undoing] })).length > 0) return;
  const person = (await commandsOf(tx, { causes: [cause] })).find((one) => one.id === command)?.person;
  const place = placeOf(item, { cause: undoing, person: person ?? '' });
  await order({ ...ports, tx }, { ...place, command: { type: contrary, ...targetOf(item) } });
}
