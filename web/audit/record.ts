// SPDX-License-Identifier: AGPL-3.0-or-later
import { infiniteQueryOptions } from '@tanstack/react-query';
import { RecordPage, RecordVerification } from '#moderation/contract';
import { request } from '../client/request.ts';

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}/record`;

export const recordQuery = (body: string) =>
  infiniteQueryOptions({
    queryKey: ['record', body],
    queryFn: ({ pageParam, signal }) =>
      request(RecordPage, pageParam === null ? root(body) : `${root(body)}?cursor=${encodeURIComponent(pageParam)}`, {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    refetchOnWindowFocus: false,
  });

export const verifyRecord = (body: string): Promise<RecordVerification> =>
  request(RecordVerification, `${root(body)}/verification`);
