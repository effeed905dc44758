// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import { CaseMedia } from '#moderation/contract';
import { request } from '../../client/request.ts';

const root = (body: string, id: string) =>
  `/api/bodies/${encodeURIComponent(body)}/cases/${encodeURIComponent(id)}/media`;

/** A network that takes its time is asked again so often. */
const PENDING_MS = 2_000;

/** What came with a case's item; asked of the network by the first who opens the case. */
export const caseMediaQuery = (body: string, id: string, revision: number) =>
  queryOptions({
    queryKey: ['cases', body, 'media', id, revision],
    queryFn: ({ signal }) => request(CaseMedia, root(body, id), { signal }),
    // Of the same case before it changed: what was uncovered stays so.
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => (state.data?.state === 'pending' ? PENDING_MS : false),
  });

export const fileAddress = (body: string, id: string, piece: string): string =>
  `${root(body, id)}/${encodeURIComponent(piece)}`;
