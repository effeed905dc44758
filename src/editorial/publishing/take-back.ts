// SPDX-License-Identifier: AGPL-3.0-or-later
import { commandsOf, withdraw } from '#delivery';
import type { Tx } from '#platform';
import { hold } from '../drafting/held.ts';
import { noteStep } from '../drafting/steps.ts';
import { detailOf } from '../drafting/view.ts';
import type { ContentDetail } from '../drafting/view-contract.ts';
import { editorialError } from '../errors.ts';
import type { EditorialPorts, OnDraft } from '../ports.ts';
import { letClosingFall } from './close-comments.ts';
import { orderRemoval } from './removal.ts';
import { letFall } from './settled.ts';
import { type Outing, outingById, outingsOf, updateOuting } from './store.ts';

/** Taking back all copies of a content, or one of them. */
interface TakingBack extends OnDraft {
  readonly reasons: string;
  /** The outings; absent: every copy. */
  readonly only?: readonly string[];
}

/**
 * Takes back what went out, with the reason: what is on a network is removed there, what waits or is on its way never goes. Said
 * again it changes nothing more. Throws NOT_OUT, OUTING_NOT_FOUND.
 */
export async function takeBack(ports: EditorialPorts, taking: TakingBack): Promise<ContentDetail> {
  return ports.database.inBody(taking.body, async (tx) => {
    await takeBackIn(ports, tx, taking);
    return detailOf(ports, tx, (await hold(tx, taking.id)).draft);
  });
}

/** The same, in a transaction that is already open. */
export async function takeBackIn(ports: EditorialPorts, tx: Tx, taking: TakingBack): Promise<void> {
  const { actor, id, reasons, only } = taking;
  const { draft } = await hold(tx, id);
  const all = await outingsOf(tx, id);
  const copies = all.filter(({ act, id: one }) => act === 'publish' && (only === undefined || only.includes(one)));
  if (copies.length === 0) throw editorialError(only === undefined ? 'NOT_OUT' : 'OUTING_NOT_FOUND');
  const at = ports.clock.now();
  const taken: Outing[] = [];
  for (const copy of copies) if (await takeOne(ports, tx, { copy, all, person: actor.id })) taken.push(copy);
  for (const copy of taken) await letClosingFall(ports, tx, { copy, all });
  if (taken.length === 0) return;
  const accounts = taken.map(({ account_id: account, network }) => ({ account, network }));
  await noteStep(tx, { draft, step: 'removed', actor, at, reasons, facts: { accounts } });
}

/** The same of one copy alone. */
export async function takeBackOne(
  ports: EditorialPorts,
  { id: only, ...taking }: Omit<TakingBack, 'only'>,
): Promise<ContentDetail> {
  const outing = await ports.database.inBody(taking.body, (tx) => outingById(tx, only));
  if (outing === undefined) throw editorialError('OUTING_NOT_FOUND');
  return takeBack(ports, { ...taking, id: outing.draft_id, only: [only] });
}

interface Taking {
  readonly copy: Outing;
  readonly all: readonly Outing[];
  readonly person: string;
}

/** Takes back one copy; false where there was nothing left to take back. */
export async function takeOne(ports: EditorialPorts, tx: Tx, { copy, all, person }: Taking): Promise<boolean> {
  switch (copy.state) {
    case 'withdrawn':
    case 'removed':
      return false;
    case 'waiting':
    case 'stopped':
      await letFall(tx, copy, all);
      return true;
    case 'ordered': {
      // What nobody sent is cancelled, and the outing hears of it; what landed all the same is removed when it settles.
      const [command] = await commandsOf(tx, { causes: [copy.id] });
      if (command?.withdrawn) return false;
      const standing = await withdraw({ ...ports, tx }, copy.id);
      if (standing.length > 0) await updateOuting(tx, copy.id, { why: 'Ritirata: se è uscita, va tolta a mano.' });
      return true;
    }
    case 'out':
      return orderRemoval(ports, tx, { copy, all, person });
  }
}
