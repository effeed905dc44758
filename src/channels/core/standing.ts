// SPDX-License-Identifier: AGPL-3.0-or-later
import type { InboundEvent } from '../port.ts';

/** How something stands with the public: seen, hidden, or held for the account's approval. */
export type Standing = 'shown' | 'hidden' | 'held';

export interface Seen {
  readonly event: InboundEvent;
  readonly standing: Standing;
}

/** What did not stand shown when it was last read, by its id; kept in a cursor. */
export type Standings = Readonly<Record<string, 'hidden' | 'held'>>;

/**
 * What changed since the previous reading, for networks that tell how things stand and not when that changed. What was not seen
 * this time stands as it was remembered, up to `most` of them.
 */
export function standingChanges(
  seen: readonly Seen[],
  before: Standings,
  { seenAt, most }: { readonly seenAt: Date; readonly most: number },
): { readonly changes: readonly InboundEvent[]; readonly standings: Standings } {
  const standings = new Map(Object.entries(before));
  const changes: InboundEvent[] = [];
  for (const { event, standing } of seen) {
    const { externalId } = event;
    if (standing !== (standings.get(externalId) ?? 'shown')) changes.push({ type: standing, externalId, at: seenAt });
    // Set anew, the newest are last and stay longest.
    standings.delete(externalId);
    if (standing !== 'shown') standings.set(externalId, standing);
  }
  return { changes, standings: Object.fromEntries([...standings].slice(-most)) };
}
