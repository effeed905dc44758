// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { CaseState } from '#moderation/contract';

/** What the address bar says of the queue; Italian because people read and share it. */
export const QueueSearch = z.object({
  stato: z.literal('decise').optional().catch(undefined),
  social: z.string().optional().catch(undefined),
});
export type QueueSearch = z.infer<typeof QueueSearch>;

export interface QueueFilter {
  readonly state: CaseState;
  readonly network: string | undefined;
}

export const filterOf = (search: QueueSearch): QueueFilter => ({
  state: search.stato === 'decise' ? 'decided' : 'open',
  network: search.social,
});

export const searchOf = (filter: QueueFilter): QueueSearch => ({
  ...(filter.state === 'decided' ? { stato: 'decise' as const } : {}),
  ...(filter.network === undefined ? {} : { social: filter.network }),
});

/** The address of a case as the rows of the queue write it: asking the router for fifty of them would cost a frame. */
export function caseAddress(body: string, id: string, search: QueueSearch): string {
  const query = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString();
  const path = `/banco/${encodeURIComponent(body)}/pratiche/${encodeURIComponent(id)}`;
  return query === '' ? path : `${path}?${query}`;
}
