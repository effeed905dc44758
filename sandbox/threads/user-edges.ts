// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answered, type Edges, PAGING, type Question } from '../graph/edges.ts';
import { type Kind, listed, render, select } from '../graph/nodes.ts';
import { json } from '../town/call.ts';
import type { Account, Writing } from '../town/writing.ts';
import { POSTS_A_DAY, PREPARING, prepare, publishedToday, REPLIES_A_DAY, release } from './containers.ts';
import { accountInsights } from './insights.ts';
import { LARGEST_PAGE, postKind, replyKind } from './nodes.ts';

const userKind: Kind<Account> = {
  node: 'ThreadsUser',
  usual: 'id',
  fields: {
    id: ({ id }) => id,
    username: ({ handle }) => handle,
    name: ({ name }) => name,
    is_verified: () => false,
    threads_biography: () => '',
  },
};

/** Newest first. */
function list({ parameters, stage }: Question, found: readonly Writing[], edge: string): Answered {
  const kind = edge === 'replies' ? replyKind : postKind;
  const [since, until] = [Number(parameters.since ?? 0), Number(parameters.until ?? Number.POSITIVE_INFINITY)];
  const within = found.filter(({ id, at }) => {
    const second = new Date(at).getTime() / 1000;
    return stage.world.exists(id) && second >= since && second <= until;
  });
  const selection = select(parameters.fields);
  return json(listed(kind, within, { parameters, selection, stage, path: `v1.0/me/${edge}`, most: LARGEST_PAGE }));
}

/** All that the account wrote under posts, its own and those of others. */
const ownReplies = ({ stage }: Question, account: Account): Writing[] =>
  [...stage.world.writings.values()]
    .filter((writing) => writing.account === account.id && writing.kind === 'comment' && stage.world.isOwn(writing))
    .toReversed();

const DAY_SECONDS = 86_400;

/** What an account can be asked, and asked to do. */
export const userEdges: Edges<Account> = {
  'GET ': {
    known: [],
    scope: 'threads_basic',
    answer: ({ parameters, stage }, account) =>
      json(render(userKind, account, { selection: select(parameters.fields), stage })),
  },
  'GET threads': {
    known: PAGING,
    scope: 'threads_basic',
    answer: (question, account) => list(question, question.stage.world.postsOn(account.id, ['post']), 'threads'),
  },
  'GET replies': {
    known: PAGING,
    scope: 'threads_read_replies',
    answer: (question, account) => list(question, ownReplies(question, account), 'replies'),
  },
  'GET mentions': {
    known: PAGING,
    scope: 'threads_manage_mentions',
    answer: (question, account) => list(question, question.stage.world.postsOn(account.id, ['mention']), 'mentions'),
  },
  'POST threads': { known: PREPARING, scope: 'threads_content_publish', answer: prepare },
  'POST threads_publish': { known: ['creation_id'], scope: 'threads_content_publish', answer: release },
  'GET threads_publishing_limit': {
    known: [],
    scope: 'threads_content_publish',
    answer: ({ parameters, stage }, account) => {
      const today = publishedToday(account, stage);
      const quota = {
        quota_usage: today.posts,
        config: { quota_total: POSTS_A_DAY, quota_duration: DAY_SECONDS },
        reply_quota_usage: today.replies,
        reply_config: { quota_total: REPLIES_A_DAY, quota_duration: DAY_SECONDS },
      };
      const asked = (parameters.fields ?? '').split(',');
      return json({ data: [Object.fromEntries(Object.entries(quota).filter(([name]) => asked.includes(name)))] });
    },
  },
  'GET threads_insights': {
    known: ['metric', 'breakdown', 'since', 'until'],
    scope: 'threads_manage_insights',
    answer: accountInsights,
  },
};
