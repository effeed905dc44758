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

/** What is picked in the queue: in memory only, gone with the page. */
let picked: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

function change(next: ReadonlySet<string>): void {
  picked = next;
  for (const listener of listeners) listener();
}

export function togglePicked(id: string): void {
  const next = new Set(picked);
  if (!next.delete(id) && next.size < MOST_TOGETHER) next.add(id);
  change(next);
}

export const clearPicked = (): void => change(new Set());

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const usePicked = (): ReadonlySet<string> => useSyncExternalStore(subscribe, () => picked);
export const useIsPicked = (id: string): boolean => useSyncExternalStore(subscribe, () => picked.has(id));
