// SPDX-License-Identifier: AGPL-3.0-or-later
import { json } from '../town/call.ts';
import { type Figures, figuresOf } from '../town/figures.ts';
import { Refused } from '../town/network.ts';
import type { Method } from './asking.ts';
import { refuse, refuseParameter } from './refusals.ts';

const METRICS: Readonly<Record<string, (figures: Figures) => number>> = {
  views: ({ views }) => views,
  likes: ({ likes }) => likes,
  comments: ({ comments }) => comments,
  shares: ({ shares }) => shares,
  subscribersGained: ({ followers }) => followers,
};
const DAY = /^\d{4}-\d\d-\d\d$/;

/** The channel's table, in one row: a simulated world is younger than four weeks. */
export const report: Method = {
  units: 0,
  parameters: { ids: true, startDate: true, endDate: true, metrics: true },
  answer({ query, stage, channel }) {
    const ids = query.get('ids');
    if (ids !== 'channel==MINE' && ids !== `channel==${channel.id}`) throw new Refused(refuse('forbidden'));
    const [from = '', to = ''] = [query.get('startDate') ?? '', query.get('endDate') ?? ''];
    if (!DAY.test(from) || !DAY.test(to) || from > to) throw new Refused(refuseParameter('unreadable dates'));
    const names = (query.get('metrics') ?? '').split(',');
    const figures = figuresOf(channel.id, stage);
    const row = names.map((name) => {
      const metric = METRICS[name];
      if (metric === undefined) throw new Refused(refuseParameter(`Unknown identifier (${name})`));
      return metric(figures);
    });
    return json({
      kind: 'youtubeAnalytics#resultTable',
      columnHeaders: names.map((name) => ({ name, columnType: 'METRIC', dataType: 'INTEGER' })),
      rows: [row],
    });
  },
};
