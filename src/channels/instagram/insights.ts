// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { Clock } from '#kernel';
import { type Graph, type GraphReader, graphReader, listOf } from '../core/graph.ts';
import { attempt } from '../core/graph-stopping.ts';
import type { Figure } from '../port.ts';
import { errors } from './errors.ts';
import { INSIGHT_POSTS } from './limits.ts';
import { OWN_MEDIA_FIELDS, OwnMediaList } from './wire.ts';

/** What Instagram counts, by our names. */
const OF_ACCOUNT: Readonly<Record<string, Figure['measure']>> = {
  views: 'views',
  reach: 'reach',
  total_interactions: 'engagements',
  likes: 'likes',
  comments: 'comments',
  shares: 'shares',
  profile_links_taps: 'clicks',
};
const OF_POST: Readonly<Record<string, Figure['measure']>> = {
  views: 'views',
  reach: 'reach',
  total_interactions: 'engagements',
  likes: 'likes',
  comments: 'comments',
  shares: 'shares',
};

/** Of the account as one total, of a post as the only value of a list. */
const Metric = z.object({
  name: z.string(),
  total_value: z.object({ value: z.number() }).optional(),
  values: z.array(z.object({ value: z.number() })).optional(),
});
const Metrics = listOf(Metric);
const Followers = z.object({ followers_count: z.number().int().optional() });

const DAY_SECONDS = 86_400;

/** The account's figures of yesterday, its followers now, and those of its latest posts since they came out. */
export async function insights(
  { graph, clock }: { readonly graph: Graph; readonly clock: Clock },
  accountId: string,
): Promise<readonly Figure[]> {
  const reader = graphReader(graph, errors);
  const account = encodeURIComponent(accountId);
  const today = Math.floor(clock.now().getTime() / 1000 / DAY_SECONDS) * DAY_SECONDS;
  const day = new Date((today - DAY_SECONDS) * 1000).toISOString().slice(0, 10);
  const { data } = await reader.read(Metrics, `${account}/insights`, {
    metric: Object.keys(OF_ACCOUNT).join(','),
    period: 'day',
    metric_type: 'total_value',
    since: today - DAY_SECONDS,
    until: today,
  });
  const { followers_count: followers } = await reader.read(Followers, account, { fields: 'followers_count' });
  return [
    ...figures(data, OF_ACCOUNT, null).map((figure) => ({ ...figure, from: day, to: day })),
    ...(followers === undefined ? [] : [{ measure: 'followers' as const, post: null, value: followers }]),
    ...(await ofPosts(reader, account)),
  ];
}

async function ofPosts(reader: GraphReader, account: string): Promise<readonly Figure[]> {
  const query = { fields: OWN_MEDIA_FIELDS, limit: INSIGHT_POSTS };
  const { data: posts } = await reader.read(OwnMediaList, `${account}/media`, query);
  const found: Figure[] = [];
  for (const { id } of posts) {
    const path = `${encodeURIComponent(id)}/insights`;
    const metrics = await attempt(reader, () => reader.read(Metrics, path, { metric: Object.keys(OF_POST).join(',') }));
    if (metrics.state === 'stopped') break;
    // Of a post older than the professional account Instagram counts nothing.
    if (metrics.state === 'read') found.push(...figures(metrics.found.data, OF_POST, id));
  }
  return found;
}

function figures(
  metrics: readonly z.infer<typeof Metric>[],
  names: Readonly<Record<string, Figure['measure']>>,
  post: string | null,
): readonly Figure[] {
  return metrics.flatMap(({ name, total_value: total, values }) => {
    const measure = names[name];
    const value = total?.value ?? values?.at(-1)?.value;
    return measure === undefined || value === undefined ? [] : [{ measure, post, value }];
  });
}
