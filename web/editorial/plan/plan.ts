// SPDX-License-Identifier: AGPL-3.0-or-later
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  CalendarReading,
  FeedList,
  FreshnessList,
  NewFeed,
  PlanCalendar,
  type PlanChoiceRequest,
  type PlanContent,
  PlanDetail,
  PlanList,
  type PlanSlot,
} from '#editorial/contract';
import { request } from '../../client/request.ts';

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}/editorial`;
const one = (body: string, id: string) => `${root(body)}/plans/${encodeURIComponent(id)}`;

export const plansQuery = (body: string) =>
  queryOptions({
    queryKey: ['plans', body],
    queryFn: ({ signal }) => request(PlanList, `${root(body)}/plans`, { signal }),
  });

export const planQuery = (body: string, id: string) =>
  queryOptions({
    queryKey: ['plan', body, id],
    queryFn: ({ signal }) => request(PlanDetail, one(body, id), { signal }),
  });

export interface Days {
  readonly from: string;
  readonly to: string;
}

export const calendarQuery = (body: string, { from, to }: Days) =>
  queryOptions({
    queryKey: ['plan-calendar', body, from, to],
    queryFn: ({ signal }) => request(PlanCalendar, `${root(body)}/calendar?from=${from}&to=${to}`, { signal }),
  });

export const freshnessQuery = (body: string) =>
  queryOptions({
    queryKey: ['freshness', body],
    queryFn: ({ signal }) => request(FreshnessList, `${root(body)}/freshness`, { signal }),
  });

export const feedsQuery = (body: string) =>
  queryOptions({
    queryKey: ['plan-feeds', body],
    queryFn: ({ signal }) => request(FeedList, `${root(body)}/plan-feeds`, { signal }),
  });

export const openPlan = (body: string, content: PlanContent): Promise<PlanDetail> =>
  request(PlanDetail, `${root(body)}/plans`, { method: 'POST', body: { content } });

export const savePlan = (
  body: string,
  { id, version, content }: { readonly id: string; readonly version: number; readonly content: PlanContent },
): Promise<PlanDetail> => request(PlanDetail, one(body, id), { method: 'PUT', body: { version, content } });

export const planStep = (body: string, id: string, verb: string, content: object): Promise<PlanDetail> =>
  request(PlanDetail, `${one(body, id)}/${verb}`, { method: 'POST', body: content });

/** Changes the slots of a plan on top of what it says now. */
export async function changeSlots(
  body: string,
  id: string,
  change: (slots: readonly PlanSlot[]) => PlanSlot[],
): Promise<PlanDetail> {
  const { version, content } = await request(PlanDetail, one(body, id));
  return savePlan(body, { id, version, content: { ...content, slots: change(content.slots) } });
}

export const readCalendarFile = (body: string, id: string, text: string): Promise<CalendarReading> =>
  request(CalendarReading, `${one(body, id)}/calendar-reading`, { method: 'POST', body: { text } });

export const calendarFile = (body: string, id: string): string => `${one(body, id)}/calendar.ics`;

export const choosePlanTerms = (body: string, choice: PlanChoiceRequest): Promise<PlanList> =>
  request(PlanList, `${root(body)}/plan-choice`, { method: 'POST', body: choice });

export const makeFeed = (body: string) => request(NewFeed, `${root(body)}/plan-feeds`, { method: 'POST', body: {} });

export const endFeed = (body: string, id: string): Promise<FeedList> =>
  request(FeedList, `${root(body)}/plan-feeds/${encodeURIComponent(id)}/end`, { method: 'POST', body: {} });

export const freshnessStep = (body: string, path: string, content: object): Promise<FreshnessList> =>
  request(FreshnessList, `${root(body)}/freshness${path}`, { method: 'POST', body: content });

/** What the server answered takes the place of what was known; what hangs on it is asked for again. */
export function keepPlan(queries: QueryClient, body: string, detail: PlanDetail): void {
  queries.setQueryData(planQuery(body, detail.id).queryKey, detail);
  for (const queryKey of [
    ['plans', body],
    ['plan-calendar', body],
    ['content', body],
    ['to-do', body],
  ])
    void queries.invalidateQueries({ queryKey });
}
