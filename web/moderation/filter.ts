// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { CaseSummary, QUEUES } from '#moderation/contract';
import { isStuck } from './outcome.ts';

export type QueueName = (typeof QUEUES)[number];

/** What the address bar says of the queue; Italian because people read and share it. */
export const QueueSearch = z.object({
  stato: z.enum(['decise', 'da-sistemare']).optional().catch(undefined),
  social: z.string().optional().catch(undefined),
});
export type QueueSearch = z.infer<typeof QueueSearch>;

export interface QueueFilter {
  readonly state: QueueName;
  readonly network: string | undefined;
}

const QUEUE_OF = { decise: 'decided', 'da-sistemare': 'stuck' } as const;
const WORD_OF = { open: undefined, decided: 'decise', stuck: 'da-sistemare' } as const;

export const filterOf = (search: QueueSearch): QueueFilter => ({
  state: search.stato === undefined ? 'open' : QUEUE_OF[search.stato],
  network: search.social,
});

export function searchOf({ state, network }: QueueFilter): QueueSearch {
  const stato = WORD_OF[state];
  return { ...(stato === undefined ? {} : { stato }), ...(network === undefined ? {} : { social: network }) };
}

/** Whether a case stands in the list that a filter asks for. */
export function belongs(row: Pick<CaseSummary, 'state' | 'network' | 'enforcement'>, filter: QueueFilter): boolean {
  if (filter.network !== undefined && filter.network !== row.network) return false;
  if (filter.state === 'open') return row.state === 'open';
  return row.state === 'decided' && (filter.state === 'decided' || isStuck(row.enforcement));
}

/** The address of a case as the rows of the queue write it: asking the router for fifty of them would cost a frame. */
export function caseAddress(body: string, id: string, search: QueueSearch): string {
  const query = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString();
  const path = `/banco/${encodeURIComponent(body)}/pratiche/${encodeURIComponent(id)}`;
  return query === '' ? path : `${path}?${query}`;
}
