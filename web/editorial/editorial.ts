// SPDX-License-Identifier: AGPL-3.0-or-later
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { ContentDetail, ContentList, DraftContent, OutingList, StopView } from '#editorial/contract';
import { request } from '../client/request.ts';

/** Pictures are made ready for each network before the answer. */
const SAVING_PATIENCE_MS = 120_000;
const WATCH_MS = 5000;

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}`;
const drafts = (body: string) => `${root(body)}/editorial/drafts`;
const one = (body: string, id: string) => `${drafts(body)}/${encodeURIComponent(id)}`;

export const contentsQuery = (body: string) =>
  queryOptions({
    queryKey: ['contents', body],
    queryFn: ({ signal }) => request(ContentList, drafts(body), { signal }),
  });

export const readContent = (body: string, id: string, signal?: AbortSignal): Promise<ContentDetail> =>
  request(ContentDetail, one(body, id), signal === undefined ? {} : { signal });

/** Looked at again while something of it is on its way. */
export const contentQuery = (body: string, id: string) =>
  queryOptions({
    queryKey: ['content', body, id],
    queryFn: ({ signal }) => readContent(body, id, signal),
    refetchInterval: ({ state }) => (isOnItsWay(state.data) ? WATCH_MS : false),
  });

const isOnItsWay = (detail: ContentDetail | undefined): boolean =>
  detail?.outings.some(({ state, byHand }) => state === 'waiting' || (state === 'ordered' && byHand === null)) ?? false;

export const openContent = (body: string, content: DraftContent): Promise<ContentDetail> =>
  request(ContentDetail, drafts(body), { method: 'POST', body: { content } });

export const saveContent = (body: string, id: string, saving: { version: number; content: DraftContent }) =>
  request(ContentDetail, one(body, id), { method: 'PUT', body: saving, patienceMs: SAVING_PATIENCE_MS });

/** One step of a draft; see the routes of the server. */
export const step = (body: string, id: string, verb: string, content: object): Promise<ContentDetail> =>
  request(ContentDetail, `${one(body, id)}/${verb}`, { method: 'POST', body: content });

export const outingStep = (body: string, id: string, verb: string, content: object): Promise<ContentDetail> =>
  request(ContentDetail, `${root(body)}/editorial/outings/${encodeURIComponent(id)}/${verb}`, {
    method: 'POST',
    body: content,
  });

/** What is on its way, and what waits for somebody; what nobody knows the fate of is among it. */
export const outingsQuery = (body: string) =>
  queryOptions({
    queryKey: ['contents', body, 'outings'],
    queryFn: ({ signal }) => request(OutingList, `${root(body)}/editorial/outings`, { signal }),
  });

export const stopQuery = (body: string) =>
  queryOptions({
    queryKey: ['contents', body, 'stop'],
    queryFn: ({ signal }) => request(StopView, `${root(body)}/editorial/stop`, { signal }),
  });

export const stopOutings = (body: string, content: object): Promise<StopView> =>
  request(StopView, `${root(body)}/editorial/stop`, { method: 'POST', body: content });

export const liftStop = (body: string, content: object): Promise<StopView> =>
  request(StopView, `${root(body)}/editorial/stop/lift`, { method: 'POST', body: content });

/** What the server answered takes the place of what was known. */
export function keep(queries: QueryClient, body: string, detail: ContentDetail): void {
  queries.setQueryData(contentQuery(body, detail.id).queryKey, detail);
  void queries.invalidateQueries({ queryKey: contentsQuery(body).queryKey });
}

export const emptyContent = (title: string): DraftContent =>
  DraftContent.parse({
    ...{ title, text: '', links: [], media: [], variants: [], at: null, goes: 'fired' },
    ...{ source: '', justifications: [], leftOut: [], initiative: null, kinds: [], answers: [] },
  });
