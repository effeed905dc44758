// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import { AuthorOfQueue, QueueChoices, type QueueViewRequest, QueueViews } from '#moderation/contract';
import { request } from '../../client/request.ts';

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}`;
/** What the policy offers changes with a version, views when somebody keeps one. */
const LASTS_MS = 300_000;

export const viewsQuery = (body: string) =>
  queryOptions({
    queryKey: ['queue-views', body],
    queryFn: ({ signal }) => request(QueueViews, `${root(body)}/queue-views`, { signal }),
  });

export const choicesQuery = (body: string) =>
  queryOptions({
    queryKey: ['queue-choices', body],
    queryFn: ({ signal }) => request(QueueChoices, `${root(body)}/queue-choices`, { signal }),
    staleTime: LASTS_MS,
  });

export const authorNameQuery = (body: string, author: string) =>
  queryOptions({
    queryKey: ['queue-author', body, author],
    queryFn: ({ signal }) => request(AuthorOfQueue, `${root(body)}/authors/${author}/name`, { signal }),
    staleTime: LASTS_MS,
  });

export const keepView = (body: string, id: string, view: QueueViewRequest): Promise<QueueViews> =>
  request(QueueViews, `${root(body)}/queue-views/${id}`, { method: 'PUT', body: view });

export const dropView = (body: string, id: string): Promise<QueueViews> =>
  request(QueueViews, `${root(body)}/queue-views/${id}/drop`, { method: 'POST', body: {} });
