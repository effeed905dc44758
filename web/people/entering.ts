// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import { AccessPage, type FactorRuleRequest } from '#governance/contract';
import { request } from '../client/request.ts';

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}`;
const act = (path: string, content: object) => request(AccessPage, path, { method: 'POST', body: content });

/** How the people of a body prove who they are. */
export const enteringQuery = (body: string) =>
  queryOptions({
    queryKey: ['entering', body],
    queryFn: ({ signal }) => request(AccessPage, `${root(body)}/access`, { signal }),
  });

export const chooseRule = (body: string, content: FactorRuleRequest) =>
  act(`${root(body)}/access/second-factor`, content);
export const chooseByEmail = (body: string, byEmail: boolean) => act(`${root(body)}/access/by-email`, { byEmail });
export const resetFactor = (body: string, person: string, reason: string) =>
  act(`${root(body)}/people/${encodeURIComponent(person)}/second-factor/reset`, { reason });
