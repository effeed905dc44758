// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import { ConductReports, type Gravity, type HandOverRequest } from '#staff/contract';
import { request } from '../client/request.ts';

const path = (body: string) => `/api/bodies/${encodeURIComponent(body)}/conduct-reports`;
const act = (body: string, what: string, content: object) =>
  request(ConductReports, `${path(body)}${what}`, { method: 'POST', body: content });
const one = (id: string, verb: string) => `/${encodeURIComponent(id)}/${verb}`;

export const conductQuery = (body: string) =>
  queryOptions({
    queryKey: ['conduct', body],
    queryFn: ({ signal }) => request(ConductReports, path(body), { signal }),
  });

export const reportConduct = (body: string, what: string) => act(body, '', { what });
export const confirmConduct = (body: string, id: string, gravity: Gravity) =>
  act(body, one(id, 'confirm'), { gravity });
export const handOver = (body: string, id: string, content: HandOverRequest) =>
  act(body, one(id, 'hand-over'), content);
export const dismiss = (body: string, id: string) => act(body, one(id, 'dismiss'), {});
