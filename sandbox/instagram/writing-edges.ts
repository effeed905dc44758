// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Answered, changing, type Edges, PAGING, type Question } from '../graph/edges.ts';
import { render, select } from '../graph/nodes.ts';
import { json } from '../town/call.ts';
import type { Writing } from '../town/writing.ts';
import { routeOf } from './access.ts';
import { mediaInsights } from './insights.ts';
import { commentKind, listComments, listReplies, mediaKind } from './nodes.ts';
import { refuse } from './refusals.ts';

const LONGEST_COMMENT = 2200;

/** Of a post of the account. */
export const mediaEdges: Edges<Writing> = {
  'GET ': {
    known: [],
    scope: 'basic',
    answer: ({ parameters, stage }, media) =>
      json(render(mediaKind, media, { selection: select(parameters.fields), stage })),
  },
  'GET comments': {
    known: PAGING,
    scope: 'manage_comments',
    answer: ({ parameters, stage, fault }, media) => {
      if (fault === 'comments-missing') return json({ data: [] });
      return json(listComments(media, { parameters, selection: select(parameters.fields), stage }));
    },
  },
  'POST comments': {
    known: ['message'],
    scope: 'manage_comments',
    answer: (question, media) => speak(question, media, null),
  },
  'POST ': { known: ['comment_enabled'], scope: 'manage_comments', answer: setCommenting },
  'DELETE ': {
    known: [],
    scope: 'manage_contents',
    answer: ({ account, stage }, { id }) =>
      routeOf(account) === 'facebook-login' ? changing(() => stage.world.set(id, 'deleted')) : refuse('unknown-path'),
  },
  'GET insights': { known: ['metric', 'period', 'breakdown'], scope: 'manage_insights', answer: mediaInsights },
};

function setCommenting({ parameters, stage }: Question, { id, commenting }: Writing): Answered {
  const { comment_enabled: enabled } = parameters;
  if (enabled !== 'true' && enabled !== 'false') return refuse('parameter-malformed');
  const wanted = enabled === 'true' ? 'open' : 'closed';
  return changing(() => {
    if (commenting !== wanted) stage.world.setCommenting(id, wanted);
  });
}

/** Of a comment or a reply. */
export const commentEdges: Edges<Writing> = {
  'GET ': {
    known: [],
    scope: 'manage_comments',
    answer: ({ parameters, stage }, comment) =>
      json(render(commentKind, comment, { selection: select(parameters.fields), stage })),
  },
  'GET replies': {
    known: PAGING,
    scope: 'manage_comments',
    answer: ({ parameters, stage }, comment) =>
      json(listReplies(comment, { parameters, selection: select(parameters.fields), stage })),
  },
  'POST replies': {
    known: ['message'],
    scope: 'manage_comments',
    answer(question, comment) {
      if (comment.hidden) return refuse('comment-hidden');
      const post = question.stage.world.writings.get(comment.post);
      // An answer to a reply hangs under the comment above it.
      return post === undefined ? refuse('gone') : speak(question, post, comment.parent ?? comment.id);
    },
  },
  'POST ': { known: ['hide'], scope: 'manage_comments', answer: setHidden },
  'DELETE ': {
    known: [],
    scope: 'manage_comments',
    answer: ({ stage }, { id }) => changing(() => stage.world.set(id, 'deleted')),
  },
};

function speak({ account, parameters, stage }: Question, post: Writing, parent: string | null): Answered {
  const { message: text = '' } = parameters;
  const { world } = stage;
  if (text.trim() === '') return refuse('text-missing');
  if (text.length > LONGEST_COMMENT) return refuse('text-too-long');
  if (post.commenting === 'closed') return refuse('comments-disabled');
  return {
    unchanged: () => json({ id: `${world.draw()}` }),
    effect() {
      const place = { account: account.id, kind: 'comment', post: post.id, parent } as const;
      return json({ id: world.write({ ...place, from: world.self(account.id), text, at: stage.now() }).id });
    },
  };
}

function setHidden({ parameters, stage }: Question, comment: Writing): Answered {
  const { hide } = parameters;
  if (hide !== 'true' && hide !== 'false') return refuse('parameter-malformed');
  // One's own comments stay visible whatever is asked, and the answer is a success.
  const isOwn = stage.world.isOwn(comment);
  return changing(() => {
    if (!isOwn && (hide === 'true') !== comment.hidden)
      stage.world.set(comment.id, hide === 'true' ? 'hidden' : 'shown');
  });
}
