// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Graph, type GraphReader, graphReader, listOf, Moment } from '../core/graph.ts';
import { attempt } from '../core/graph-stopping.ts';
import type { Figure } from '../port.ts';
import { errors } from './errors.ts';
import { INSIGHT_POSTS } from './limits.ts';
import { OneList, OWN_FIELDS } from './wire.ts';

/** What Threads counts of a post, by our names; whoever reposts or quotes passes it on too. */
const OF_POST: Readonly<Record<string, Figure['measure']>> = {
  views: 'views',
  likes: 'likes',
  replies: 'comments',
  reposts: 'shares',
  quotes: 'shares',
  shares: 'shares',
};

const Metrics = listOf(
  z.object({
    name: z.string(),
    total_value: z.object({ value: z.number() }).optional(),
    values: z.array(z.object({ value: z.number(), end_time: Moment.optional() })).optional(),
  }),
);
type Metric = z.infer<typeof Metrics>['data'][number];

/** The profile's views day by day, its followers now, and the figures of its latest posts since they came out. */
export async function insights(graph: Graph): Promise<readonly Figure[]> {
  const reader = graphReader(graph, errors);
  // Of its other totals Threads does not say which days they cover.
  const { data } = await reader.read(Metrics, 'me/threads_insights', { metric: 'views,followers_count' });
  return [...data.flatMap(ofProfile), ...(await ofPosts(reader))];
}

function ofProfile({ name, total_value: total, values = [] }: Metric): readonly Figure[] {
  if (name === 'followers_count' && total !== undefined)
    return [{ measure: 'followers', post: null, value: total.value }];
  if (name !== 'views') return [];
  return values.flatMap(({ value, end_time: end }) => {
    if (end === undefined) return [];
    // A day ends where the next begins.
    const day = new Date(end.getTime() - 1).toISOString().slice(0, 10);
    return [{ measure: 'views' as const, post: null, value, from: day, to: day }];
  });
}

async function ofPosts(reader: GraphReader): Promise<readonly Figure[]> {
  const { data: posts } = await reader.read(OneList, 'me/threads', { fields: OWN_FIELDS, limit: INSIGHT_POSTS });
  const found: Figure[] = [];
  for (const { id } of posts) {
    const metric = Object.keys(OF_POST).join(',');
    const metrics = await attempt(reader, () => reader.read(Metrics, `${encodeURIComponent(id)}/insights`, { metric }));
    if (metrics.state === 'stopped') break;
    if (metrics.state === 'read') found.push(...ofPost(metrics.found.data, id));
  }
  return found;
}

function ofPost(metrics: readonly Metric[], post: string): readonly Figure[] {
  const totals = new Map<Figure['measure'], number>();
  for (const { name, values, total_value: total } of metrics) {
    const measure = OF_POST[name];
    const value = values?.at(-1)?.value ?? total?.value;
    if (measure !== undefined && value !== undefined) totals.set(measure, (totals.get(measure) ?? 0) + value);
  }
  return [...totals].map(([measure, value]) => ({ measure, post, value }));
}
