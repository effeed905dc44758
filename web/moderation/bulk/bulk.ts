// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { BulkOffer, type BulkRequest, BulkView, type CrisisAnswerRequest, MOST_TOGETHER } from '#moderation/contract';
import { request } from '../../client/request.ts';

/** Hundreds of decisions, each by itself. */
const PATIENCE_MS = 120_000;
const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}`;

export const bulkOfferQuery = (body: string, cases: readonly string[]) =>
  queryOptions({
    queryKey: ['bulk', body, 'offer', ...cases],
    queryFn: ({ signal }) =>
      request(BulkOffer, `${root(body)}/bulk-decisions/offer`, { method: 'POST', body: { cases }, signal }),
    gcTime: 0,
  });

export const decideTogether = (body: string, content: BulkRequest, key: string): Promise<BulkView> =>
  request(BulkView, `${root(body)}/bulk-decisions`, {
    ...{ method: 'POST', body: content, headers: { 'idempotency-key': key }, patienceMs: PATIENCE_MS },
  });

export const answerTogether = (body: string, content: CrisisAnswerRequest, key: string): Promise<BulkView> =>
  request(BulkView, `${root(body)}/crisis/answers`, {
    ...{ method: 'POST', body: content, headers: { 'idempotency-key': key }, patienceMs: PATIENCE_MS },
  });

export const undoTogether = (body: string, id: string, reasons: string): Promise<BulkView> =>
  request(BulkView, `${root(body)}/bulk-decisions/${encodeURIComponent(id)}/undo`, {
    ...{ method: 'POST', body: { reasons }, patienceMs: PATIENCE_MS },
  });

/** What is picked in the queue of one body: in memory only, gone with the page or with a look at another body. */
interface Picked {
  readonly body: string;
  readonly cases: ReadonlySet<string>;
}
const NONE: ReadonlySet<string> = new Set();
let picked: Picked = { body: '', cases: NONE };
const listeners = new Set<() => void>();

function change(next: Picked): void {
  picked = next;
  for (const listener of listeners) listener();
}

export const pickedIn = (body: string): ReadonlySet<string> => (picked.body === body ? picked.cases : NONE);

export function togglePicked(body: string, id: string): void {
  const next = new Set(pickedIn(body));
  if (!next.delete(id) && next.size < MOST_TOGETHER) next.add(id);
  change({ body, cases: next });
}

export const clearPicked = (): void => change({ body: '', cases: NONE });

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const usePicked = (body: string): ReadonlySet<string> => useSyncExternalStore(subscribe, () => pickedIn(body));
export const useIsPicked = (body: string, id: string): boolean =>
  useSyncExternalStore(subscribe, () => pickedIn(body).has(id));
