// SPDX-License-Identifier: AGPL-3.0-or-later

import { call } from '../core/call.ts';
import { addressWith } from '../core/oauth.ts';
import type { Figure } from '../port.ts';
import { addressesFrom } from './addresses.ts';
import { type Acting, bearer, read, shaped } from './api.ts';
import { INSIGHT_DAYS, INSIGHT_VIDEOS, QUOTA_ZONE } from './limits.ts';
import { ChannelList, Report, UploadList, VideoList } from './wire.ts';

const MEASURES = { views: 'views', likes: 'likes', comments: 'comments', shares: 'shares' } as const;
type Measured = Figure['measure'];

/** The channel since its beginning and in the last four weeks, and its latest videos since their beginning. */
export async function insights(acting: Acting): Promise<readonly Figure[]> {
  const { channel, uploads } = await channelFigures(acting);
  const weeks = await fourWeeks(acting);
  return [...channel, ...weeks, ...(uploads === undefined ? [] : await videoFigures(acting, uploads))];
}

const figure = (measure: Measured, post: string | null, value: number | undefined): Figure[] =>
  value === undefined ? [] : [{ measure, post, value }];

async function channelFigures(acting: Acting): Promise<{ channel: Figure[]; uploads: string | undefined }> {
  const { items } = await read(acting, {
    shape: ChannelList,
    purpose: 'read',
    send: (api) => api.channels.list({ part: ['statistics', 'contentDetails'], id: [acting.account.externalId] }),
  });
  const { statistics, contentDetails } = items[0] ?? {};
  // Rounded by YouTube to three figures, and a nought where the channel keeps it to itself.
  const followers = statistics?.hiddenSubscriberCount === true ? undefined : statistics?.subscriberCount;
  return {
    channel: [...figure('views', null, statistics?.viewCount), ...figure('followers', null, followers)],
    uploads: contentDetails?.relatedPlaylists.uploads,
  };
}

/** Of Analytics, which has an allowance of its own; its days are California's and the last ones come late. */
async function fourWeeks(acting: Acting): Promise<Figure[]> {
  const { account, clock, timeoutMilliseconds } = acting;
  const to = dayBefore(clock.now(), 1);
  const from = dayBefore(clock.now(), INSIGHT_DAYS);
  const url = addressWith(addressesFrom(account.baseUrl).analytics, {
    ids: 'channel==MINE',
    startDate: from,
    endDate: to,
    metrics: Object.keys(MEASURES).join(','),
  });
  const answer = await call({ method: 'GET', url, headers: bearer(account) }, timeoutMilliseconds);
  const { columnHeaders, rows } = shaped(acting, answer, Report);
  const [row = []] = rows;
  return columnHeaders.flatMap(({ name }, column) => {
    const measure = Object.entries(MEASURES).find(([known]) => known === name)?.[1];
    const value = row[column];
    return measure === undefined || typeof value !== 'number' ? [] : [{ measure, post: null, value, from, to }];
  });
}

const CALIFORNIAN_DAY = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: QUOTA_ZONE });
const DAY_MILLISECONDS = 86_400_000;
const dayBefore = (now: Date, days: number): string =>
  CALIFORNIAN_DAY.format(new Date(now.getTime() - days * DAY_MILLISECONDS));

async function videoFigures(acting: Acting, uploads: string): Promise<Figure[]> {
  const { items } = await read(acting, {
    shape: UploadList,
    purpose: 'read',
    send: (api) => api.playlistItems.list({ part: ['snippet'], playlistId: uploads, maxResults: INSIGHT_VIDEOS }),
  });
  const id = items.map(({ snippet }) => snippet.resourceId.videoId);
  if (id.length === 0) return [];
  const videos = await read(acting, {
    shape: VideoList,
    purpose: 'read',
    send: (api) => api.videos.list({ part: ['statistics'], id, maxResults: INSIGHT_VIDEOS }),
  });
  return videos.items.flatMap(({ id: video, statistics }) => [
    ...figure('views', video, statistics?.viewCount),
    ...figure('likes', video, statistics?.likeCount),
    ...figure('comments', video, statistics?.commentCount),
  ]);
}
