// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { ChannelFault, type ConnectedAccount, type Figure } from '../port.ts';
import type { Client } from './client.ts';
import { inSeconds } from './conversations.ts';
import { INSIGHT_DAYS, PAGE_SIZE } from './limits.ts';
import { type Reader, readerOf } from './reader.ts';
import { Id, OneUser, Post } from './wire.ts';

const Counts = z.object({ engagements: z.number().nullish(), url_clicks: z.number().nullish() });
/** What only the author sees of a post. */
const Analysed = z
  .object({ id: Id, timestamped_metrics: z.array(z.object({ metrics: Counts.nullish() })).default([]) })
  .transform(({ id, timestamped_metrics: spans }) => {
    const sum = (name: keyof z.infer<typeof Counts>): number =>
      spans.reduce((total, { metrics }) => total + (metrics?.[name] ?? 0), 0);
    return { id, engagements: sum('engagements'), clicks: sum('url_clicks') };
  });
type Analysed = z.infer<typeof Analysed>;

/** The figures of the account and of its posts of the last thirty days: X keeps those that only the author sees no longer. */
export async function insights(
  client: Client,
  { externalId: me }: ConnectedAccount,
  now: () => Date,
): Promise<readonly Figure[]> {
  const reader = readerOf(client, now);
  const { data: account } = await reader.read(OneUser, 'users/me', { 'user.fields': 'public_metrics' });
  const until = reader.startedAt() ?? now();
  const from = new Date(until.getTime() - INSIGHT_DAYS * 86_400_000);
  const { items: posts } = await reader.list({
    shape: Post,
    path: `users/${me}/tweets`,
    query: {
      max_results: `${PAGE_SIZE}`,
      exclude: 'replies,retweets',
      start_time: inSeconds(from),
      'tweet.fields': 'created_at,edit_history_tweet_ids,public_metrics',
    },
    pages: 1,
  });
  const analysed = await analyse(reader, posts, { from, until });
  const followers = account.public_metrics?.followers_count;
  return [
    ...(followers === undefined ? [] : [{ measure: 'followers', post: null, value: followers } as const]),
    ...posts.flatMap((post) => figuresOf(post, analysed.get(post.id))),
  ];
}

/** Some contracts do not have these: the public figures are told all the same. */
async function analyse(
  reader: Reader,
  posts: readonly Post[],
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<ReadonlyMap<string, Analysed>> {
  if (posts.length === 0) return new Map();
  const query = {
    ids: posts.map(({ id }) => id).join(','),
    start_time: inSeconds(from),
    end_time: inSeconds(until),
    granularity: 'total',
    'analytics.fields': 'engagements,id,url_clicks',
  };
  try {
    const { items } = await reader.list({ shape: Analysed, path: 'tweets/analytics', query, partial: true });
    return new Map(items.map((one) => [one.id, one]));
  } catch (cause) {
    if (cause instanceof ChannelFault && cause.error.kind === 'role-lost') return new Map();
    throw cause;
  }
}

function figuresOf({ first: post, metrics }: Post, analysed: Analysed | undefined): Figure[] {
  const shares = [metrics.retweet_count ?? metrics.repost_count, metrics.quote_count].filter(
    (count) => count !== undefined,
  );
  const told: readonly (readonly [Figure['measure'], number | undefined])[] = [
    ['views', metrics.impression_count],
    ['engagements', analysed?.engagements],
    ['likes', metrics.like_count],
    ['comments', metrics.reply_count],
    ['shares', shares.length === 0 ? undefined : shares.reduce((total, count) => total + count, 0)],
    ['clicks', analysed?.clicks],
  ];
  return told.flatMap(([measure, value]) => (value === undefined ? [] : [{ measure, post, value }]));
}
