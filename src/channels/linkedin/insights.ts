// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Figure } from '../port.ts';
import { INSIGHT_POSTS } from './limits.ts';
import { type Acting, read } from './rest.ts';
import { encoded } from './urn.ts';
import { type Counts, NetworkSize, PostList, StatisticsList } from './wire.ts';

/** What LinkedIn counts of the page since its beginning, of its followers and of its latest posts. Throws `ChannelFault`. */
export async function insights(acting: Acting): Promise<readonly Figure[]> {
  const organization = encoded(acting.account.externalId);
  const whole = await statistics(acting, {});
  const size = await read(acting, NetworkSize, {
    path: `networkSizes/${organization}`,
    query: { edgeType: 'COMPANY_FOLLOWED_BY_MEMBER' },
  });
  const figures = whole.flatMap(({ totalShareStatistics }) => figuresOf(null, totalShareStatistics));
  if (size !== 'gone') figures.push({ measure: 'followers', post: null, value: size.found.firstDegreeSize });
  return [...figures, ...(await ofPosts(acting))];
}

async function ofPosts(acting: Acting): Promise<readonly Figure[]> {
  const came = await read(acting, PostList, {
    path: 'posts',
    query: {
      q: 'author',
      author: encoded(acting.account.externalId),
      sortBy: 'CREATED',
      start: '0',
      count: `${INSIGHT_POSTS}`,
    },
    restMethod: 'FINDER',
  });
  const posts = came === 'gone' ? [] : came.found.elements.flatMap((post) => ('commentary' in post ? [post.id] : []));
  const [shares, others] = [
    posts.filter((id) => id.startsWith('urn:li:share:')),
    posts.filter((id) => id.startsWith('urn:li:ugcPost:')),
  ];
  const counted = [
    ...(shares.length > 0 ? await statistics(acting, { shares: listOf(shares) }) : []),
    ...(others.length > 0 ? await statistics(acting, { ugcPosts: listOf(others) }) : []),
  ];
  return counted.flatMap(({ share, ugcPost, totalShareStatistics }) => {
    const post = share ?? ugcPost;
    return post === undefined ? [] : figuresOf(post, totalShareStatistics);
  });
}

const listOf = (urns: readonly string[]): string => `List(${urns.map(encoded).join(',')})`;

async function statistics(acting: Acting, of: Readonly<Record<string, string>>) {
  const came = await read(acting, StatisticsList, {
    path: 'organizationalEntityShareStatistics',
    query: { q: 'organizationalEntity', organizationalEntity: encoded(acting.account.externalId), ...of },
    restMethod: 'FINDER',
  });
  return came === 'gone' ? [] : came.found.elements;
}

const figuresOf = (post: string | null, counts: Counts): Figure[] => [
  { measure: 'views', post, value: counts.impressionCount },
  { measure: 'reach', post, value: counts.uniqueImpressionsCount },
  { measure: 'clicks', post, value: counts.clickCount },
  { measure: 'likes', post, value: counts.likeCount },
  { measure: 'comments', post, value: counts.commentCount },
  { measure: 'shares', post, value: counts.shareCount },
];
