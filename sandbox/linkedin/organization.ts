// SPDX-License-Identifier: AGPL-3.0-or-later
import { json, type Reply } from '../town/call.ts';
import { figuresOf } from '../town/figures.ts';
import type { Stage } from '../town/network.ts';
import { writingNamed } from './names.ts';
import { ACTIONS, history } from './notifications.ts';
import { only, paged, type Question } from './question.ts';
import { refuse, refuseParameter } from './refusals.ts';

/** The person who administers every simulated page. */
export const ADMINISTRATOR = 'urn:li:person:admin';

/** `organizationAcls`: what the person who connected may do, on which pages. */
export function roles({ call, page }: Question): Reply {
  const query = only(call, ['q', 'state', 'role']);
  if (query.get('q') !== 'roleAssignee') return refuseParameter('q must be roleAssignee');
  const role = call.fault === 'reads-nothing' ? 'RECRUITING_POSTER' : 'ADMINISTRATOR';
  return json({
    paging: { start: 0, count: 10, links: [] },
    elements: [{ organization: page.id, role, roleAssignee: ADMINISTRATOR, state: 'APPROVED' }],
  });
}

/** `organizations/{id}`. */
export function organization({ call, page, path }: Question): Reply {
  only(call, []);
  const [, id] = path;
  if (page.id !== `urn:li:organization:${id}`) return refuse('permission-missing');
  return json({ id: Number(id), localizedName: page.name, vanityName: page.handle, $URN: page.id });
}

/** `organizationalEntityNotifications`. */
export function notifications({ call, page, stage }: Question): Reply {
  const query = only(call, ['q', 'actions', 'organizationalEntity', 'timeRange', 'start', 'count']);
  if (query.get('q') !== 'criteria' || query.get('organizationalEntity') !== page.id)
    return refuse('permission-missing');
  const wanted = /^List\(([A-Z_,]+)\)$/.exec(query.get('actions') ?? '')?.[1]?.split(',') ?? [];
  if (wanted.length === 0 || wanted.some((one) => !ACTIONS.includes(one)))
    return refuseParameter('actions is malformed');
  const [, start, end] = /^\(start:(\d+),end:(\d+)\)$/.exec(query.get('timeRange') ?? '') ?? [];
  if (start === undefined || end === undefined) return refuseParameter('timeRange is malformed');
  const found = history(page.id, stage).filter(
    ({ action, at }) => wanted.includes(action) && at.getTime() >= Number(start) && at.getTime() < Number(end),
  );
  const told = call.fault === 'told-twice' ? found.flatMap((one) => [one, one]) : found;
  return paged(call.fault === 'reads-nothing' ? [] : told, query, ({ shown }) => shown);
}

/** `organizationalEntityShareStatistics`. */
export function statistics({ call, page, stage }: Question): Reply {
  const query = only(call, ['q', 'organizationalEntity', 'shares', 'ugcPosts']);
  if (query.get('q') !== 'organizationalEntity' || query.get('organizationalEntity') !== page.id) {
    return refuse('permission-missing');
  }
  const shares = /^List\((.+)\)$/.exec(query.get('shares') ?? '')?.[1]?.split(',') ?? [];
  const found = shares.filter((urn) => writingNamed(urn, stage.world) !== undefined);
  const elements = query.has('shares')
    ? found.map((share) => ({ organizationalEntity: page.id, share, totalShareStatistics: countsOf(share, stage) }))
    : [{ organizationalEntity: page.id, totalShareStatistics: countsOf(page.id, stage) }];
  return json({ paging: { start: 0, count: 10, links: [] }, elements });
}

function countsOf(id: string, stage: Stage) {
  const { views, likes, comments, shares, clicks, engaged } = figuresOf(id, stage);
  return {
    impressionCount: views,
    uniqueImpressionsCount: Math.min(views, engaged),
    clickCount: clicks,
    likeCount: likes,
    commentCount: comments,
    shareCount: shares,
    engagement: views === 0 ? 0 : (likes + comments + shares + clicks) / views,
  };
}

/** `networkSizes/{urn}`. */
export function networkSize({ call, page, path, stage }: Question): Reply {
  const query = only(call, ['edgeType']);
  if (path[1] !== page.id || query.get('edgeType') !== 'COMPANY_FOLLOWED_BY_MEMBER')
    return refuse('permission-missing');
  return json({ firstDegreeSize: figuresOf(page.id, stage).followers });
}
