// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import { CrisisState, CrisisView, Waves } from '#moderation/contract';
import { request } from '../../client/request.ts';

const EVERY_MS = 15_000;
const WAVES_EVERY_MS = 60_000;
const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}`;

export const crisisQuery = (body: string) =>
  queryOptions({
    queryKey: ['crisis', body, 'state'],
    queryFn: ({ signal }) => request(CrisisView, `${root(body)}/crisis`, { signal }),
    refetchInterval: EVERY_MS,
  });

export const crisisStateQuery = (body: string) =>
  queryOptions({
    queryKey: ['crisis', body, 'on'],
    queryFn: ({ signal }) => request(CrisisState, `${root(body)}/crisis/state`, { signal }),
    refetchInterval: EVERY_MS,
  });

export const wavesQuery = (body: string) =>
  queryOptions({
    queryKey: ['crisis', body, 'waves'],
    queryFn: ({ signal }) => request(Waves, `${root(body)}/waves`, { signal }),
    refetchInterval: WAVES_EVERY_MS,
    staleTime: EVERY_MS,
  });

export interface CrisisAct {
  /** After `/crisis`: empty for the beginning. */
  readonly path: string;
  readonly content?: object;
  readonly key?: string;
}

export const crisisAct = (body: string, { path, content = {}, key }: CrisisAct): Promise<CrisisView> =>
  request(CrisisView, `${root(body)}/crisis${path}`, {
    ...{ method: 'POST', body: content },
    ...(key !== undefined && { headers: { 'idempotency-key': key } }),
  });
