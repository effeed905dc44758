// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, json } from '../town/call.ts';
import { figuresOf } from '../town/figures.ts';
import type { Stage } from '../town/network.ts';
import type { Account } from '../town/writing.ts';
import { postNamed } from './ids.ts';
import { invalid } from './problems.ts';
import { named } from './render.ts';

const FIELDS = [
  ...['cap_reset_day', 'daily_client_app_usage', 'daily_project_usage'],
  ...['project_cap', 'project_id', 'project_usage'],
];
const CAP = 3_000_000;
const RESET_DAY = 14;

/** Posts read this month, of those that the contract has: as much as `PUT usage` says. */
export function usage(query: URLSearchParams, stage: Stage): Answer {
  const asked = named(query.get('usage.fields'), FIELDS, 'usage.fields');
  const all: Readonly<Record<string, unknown>> = {
    cap_reset_day: RESET_DAY,
    project_cap: CAP,
    project_id: '1990000000000000001',
    project_usage: Math.round((CAP * stage.usage()) / 100),
  };
  const wanted = Object.entries(all).filter(([name]) => asked.size === 0 || asked.has(name));
  return json({ data: Object.fromEntries(wanted) });
}

const ANALYTICS = ['engagements', 'id', 'impressions', 'likes', 'replies', 'retweets', 'timestamp', 'url_clicks'];
export const ANALYTICS_PARAMETERS = ['ids', 'start_time', 'end_time', 'granularity', 'analytics.fields'];

/** What only the author sees of a post, in one sum. */
export function analytics(account: Account, query: URLSearchParams, stage: Stage): Answer {
  const asked = named(query.get('analytics.fields'), ANALYTICS, 'analytics.fields');
  const [start, end] = [query.get('start_time'), query.get('end_time')];
  if (start === null || end === null || Date.parse(start) >= Date.parse(end))
    throw invalid('`start_time` and `end_time`');
  if (query.get('granularity') !== 'total') throw invalid('only `granularity` total is simulated');
  const ids = (query.get('ids') ?? '').split(',');
  const data = ids.flatMap((id) => {
    const post = postNamed(id, stage.world);
    if (post?.from?.id !== account.id) return [];
    const { engaged, views, likes, comments, shares, clicks } = figuresOf(post.id, stage);
    const all = {
      ...{ engagements: engaged, impressions: views, likes },
      ...{ replies: comments, retweets: shares, url_clicks: clicks },
    };
    const metrics = Object.fromEntries(Object.entries(all).filter(([name]) => asked.has(name)));
    return [{ id, timestamped_metrics: [{ timestamp: start, metrics }] }];
  });
  return json(data.length === 0 ? {} : { data });
}
