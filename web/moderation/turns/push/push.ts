// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import { type PushDeviceRequest, PushTrial, PushView } from '#moderation/contract';
import { request } from '../../../client/request.ts';

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}/push`;
const devicePath = (body: string, id: string) => `${root(body)}/devices/${encodeURIComponent(id)}`;

export const pushQuery = (body: string) =>
  queryOptions({
    queryKey: ['turns', body, 'push'],
    queryFn: ({ signal }) => request(PushView, root(body), { signal }),
  });

const post = { method: 'POST' } as const;

export const addDevice = (body: string, asked: PushDeviceRequest): Promise<PushView> =>
  request(PushView, `${root(body)}/devices`, { ...post, body: asked });

export const removeDevice = (body: string, id: string): Promise<PushView> =>
  request(PushView, `${devicePath(body, id)}/removal`, { ...post, body: {} });

export const tryDevice = (body: string, id: string): Promise<PushTrial> =>
  request(PushTrial, `${devicePath(body, id)}/trial`, { ...post, body: {} });
