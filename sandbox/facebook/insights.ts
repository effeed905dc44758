// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, json } from '../town/call.ts';
import { type Figures, figuresOf } from '../town/figures.ts';
import type { Account, Writing } from '../town/writing.ts';
import type { Question } from './edges.ts';
import { moment, WrongParameter } from './rendering.ts';

const DAY_SECONDS = 86_400;
const LONGEST_WINDOW_DAYS = 90;

/** Those that still answer: `page_impressions`, `page_fans` and their like were taken away. */
const PAGE_METRICS: Readonly<Record<string, (figures: Figures) => number>> = {
  page_media_view: ({ views }) => views,
  page_total_media_view_unique: ({ engaged }) => engaged,
  page_post_engagements: ({ likes, comments, shares, clicks }) => likes + comments + shares + clicks,
  page_follows: ({ followers }) => followers,
  page_views_total: ({ clicks }) => clicks,
};

const POST_METRICS: Readonly<Record<string, (figures: Figures) => unknown>> = {
  post_media_view: ({ views }) => views,
  post_total_media_view_unique: ({ engaged }) => engaged,
  post_clicks: ({ clicks }) => clicks,
  post_reactions_by_type_total: ({ likes }) => (likes > 0 ? { like: likes } : {}),
};

/** Names of metrics, as a list with commas or in JSON. */
function metricsOf<Count>({ metric = '' }: Question['parameters'], known: Readonly<Record<string, Count>>) {
  const names: string[] = metric.startsWith('[') ? JSON.parse(metric) : metric.split(',');
  return names.map((name): readonly [string, Count] => {
    const count = known[name];
    if (count === undefined) throw new WrongParameter('(#100) The value must be a valid insights metric');
    return [name, count];
  });
}

/** All that happened is told under the last day: a simulated world lives one. */
export function pageInsights({ parameters, stage }: Question, page: Account): Answer {
  const { period = 'day', since, until } = parameters;
  if (period !== 'day') throw new WrongParameter(`(#100) period ${period} is not offered for these metrics`);
  const now = Math.floor(stage.now().getTime() / 1000);
  const [from, to] = [Number(since ?? now - 2 * DAY_SECONDS), Number(until ?? now)];
  const days = Math.ceil((to - from) / DAY_SECONDS);
  if (!(days >= 0 && days <= LONGEST_WINDOW_DAYS)) {
    throw new WrongParameter('(#100) There cannot be more than 90 days between since and until');
  }
  const figures = figuresOf(page.id, stage);
  const data = metricsOf(parameters, PAGE_METRICS).map(([name, count]) => ({
    ...{ id: `${page.id}/insights/${name}/day`, name, period: 'day', title: name, description: name },
    values: Array.from({ length: days }, (_, day) => ({
      value: day === days - 1 || name === 'page_follows' ? count(figures) : 0,
      end_time: moment(new Date((from + (day + 1) * DAY_SECONDS) * 1000).toISOString()),
    })),
  }));
  return json({ data });
}

export function postInsights({ parameters, stage }: Question, post: Writing): Answer {
  const figures = figuresOf(post.id, stage);
  const data = metricsOf(parameters, POST_METRICS).map(([name, count]) => ({
    ...{ id: `${post.id}/insights/${name}/lifetime`, name, period: 'lifetime', title: name, description: name },
    values: [{ value: count(figures) }],
  }));
  return json({ data });
}
