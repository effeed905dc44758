// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Figure } from '../port.ts';
import type { Acting } from './acting.ts';
import { Unanswered } from './api.ts';
import { INSIGHT_POSTS } from './limits.ts';
import { ownStatuses } from './own-statuses.ts';
import { Account, type Status } from './wire.ts';

/** Mastodon counts and measures nothing: no views, no reach. Throws `Unanswered`. */
export async function insights(acting: Acting): Promise<readonly Figure[]> {
  const me = Account.safeParse(await acting.client.v1.accounts.$select(acting.me).fetch());
  if (!me.success) throw new Unanswered({ kind: 'unclear', sent: true, code: 'unexpected-account' });
  const figures: Figure[] = [{ measure: 'followers', post: null, value: me.data.followersCount }];
  for await (const page of ownStatuses(acting, { atOnce: INSIGHT_POSTS, pages: 1 })) {
    figures.push(...page.filter(isPost).flatMap(figuresOf));
  }
  return figures;
}

const isPost = ({ inReplyToId, visibility }: Status): boolean => inReplyToId == null && visibility !== 'direct';

const figuresOf = ({ id, favouritesCount, reblogsCount, repliesCount }: Status): readonly Figure[] => [
  { measure: 'likes', post: id, value: favouritesCount },
  { measure: 'shares', post: id, value: reblogsCount },
  { measure: 'comments', post: id, value: repliesCount },
];
