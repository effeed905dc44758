// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type GraphReader, graphReader, Id, listOf, Moment } from '../core/graph.ts';
import type { Figure } from '../port.ts';
import type { Acting } from './acting.ts';
import { errors } from './errors.ts';
import { INSIGHT_DAYS, INSIGHT_POSTS } from './limits.ts';

type Measure = Figure['measure'];

/** Of the Page, day by day. A sum of people reached on several days would count some twice: days stay apart. */
const PAGE_METRICS: Readonly<Record<string, Measure>> = {
  page_media_view: 'views',
  page_total_media_view_unique: 'reach',
  page_post_engagements: 'engagements',
  page_follows: 'followers',
};

/** Of a post, since the beginning. */
const POST_METRICS: Readonly<Record<string, Measure>> = {
  post_media_view: 'views',
  post_total_media_view_unique: 'reach',
  post_clicks: 'clicks',
  post_reactions_by_type_total: 'likes',
};

const Metrics = listOf(
  z.object({
    name: z.string(),
    period: z.string(),
    values: z.array(z.object({ value: z.unknown(), end_time: Moment.optional() })),
  }),
);
type Metric = z.infer<typeof Metrics>['data'][number];

const Posts = listOf(z.object({ id: Id, shares: z.object({ count: z.number() }).nullish() }));

/** What Facebook counts of the Page's last days and of its latest posts. */
export async function insights({ graph, pageId, now }: Acting): Promise<readonly Figure[]> {
  const reader = graphReader(graph, errors);
  const page = encodeURIComponent(pageId);
  const { data: posts } = await reader.read(Posts, `${page}/published_posts`, {
    fields: 'id,shares',
    limit: `${INSIGHT_POSTS}`,
  });
  const figures = [...(await pageFigures(reader, page, now))];
  for (const { id, shares } of posts) {
    if (shares) figures.push({ measure: 'shares', post: id, value: shares.count });
    figures.push(...(await postFigures(reader, id)));
  }
  return figures;
}

async function pageFigures(reader: GraphReader, page: string, now: Date): Promise<readonly Figure[]> {
  const until = Math.floor(now.getTime() / 1000);
  const { data } = await reader.read(Metrics, `${page}/insights`, {
    metric: Object.keys(PAGE_METRICS).join(','),
    period: 'day',
    since: until - INSIGHT_DAYS * 86_400,
    until,
  });
  return data.flatMap((metric) => {
    const measure = PAGE_METRICS[metric.name];
    if (measure === undefined) return [];
    return measure === 'followers' ? lastOf(metric, measure) : daysOf(metric, measure);
  });
}

/** A day is told by the moment when it ends, in Facebook's own zone. */
const daysOf = ({ values }: Metric, measure: Measure): readonly Figure[] =>
  values.flatMap(({ value, end_time: end }) => {
    const count = countOf(value);
    if (count === null || end === undefined) return [];
    const day = new Date(end.getTime() - 86_400_000).toISOString().slice(0, 10);
    return [{ measure, post: null, value: count, from: day, to: day }];
  });

function lastOf({ values }: Metric, measure: Measure): readonly Figure[] {
  const count = countOf(values.at(-1)?.value);
  return count === null ? [] : [{ measure, post: null, value: count }];
}

async function postFigures(reader: GraphReader, post: string): Promise<readonly Figure[]> {
  const { data } = await reader.read(Metrics, `${encodeURIComponent(post)}/insights`, {
    metric: Object.keys(POST_METRICS).join(','),
  });
  return data.flatMap((metric) => {
    const measure = POST_METRICS[metric.name];
    const count = countOf(metric.values.at(-1)?.value);
    return measure === undefined || count === null ? [] : [{ measure, post, value: count }];
  });
}

/** A number, or numbers by kind (reactions): then all of them. */
function countOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  const kinds = z.record(z.string(), z.number()).safeParse(value);
  return kinds.success ? Object.values(kinds.data).reduce((sum, count) => sum + count, 0) : null;
}
