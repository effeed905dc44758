// SPDX-License-Identifier: AGPL-3.0-or-later
import { withdraw } from '#delivery';
import type { Tx } from '#platform';
import type { ModerationPorts } from '../ports.ts';
import { type StoredStatement, updateStatement } from './store.ts';

/**
 * What it gives the reasons of is no more: it is not told to who was not told yet. True where its author knows already, or may.
 */
export async function withdrawStatement(
  ports: ModerationPorts,
  tx: Tx,
  { id, given_at }: StoredStatement,
): Promise<boolean> {
  await updateStatement(tx, id, { withdrawn_at: ports.clock.now() });
  const standing = await withdraw({ ...ports, tx }, id);
  return given_at !== null || standing.length > 0;
}
