// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import {
  type DepartureRequest,
  type EndRequest,
  Entered,
  type EntryRequest,
  LinkView,
  type MandateAct,
  type MandateRequest,
  PeoplePage,
  type TrainingRequest,
} from '#governance/contract';
import { command, request } from '../client/request.ts';

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}`;
const person = (body: string, id: string) => `${root(body)}/people/${encodeURIComponent(id)}`;
const act = (path: string, content: object) => request(PeoplePage, path, { method: 'POST', body: content });

export const peopleQuery = (body: string) =>
  queryOptions({
    queryKey: ['people', body],
    queryFn: ({ signal }) => request(PeoplePage, `${root(body)}/people`, { signal }),
  });

export const enter = (body: string, content: EntryRequest) =>
  request(Entered, `${root(body)}/people`, { method: 'POST', body: content });
export const newLink = (body: string, id: string) =>
  request(Entered, `${person(body, id)}/link`, { method: 'POST', body: {} });
export const give = (body: string, id: string, content: MandateRequest) => act(`${person(body, id)}/mandates`, content);
export const train = (body: string, id: string, content: TrainingRequest) =>
  act(`${person(body, id)}/training`, content);
export const leave = (body: string, id: string, content: DepartureRequest) =>
  act(`${person(body, id)}/departure`, content);
export const designate = (body: string, mandate: string, content: MandateAct) =>
  act(`${root(body)}/mandates/${encodeURIComponent(mandate)}/act`, content);
export const end = (body: string, mandate: string, content: EndRequest) =>
  act(`${root(body)}/mandates/${encodeURIComponent(mandate)}/end`, content);
export const done = (body: string, task: string) =>
  act(`${root(body)}/departure-tasks/${encodeURIComponent(task)}/done`, {});

export const lookAtLink = (token: string, signal: AbortSignal) =>
  request(LinkView, '/api/invitations/look', { method: 'POST', body: { token }, signal });
export const choosePassword = (token: string, password: string) =>
  command('/api/invitations/accept', { body: { token, password } });
