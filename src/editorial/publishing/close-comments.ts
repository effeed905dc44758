// SPDX-License-Identifier: AGPL-3.0-or-later
import { order, withdraw } from '#delivery';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { inForce } from '#rulebook';
import { closingOn } from '../drafting/closing.ts';
import type { EditorialPorts } from '../ports.ts';
import { insertOuting, type Outing, updateOuting } from './store.ts';

interface OfCopy {
  readonly copy: Outing;
  readonly all: readonly Outing[];
}

/** Where a clause closes comments and the post could not come out closed, they are closed once it stands: once, by the program or by a person. */
export async function closeComments(ports: EditorialPorts, tx: Tx, { copy, all }: OfCopy): Promise<void> {
  if (all.some(({ act, about }) => act === 'close' && about === copy.id)) return;
  const { body, draft_id, account_id, network } = copy;
  const now = ports.clock.now();
  const { compiled } = await inForce(tx, body, now);
  const closing = closingOn(compiled, network);
  if (closing === null || closing.how === 'with' || closing.how === 'none') return;
  const outing = await insertOuting(tx, {
    ...{ id: newId(), body, draft_id, publication_id: null, act: 'close', about: copy.id, repeats: null, clause: null },
    ...{ account_id, network, state: 'ordered', person: null, at: now },
  });
  // Nobody knows under which name the network has it: only a person can find it.
  if (copy.external_id === null) return;
  const command = { type: 'close-comments', target: copy.external_id } as const;
  const place = { body, account: account_id, network, cause: outing.id, item: null };
  await order({ ...ports, tx }, { ...place, command, person: null });
}

/** Under what is taken back there is nothing left to close. */
export async function letClosingFall(ports: EditorialPorts, tx: Tx, { copy, all }: OfCopy): Promise<void> {
  const closing = all.find(({ act, about, state }) => act === 'close' && about === copy.id && state === 'ordered');
  if (closing === undefined) return;
  await withdraw({ ...ports, tx }, closing.id);
  await updateOuting(tx, closing.id, { state: 'withdrawn' });
}
