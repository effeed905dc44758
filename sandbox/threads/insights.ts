// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Answered, Question } from '../graph/edges.ts';
import { moment, WrongParameter } from '../graph/nodes.ts';
import { json } from '../town/call.ts';
import { type Figures, figuresOf } from '../town/figures.ts';
import type { Account, Writing } from '../town/writing.ts';

type Counts = Readonly<Record<string, (figures: Figures) => number>>;

const POST_METRICS: Counts = {
  views: ({ views }) => views,
  likes: ({ likes }) => likes,
  replies: ({ comments }) => comments,
  reposts: () => 0,
  quotes: () => 0,
  shares: ({ shares }) => shares,
};
const ACCOUNT_METRICS: Counts = {
  ...POST_METRICS,
  clicks: ({ clicks }) => clicks,
  followers_count: ({ followers }) => followers,
};

function metricsOf({ metric = '' }: Question['parameters'], known: Counts) {
  return metric.split(',').map((name) => {
    const count = known[name];
    if (count === undefined) throw new WrongParameter('(#100) metric must be one of the following values');
    return [name, count] as const;
  });
}

/** Views day by day, the others as one total. All that happened is told under the last day: a simulated world lives one. */
export function accountInsights({ parameters, stage }: Question, { id }: Account): Answered {
  const figures = figuresOf(id, stage);
  const midnight = new Date(stage.now().toISOString().slice(0, 10));
  const data = metricsOf(parameters, ACCOUNT_METRICS).map(([name, count]) => ({
    ...{ name, period: 'day', title: name, description: name, id: `${id}/insights/${name}/day` },
    ...(name === 'views'
      ? { values: [{ value: count(figures), end_time: moment(midnight.toISOString()) }] }
      : { total_value: { value: count(figures) } }),
  }));
  return json({ data });
}

export function postInsights({ parameters, stage }: Question, { id }: Writing): Answered {
  const figures = figuresOf(id, stage);
  const data = metricsOf(parameters, POST_METRICS).map(([name, count]) => ({
    ...{ name, period: 'lifetime', title: name, description: name, id: `${id}/insights/${name}/lifetime` },
    values: [{ value: count(figures) }],
  }));
  return json({ data });
}
