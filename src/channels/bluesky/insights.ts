// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Figure } from '../port.ts';
import { INSIGHT_POSTS } from './limits.ts';
import { type Acting, ownRecords, POST } from './records.ts';
import { threadOf } from './wire.ts';

/** Bluesky counts and measures nothing: no views, no reach. */
export async function insights({ agent, did }: Acting): Promise<readonly Figure[]> {
  const profile = await agent.app.bsky.actor.getProfile({ actor: did });
  const figures: Figure[] = [{ measure: 'followers', post: null, value: profile.data.followersCount ?? 0 }];
  const uris: string[] = [];
  for await (const { uri, value } of ownRecords(agent, did, POST)) {
    if (threadOf(value) === null) uris.push(uri);
    if (uris.length === INSIGHT_POSTS) break;
  }
  if (uris.length === 0) return figures;
  const { data } = await agent.app.bsky.feed.getPosts({ uris });
  for (const { uri, likeCount = 0, repostCount = 0, quoteCount = 0, replyCount = 0 } of data.posts) {
    figures.push(
      { measure: 'likes', post: uri, value: likeCount },
      { measure: 'shares', post: uri, value: repostCount + quoteCount },
      { measure: 'comments', post: uri, value: replyCount },
    );
  }
  return figures;
}
