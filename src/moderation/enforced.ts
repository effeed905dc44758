// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Settled } from '#delivery';
import { sawVisibility } from '#inbox';
import type { Tx } from '#platform';
import type { ModerationPorts } from './ports.ts';
import { decisionsOf, lockCaseOfItem, updateCase } from './store.ts';
import { undoingCause } from './undo.ts';

/** What a confirmed write leaves on the network. */
const SEEN = { hide: 'hidden', unhide: 'visible', remove: 'deleted', reply: undefined, report: undefined } as const;

/** Brings the outcome of a write to the case that waits for it; outcomes of decisions since replaced are left alone. */
export async function enforced(ports: Pick<ModerationPorts, 'database' | 'news'>, settled: Settled): Promise<void> {
  await ports.database.inBody(settled.body, (tx) => enforcedIn(ports, tx, settled));
}

/** The same, in a transaction that is already open. */
export async function enforcedIn(
  { news }: Pick<ModerationPorts, 'news'>,
  tx: Tx,
  { body, item, cause, type, state }: Settled,
): Promise<void> {
  const seen = state === 'confirmed' ? SEEN[type] : undefined;
  if (seen !== undefined) await sawVisibility(tx, item, seen);
  const row = await lockCaseOfItem(tx, item);
  if (row === undefined) return;
  const latest = (await decisionsOf(tx, row.id)).at(-1);
  const awaited = latest && (latest.undone_at === null ? latest.id : undoingCause(latest.id));
  if (awaited !== cause) return;
  // A report goes its own way: the case shows how far the measure itself has come.
  if (type !== 'report') await updateCase(tx, row.id, { enforcement: state });
  await news.tell(tx, body, { id: row.id, change: 'enforced' });
}
