// SPDX-License-Identifier: AGPL-3.0-or-later
import type { InboundEvent } from '../port.ts';
import { findStatus } from './acting.ts';
import type { Watched } from './cursor.ts';
import { CHECKS_PER_PULL } from './limits.ts';
import type { Reading } from './reading.ts';

export interface Deletions {
  readonly events: readonly InboundEvent[];
  readonly gone: ReadonlySet<string>;
  readonly checked: string | null;
}

/**
 * What is missing from a thread may be deleted, or hang under something deleted, or its author be blocked: only the instance's
 * plain «no such status» counts. A few are asked about at each pull, in turn.
 */
export async function readDeletions(
  reading: Reading,
  { watched, checked }: { readonly watched: readonly Watched[]; readonly checked: string | null },
  seen: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Deletions> {
  const missing = watched.filter(({ id, post }) => post === null || seen.get(post)?.has(id) === false);
  const start = missing.findIndex(({ id }) => id === checked) + 1;
  const turn = [...missing.slice(start), ...missing.slice(0, start)].slice(0, CHECKS_PER_PULL);
  const gone = new Set<string>();
  let last = checked;
  for (const { id } of turn) {
    if (!reading.affords()) break;
    if ((await findStatus(reading, id)) === null) gone.add(id);
    last = id;
  }
  const events = [...gone].map((externalId) => ({ type: 'deleted', externalId, at: reading.seenAt }) as const);
  return { events, gone, checked: last };
}
