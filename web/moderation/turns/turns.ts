// SPDX-License-Identifier: AGPL-3.0-or-later
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  Alarms,
  AlarmView,
  type CallRequest,
  type ClaimRequest,
  Claims,
  ClaimView,
  type HandoverRequest,
  Sheet,
  Sheets,
  type TurnsRequest,
  TurnsView,
} from '#moderation/contract';
import { command, request } from '../../client/request.ts';

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}`;
const casePath = (body: string, id: string) => `${root(body)}/cases/${encodeURIComponent(id)}`;
const alarmPath = (body: string, id: string) => `${root(body)}/alarms/${encodeURIComponent(id)}`;
const sheetPath = (body: string, id: string) => `${root(body)}/handover-sheets/${encodeURIComponent(id)}`;

export const claimsQuery = (body: string) =>
  queryOptions({
    queryKey: ['turns', body, 'claims'],
    queryFn: ({ signal }) => request(Claims, `${root(body)}/claims`, { signal }),
  });

export const claimQuery = (body: string, id: string) =>
  queryOptions({
    queryKey: ['turns', body, 'claim', id],
    queryFn: ({ signal }) => request(ClaimView, `${casePath(body, id)}/claim`, { signal }),
  });

export const turnsQuery = (body: string) =>
  queryOptions({
    queryKey: ['turns', body, 'plan'],
    queryFn: ({ signal }) => request(TurnsView, `${root(body)}/turns`, { signal }),
  });

export const sheetsQuery = (body: string) =>
  queryOptions({
    queryKey: ['turns', body, 'sheets'],
    queryFn: ({ signal }) => request(Sheets, `${root(body)}/handover-sheets`, { signal }),
  });

/** `id`: `now` for the sheet as it would be written now. */
export const sheetQuery = (body: string, id: string) =>
  queryOptions({
    queryKey: ['turns', body, 'sheet', id],
    queryFn: ({ signal }) => request(Sheet, sheetPath(body, id), { signal }),
  });

export const alarmsQuery = (body: string) =>
  queryOptions({
    queryKey: ['turns', body, 'alarms'],
    queryFn: ({ signal }) => request(Alarms, `${root(body)}/alarms`, { signal }),
  });

const WHILE_ALIVE_MILLISECONDS = 15_000;

/** On a telephone, outside the queue and its news: asked again until it is over. */
export const alarmQuery = (body: string, id: string) =>
  queryOptions({
    queryKey: ['turns', body, 'alarm', id],
    queryFn: ({ signal }) => request(AlarmView, alarmPath(body, id), { signal }),
    refetchInterval: ({ state: { data } }) => (data?.state === 'ended' ? false : WHILE_ALIVE_MILLISECONDS),
  });

const post = { method: 'POST' } as const;

export const claimCase = (body: string, id: string, asked: ClaimRequest): Promise<ClaimView> =>
  request(ClaimView, `${casePath(body, id)}/claim`, { ...post, body: asked });

export const releaseCase = (body: string, id: string): Promise<ClaimView> =>
  request(ClaimView, `${casePath(body, id)}/release`, { ...post, body: {} });

export const handOver = (
  body: string,
  id: string,
  { asked, key }: { readonly asked: HandoverRequest; readonly key: string },
): Promise<ClaimView> =>
  request(ClaimView, `${casePath(body, id)}/handover`, { ...post, body: asked, headers: { 'idempotency-key': key } });

export const show = (body: string, screen: string, id: string | null): Promise<void> =>
  command(`${root(body)}/presence`, { body: { screen, case: id } });

export const setTurns = (body: string, asked: TurnsRequest): Promise<TurnsView> =>
  request(TurnsView, `${root(body)}/turns`, { ...post, body: asked });

export const readSheet = (body: string, id: string): Promise<Sheet> =>
  request(Sheet, `${sheetPath(body, id)}/reading`, { ...post, body: {} });

export const takeAlarm = (body: string, id: string): Promise<AlarmView> =>
  request(AlarmView, `${alarmPath(body, id)}/take`, { ...post, body: {} });

export const recordCall = (
  body: string,
  id: string,
  { key, ...call }: CallRequest & { readonly key: string },
): Promise<AlarmView> =>
  request(AlarmView, `${alarmPath(body, id)}/calls`, {
    ...post,
    body: call,
    headers: { 'idempotency-key': key },
  });

/** Everything of one case that may have changed hands; the answer of an act is the newest there is. */
export function adoptClaim(queries: QueryClient, body: string, { id, view }: { id: string; view: ClaimView }): void {
  queries.setQueryData(claimQuery(body, id).queryKey, view);
  void queries.invalidateQueries({ queryKey: claimsQuery(body).queryKey });
  void queries.invalidateQueries({ queryKey: alarmsQuery(body).queryKey });
}
