// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import { UrgencyView } from '#editorial/contract';
import { request } from '../client/request.ts';

const path = (body: string) => `/api/bodies/${encodeURIComponent(body)}/editorial/urgency`;

export const urgencyQuery = (body: string) =>
  queryOptions({
    queryKey: ['contents', body, 'urgency'],
    queryFn: ({ signal }) => request(UrgencyView, path(body), { signal }),
  });

export const allowUrgency = (body: string, content: object): Promise<UrgencyView> =>
  request(UrgencyView, path(body), { method: 'POST', body: content });

export const endUrgency = (body: string): Promise<UrgencyView> =>
  request(UrgencyView, `${path(body)}/end`, { method: 'POST', body: {} });
