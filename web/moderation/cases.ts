// SPDX-License-Identifier: AGPL-3.0-or-later
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { CaseDetail, CasePage, type DecisionRequest, type ReferralChoice } from '#moderation/contract';
import { request } from '../client/request.ts';
import { filterKey, type QueueFilter } from './filter.ts';

const PAGE = 50;
const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}`;

function casesPath(
  body: string,
  filter: QueueFilter,
  page: { readonly cursor: string | null; readonly limit: number },
) {
  const query = new URLSearchParams({ state: filter.state, limit: String(page.limit) });
  const { state: _state, ...narrow } = filter;
  for (const [name, value] of Object.entries(narrow)) if (value !== undefined) query.set(name, value);
  if (page.cursor !== null) query.set('cursor', page.cursor);
  return `${root(body)}/cases?${query}`;
}

/**
 * The queue, page by page. It never refetches by itself: rows would move under the reader's eyes. Single rows are
 * brought up to date in place, and the reader asks for the new ones.
 */
export const queueQuery = (body: string, filter: QueueFilter) =>
  infiniteQueryOptions({
    queryKey: ['cases', body, 'queue', filter.state, filterKey(filter)],
    queryFn: ({ pageParam, signal }) =>
      request(CasePage, casesPath(body, filter, { cursor: pageParam, limit: PAGE }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    staleTime: Number.POSITIVE_INFINITY,
    // Left and taken up again (another filter, another page), it starts fresh.
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** The first page of what is open, outside any list: to see what came while nobody listened. */
export const firstCases = (body: string): Promise<CasePage> =>
  request(CasePage, casesPath(body, { state: 'open', network: undefined }, { cursor: null, limit: PAGE }));

export const countersQuery = (body: string) =>
  queryOptions({
    queryKey: ['cases', body, 'counters'],
    queryFn: async ({ signal }) => {
      const path = casesPath(body, { state: 'open', network: undefined }, { cursor: null, limit: 1 });
      return (await request(CasePage, path, { signal })).counters;
    },
  });

const UNDER_WAY_MILLISECONDS = 3000;
const isUnderWay = ({ enforcement }: CaseDetail): boolean => ['queued', 'sent', 'under-way'].includes(enforcement);

export const caseQuery = (body: string, id: string) =>
  queryOptions({
    queryKey: ['cases', body, 'case', id],
    queryFn: ({ signal }) => request(CaseDetail, `${root(body)}/cases/${encodeURIComponent(id)}`, { signal }),
    // News tell what became of a write; should they be missed, whoever looks at the case is not left waiting.
    refetchInterval: ({ state: { data } }) => (data !== undefined && isUnderWay(data) ? UNDER_WAY_MILLISECONDS : false),
  });

export interface Submission {
  readonly decision: DecisionRequest;
  /** Of a request that is handed over. */
  readonly referral?: ReferralChoice;
  readonly key: string;
}

/** `key` stays the same when the same decision is sent again after no answer: the server records it once. */
export const decide = (body: string, id: string, { decision, referral, key }: Submission): Promise<CaseDetail> =>
  request(CaseDetail, `${root(body)}/cases/${encodeURIComponent(id)}/${referral ? 'referrals' : 'decisions'}`, {
    method: 'POST',
    body: referral ? { ...decision, referral } : decision,
    headers: { 'idempotency-key': key },
  });

export const undo = (body: string, decision: string, reasons: string): Promise<CaseDetail> =>
  request(CaseDetail, `${root(body)}/decisions/${encodeURIComponent(decision)}/undo`, {
    method: 'POST',
    body: { reasons },
  });

export const confirmByHand = (body: string, enforcement: string, note: string): Promise<CaseDetail> =>
  request(CaseDetail, `${root(body)}/enforcements/${encodeURIComponent(enforcement)}/done`, {
    method: 'POST',
    body: { note },
  });

/** Sends again a write that the network had refused. */
export const retryEnforcement = (body: string, enforcement: string): Promise<CaseDetail> =>
  request(CaseDetail, `${root(body)}/enforcements/${encodeURIComponent(enforcement)}/retry`, {
    method: 'POST',
    body: {},
  });

export const newsAddress = (body: string): string => `${root(body)}/news`;
