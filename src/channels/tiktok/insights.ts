// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Figure } from '../port.ts';
import { type Acting, read } from './api.ts';
import { LATEST_VIDEOS } from './limits.ts';
import { Profile, Unreadable, VIDEO_FIELDS, type Video, VideoPage } from './wire.ts';

/** Who follows the account, and what TikTok counts of its latest videos; one or two days late. Throws `ChannelFault`. */
export async function insights({ business, account, now }: Acting): Promise<readonly Figure[]> {
  const business_id = account.externalId;
  const profile = await read(business, Profile, {
    asked: {
      method: 'GET',
      path: 'business/get/',
      query: { business_id, fields: JSON.stringify(['followers_count']) },
    },
    now,
  });
  const query = { business_id, fields: VIDEO_FIELDS, cursor: '0', max_count: `${LATEST_VIDEOS}` };
  const came = await read(business, VideoPage, { asked: { method: 'GET', path: 'business/video/list/', query }, now });
  const videos = came === 'gone' ? [] : came.found.videos.flatMap((one) => (one instanceof Unreadable ? [] : [one]));
  const followers = profile === 'gone' ? undefined : profile.found.followers_count;
  return [
    ...(followers === undefined ? [] : [{ measure: 'followers' as const, post: null, value: followers }]),
    ...videos.flatMap(figuresOf),
  ];
}

const figuresOf = ({ item_id: post, ...counted }: Video): Figure[] => [
  { measure: 'views', post, value: counted.video_views },
  { measure: 'reach', post, value: counted.reach },
  { measure: 'likes', post, value: counted.likes },
  { measure: 'comments', post, value: counted.comments },
  { measure: 'shares', post, value: counted.shares },
];
