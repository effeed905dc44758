// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import { BegunAgain, type Pace, RehearsalView, ToldStory } from '#app/contract';
import { request } from '../client/request.ts';

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}/rehearsal`;

export const rehearsalQuery = (body: string) =>
  queryOptions({
    queryKey: ['rehearsal', body],
    queryFn: ({ signal }) => request(RehearsalView, root(body), { signal }),
  });

export const tell = (body: string, story: string, pace: Pace): Promise<ToldStory> =>
  request(ToldStory, `${root(body)}/stories/${encodeURIComponent(story)}`, { method: 'POST', body: { pace } });

export const beginAgain = (body: string): Promise<{ accounts: number }> =>
  request(BegunAgain, `${root(body)}/beginning`, { method: 'POST', body: {} });
