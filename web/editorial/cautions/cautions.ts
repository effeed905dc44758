// SPDX-License-Identifier: AGPL-3.0-or-later
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { CautionsView } from '#editorial/contract';
import { request } from '../../client/request.ts';
import { contentsQuery } from '../editorial.ts';

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}/editorial`;

export const cautionsQuery = (body: string) =>
  queryOptions({
    queryKey: ['cautions', body],
    queryFn: ({ signal }) => request(CautionsView, `${root(body)}/cautions`, { signal }),
  });

/** Says something of the body's cautions; see the routes of the server. */
export const say = (body: string, path: string, content: object): Promise<CautionsView> =>
  request(CautionsView, `${root(body)}/${path}`, { method: 'POST', body: content });

/** What the server answered takes the place of what was known; drafts are read anew. */
export function keepCautions(queries: QueryClient, body: string, cautions: CautionsView): void {
  queries.setQueryData(cautionsQuery(body).queryKey, cautions);
  void queries.invalidateQueries({ queryKey: ['content', body] });
  void queries.invalidateQueries({ queryKey: contentsQuery(body).queryKey });
}
