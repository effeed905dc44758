// SPDX-License-Identifier: AGPL-3.0-or-later
import { json } from '../town/call.ts';
import type { Writing } from '../town/writing.ts';
import { type Answered, changing, type Edges, PAGING, type Question } from './edges.ts';
import { postInsights } from './insights.ts';
import { listComments, renderWriting } from './nodes.ts';
import { select } from './rendering.ts';

export const LONGEST_COMMENT = 8000;
export const LONGEST_POST = 63_206;

/** Posts, visitors' posts and comments. */
export const writingEdges: Edges<Writing> = {
  'GET ': {
    known: [],
    scope: 'pages_read_engagement',
    answer: ({ parameters, stage }, writing) => json(renderWriting(writing, select(parameters.fields), stage)),
  },
  'GET comments': {
    known: [...PAGING, 'filter', 'order'],
    scope: 'pages_read_user_content',
    answer: ({ parameters, stage }, writing) =>
      json(listComments(writing, { parameters, selection: select(parameters.fields), stage })),
  },
  'POST comments': { known: ['message'], scope: 'pages_manage_engagement', answer: reply },
  'POST ': { known: ['message', 'is_hidden'], scope: 'pages_manage_engagement', answer: update },
  'DELETE ': {
    known: [],
    scope: 'pages_manage_engagement',
    answer: ({ stage }, { id }) => changing(() => stage.world.set(id, 'deleted')),
  },
  'GET insights': {
    known: ['metric', 'period', 'since', 'until'],
    scope: 'read_insights',
    answer: postInsights,
  },
};

function reply({ parameters, page, stage, fault }: Question, target: Writing): Answered {
  const text = parameters.message ?? '';
  if (text.trim() === '') return 'text-missing';
  if (text.length > LONGEST_COMMENT) return 'text-too-long';
  const { world } = stage;
  if (fault === 'edit-instead-of-reply') {
    return changing(() => world.edit(target.id, { text, at: stage.now() }));
  }
  return {
    unchanged: () => json({ id: `${target.post.split('_')[1]}_999999999999999` }),
    effect() {
      const parent = target.kind === 'comment' ? target.id : null;
      const place = { account: page.id, kind: 'comment', post: target.post, parent } as const;
      return json({ id: world.write({ ...place, from: world.self(page.id), text, at: stage.now() }).id });
    },
  };
}

/** INVARIANT: as on the real network, a message sent here overwrites the writing, a citizen's too. */
function update({ parameters, stage }: Question, target: Writing): Answered {
  const { is_hidden: hide, message } = parameters;
  if (hide === undefined && message === undefined) return 'text-missing';
  if (hide !== undefined && stage.world.isOwn(target)) return 'not-allowed';
  if ((message?.length ?? 0) > LONGEST_POST) return 'text-too-long';
  return changing(() => {
    if (message !== undefined) stage.world.edit(target.id, { text: message, at: stage.now() });
    if (hide !== undefined && (hide === 'true') !== target.hidden) {
      stage.world.set(target.id, hide === 'true' ? 'hidden' : 'shown');
    }
  });
}
