// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answered, changing, type Edges, PAGING, type Question } from '../graph/edges.ts';
import { type Kind, listed, render, select } from '../graph/nodes.ts';
import { json } from '../town/call.ts';
import type { Writing } from '../town/writing.ts';
import { postInsights } from './insights.ts';
import { isIgnored, LARGEST_PAGE, pendingKind, postKind, replyKind } from './nodes.ts';
import { refuse } from './refusals.ts';

const readable = (reply: Writing): boolean => !reply.held && !isIgnored(reply);

interface Wanted {
  readonly edge: string;
  readonly kind: Kind<Writing>;
  isWanted(reply: Writing): boolean;
}

/** Newest first unless `reverse=false`. */
function list({ parameters, stage }: Question, { post, id }: Writing, { edge, kind, isWanted }: Wanted): Answered {
  const { world } = stage;
  const { reverse = 'true' } = parameters;
  if (reverse !== 'true' && reverse !== 'false') return refuse('parameter-malformed');
  const found = world.commentsOn(post).filter((one) => world.exists(one.id) && isWanted(one));
  const ordered = reverse === 'true' ? found.toReversed() : found;
  const selection = select(parameters.fields);
  const path = `v1.0/${id}/${edge}`;
  return json(listed(kind, ordered, { parameters, selection, stage, path, most: LARGEST_PAGE }));
}

/** Of a post of the account. */
export const postEdges: Edges<Writing> = {
  'GET ': {
    known: [],
    scope: 'threads_basic',
    answer: ({ parameters, stage }, post) =>
      json(render(postKind, post, { selection: select(parameters.fields), stage })),
  },
  'GET replies': {
    known: [...PAGING, 'reverse'],
    scope: 'threads_read_replies',
    answer: (question, post) =>
      list(question, post, {
        edge: 'replies',
        kind: replyKind,
        isWanted: (one) => one.parent === null && readable(one),
      }),
  },
  'GET conversation': {
    known: [...PAGING, 'reverse'],
    scope: 'threads_read_replies',
    answer: (question, post) => list(question, post, { edge: 'conversation', kind: replyKind, isWanted: readable }),
  },
  'GET pending_replies': {
    known: [...PAGING, 'reverse', 'approval_status'],
    scope: 'threads_read_replies',
    answer: listPending,
  },
  'GET insights': { known: ['metric'], scope: 'threads_manage_insights', answer: postInsights },
  'DELETE ': { known: [], scope: 'threads_delete', answer: remove },
};

/** Those that wait and those that were ignored; of a post that holds none it refuses to tell. */
function listPending(question: Question, post: Writing): Answered {
  const { approval_status: status } = question.parameters;
  const waits = question.stage.world.commentsOn(post.id).some(({ held }) => held);
  if (post.commenting !== 'held' && !waits) return refuse('approvals-off');
  if (status !== undefined && status !== 'pending' && status !== 'ignored') return refuse('parameter-malformed');
  const isWanted = (one: Writing): boolean =>
    status === undefined
      ? one.held || isIgnored(one)
      : status === 'ignored'
        ? isIgnored(one)
        : one.held && !isIgnored(one);
  return list(question, post, { edge: 'pending_replies', kind: pendingKind, isWanted });
}

function remove({ stage }: Question, { id }: Writing): Answered {
  return changing(
    () => stage.world.set(id, 'deleted'),
    () => json({ success: true, deleted_id: id }),
  );
}

/** Of a reply: only its own can the account remove. */
export const replyEdges: Edges<Writing> = {
  'GET ': {
    known: [],
    scope: 'threads_read_replies',
    answer: ({ parameters, stage }, reply) =>
      json(render(replyKind, reply, { selection: select(parameters.fields), stage })),
  },
  'POST manage_reply': { known: ['hide'], scope: 'threads_manage_replies', answer: setHidden },
  'POST manage_pending_reply': { known: ['approve'], scope: 'threads_manage_replies', answer: settle },
  'GET insights': { known: ['metric'], scope: 'threads_manage_insights', answer: postInsights },
  'DELETE ': {
    known: [],
    scope: 'threads_delete',
    answer: (question, reply) => (question.stage.world.isOwn(reply) ? remove(question, reply) : refuse('gone')),
  },
};

/** Those under a hidden reply follow it. */
function setHidden({ parameters, stage }: Question, reply: Writing): Answered {
  const { hide } = parameters;
  if (hide !== 'true' && hide !== 'false') return refuse('parameter-malformed');
  if (reply.held || isIgnored(reply)) return refuse('gone');
  if (reply.parent !== null) return refuse('not-top-level');
  const { world } = stage;
  return changing(() => {
    for (const one of [reply, ...below(reply, world.commentsOn(reply.post))])
      if (one.hidden !== (hide === 'true')) world.set(one.id, hide === 'true' ? 'hidden' : 'shown');
  });
}

const below = ({ id }: Writing, thread: readonly Writing[]): Writing[] =>
  thread.filter(({ parent }) => parent === id).flatMap((one) => [one, ...below(one, thread)]);

/** Approved, it comes out; otherwise it is ignored, and may still be approved later. */
function settle({ parameters, stage }: Question, reply: Writing): Answered {
  const { approve } = parameters;
  if (approve !== 'true' && approve !== 'false') return refuse('parameter-malformed');
  if (!reply.held) return refuse('not-pending');
  return changing(() => {
    stage.world.note(reply.id, { approval: approve === 'true' ? 'approved' : 'ignored' });
    if (approve === 'true') stage.world.set(reply.id, 'approved');
  });
}
