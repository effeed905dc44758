// SPDX-License-Identifier: AGPL-3.0-or-later
import { order } from '#delivery';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { EditorialPorts } from '../ports.ts';
import { insertOuting, type Outing } from './store.ts';

interface Removing {
  readonly copy: Outing;
  readonly all: readonly Outing[];
  /** Null: the program, of what was taken back while on its way. */
  readonly person: string | null;
}

/** Removes one copy from its network, once; false where that was asked for before. */
export async function orderRemoval(ports: EditorialPorts, tx: Tx, { copy, all, person }: Removing): Promise<boolean> {
  if (all.some(({ act, about }) => act === 'remove' && about === copy.id)) return false;
  const { body, draft_id, account_id, network } = copy;
  const outing = await insertOuting(tx, {
    ...{
      id: newId(),
      body,
      draft_id,
      publication_id: null,
      act: 'remove',
      about: copy.id,
      repeats: null,
      clause: null,
    },
    ...{ account_id, network, state: 'ordered', person, at: ports.clock.now() },
  });
  // Nobody knows under which name the network has it: only a person can find it.
  if (copy.external_id === null) return true;
  const command = { type: 'remove-post', target: copy.external_id } as const;
  const place = { body, account: account_id, network, cause: outing.id, item: null };
  await order({ ...ports, tx }, { ...place, command, person });
  return true;
}
