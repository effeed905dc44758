// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Answered, Question } from '../graph/edges.ts';
import { WrongParameter } from '../graph/nodes.ts';
import { json } from '../town/call.ts';
import { type Figures, figuresOf } from '../town/figures.ts';
import type { Account, Writing } from '../town/writing.ts';

const interactions = ({ likes, comments, shares }: Figures): number => likes + comments + shares;

/** Those that still answer: `impressions` was taken away. */
const ACCOUNT_METRICS: Readonly<Record<string, (figures: Figures) => number>> = {
  reach: ({ engaged }) => engaged,
  views: ({ views }) => views,
  accounts_engaged: ({ engaged }) => engaged,
  total_interactions: interactions,
  likes: ({ likes }) => likes,
  comments: ({ comments }) => comments,
  shares: ({ shares }) => shares,
  profile_links_taps: ({ clicks }) => clicks,
};

const MEDIA_METRICS: Readonly<Record<string, (figures: Figures) => number>> = {
  reach: ({ engaged }) => engaged,
  views: ({ views }) => views,
  likes: ({ likes }) => likes,
  comments: ({ comments }) => comments,
  shares: ({ shares }) => shares,
  saved: () => 0,
  total_interactions: interactions,
};

function metricsOf({ metric = '' }: Question['parameters'], known: typeof ACCOUNT_METRICS) {
  return metric.split(',').map((name) => {
    const count = known[name];
    if (count === undefined) throw new WrongParameter('(#100) metric must be one of the following values');
    return [name, count] as const;
  });
}

/** One total for the days that were asked. */
export function accountInsights({ parameters, stage }: Question, { id }: Account): Answered {
  const { period, metric_type: type } = parameters;
  if (period !== 'day') throw new WrongParameter('(#100) The parameter period is required');
  if (type !== 'total_value') throw new WrongParameter('(#100) These metrics should be specified with total_value');
  const figures = figuresOf(id, stage);
  const data = metricsOf(parameters, ACCOUNT_METRICS).map(([name, count]) => ({
    ...{ name, period, title: name, description: name, id: `${id}/insights/${name}/day` },
    total_value: { value: count(figures) },
  }));
  return json({ data });
}

export function mediaInsights({ parameters, stage }: Question, { id }: Writing): Answered {
  const figures = figuresOf(id, stage);
  const data = metricsOf(parameters, MEDIA_METRICS).map(([name, count]) => ({
    ...{ name, period: 'lifetime', title: name, description: name, id: `${id}/insights/${name}/lifetime` },
    values: [{ value: count(figures) }],
  }));
  return json({ data });
}
