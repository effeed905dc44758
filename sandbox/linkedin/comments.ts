// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { json, type Reply } from '../town/call.ts';
import type { Asked, Stage } from '../town/network.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import type { Writing } from '../town/writing.ts';
import { activityOf, commentUnder, isCommentUrn, numberOf, writingNamed } from './names.ts';
import { changing, only, paged, type Question } from './question.ts';
import { refuse, refuseBody, refuseParameter } from './refusals.ts';

const LONGEST_COMMENT = 1250;

const NewComment = z.strictObject({
  actor: z.string(),
  object: z.string(),
  message: z.strictObject({ text: z.string().min(1) }),
  parentComment: z.string().optional(),
  content: z.unknown().optional(),
});

/** `socialActions/{urn}/comments` and `…/comments/{id}`. */
export function comments(question: Question): Reply | Asked {
  const { call, path, stage } = question;
  const [, urn = '', edge, id, ...more] = path;
  if (edge !== 'comments' || more.length > 0) return refuse('unknown-path');
  const above = writingNamed(urn, stage.world);
  if (above === undefined) return refuse('not-found');
  if (id === undefined) return call.method === 'GET' ? list(question, above) : create(question, above);
  const comment = commentUnder(urn, id, stage.world);
  if (comment === undefined) return refuse('not-found');
  if (call.method === 'GET') {
    only(call, []);
    return json(shown(comment, stage));
  }
  return call.method === 'DELETE' ? remove(question, comment) : refuse('unknown-path');
}

function list({ call, stage }: Question, above: Writing): Reply {
  const query = only(call, ['start', 'count']);
  const parent = above.kind === 'comment' ? above.id : null;
  const found = stage.world.commentsOn(above.post).filter((one) => one.parent === parent && stage.world.exists(one.id));
  const listed = call.fault === 'reads-nothing' ? [] : found.toReversed();
  return paged(listed, query, (one) => shown(one, stage));
}

export function shown(comment: Writing, { world }: Stage): object {
  const { id, post, parent, from, at, edited, text, media, likes } = comment;
  const actor = from?.id ?? 'urn:li:person:UNKNOWN';
  const answers = world.commentsOn(post).filter((one) => one.parent === id && world.exists(one.id)).length;
  return {
    actor,
    commentUrn: id,
    created: { actor, time: Date.parse(at) },
    id: numberOf(id),
    lastModified: { actor, time: Date.parse(edited ?? at) },
    message: { attributes: [], text },
    object: activityOf(post),
    ...(media.length > 0 && {
      content: media.map(() => ({ type: 'IMAGE', entity: { image: 'urn:li:image:C5622AQ' } })),
    }),
    ...(parent !== null && { parentComment: parent }),
    commentsSummary: { aggregatedTotalComments: answers, selectedComments: [], totalFirstLevelComments: answers },
    likesSummary: { aggregatedTotalLikes: likes, likedByCurrentUser: false, selectedLikes: [], totalLikes: likes },
  };
}

function create({ call, page, stage }: Question, above: Writing): Reply | Asked {
  only(call, []);
  const asked = jsonOf(call, NewComment);
  if (asked instanceof WrongBody) return refuseBody(asked.why);
  if (asked.content !== undefined) return refuse('fields-not-permitted');
  if (asked.actor !== page.id) return refuse('role-lost');
  const { world } = stage;
  const post = world.writings.get(above.post);
  if (post === undefined || ![post.id, activityOf(post.id)].includes(asked.object)) {
    return refuseParameter('object must be the activity of the post');
  }
  if ((above.kind === 'comment' ? above.id : undefined) !== asked.parentComment) {
    return refuseParameter('parentComment must be the comment that is answered');
  }
  if (above.parent !== null) return refuseParameter('answers to answers hang under the comment above them');
  if (post.commenting !== 'open') return refuse('comments-closed');
  if (asked.message.text.length > LONGEST_COMMENT) return refuse('rejected-content');
  return {
    unchanged: () => ({ status: 201, headers: { 'x-restli-id': '7000000000000000001' }, body: {} }),
    effect() {
      const place = { account: page.id, kind: 'comment', post: post.id, parent: asked.parentComment ?? null } as const;
      const written = world.write({ ...place, from: world.self(page.id), text: asked.message.text, at: stage.now() });
      return { status: 201, headers: { 'x-restli-id': numberOf(written.id) }, body: shown(written, stage) };
    },
  };
}

function remove({ call, page, stage }: Question, comment: Writing): Reply | Asked {
  const query = only(call, ['actor']);
  if (query.get('actor') !== page.id) return refuseParameter('actor must be the organization');
  if (call.fault === 'not-yours' && !stage.world.isOwn(comment)) return refuse('not-yours');
  return changing(204, () => stage.world.set(comment.id, 'deleted'));
}

const Commenting = z.strictObject({
  patch: z.strictObject({ $set: z.strictObject({ commentsState: z.enum(['OPEN', 'CLOSED']) }) }),
});

/** `socialMetadata/{urn}`: how the comments of a post stand. */
export function socialMetadata({ call, path, page, stage }: Question): Reply | Asked {
  const [, urn = '', ...more] = path;
  if (more.length > 0) return refuse('unknown-path');
  const writing = writingNamed(urn, stage.world);
  if (writing === undefined) return refuse('not-found');
  if (call.method === 'GET') {
    only(call, []);
    const there = stage.world.commentsOn(writing.post).filter((one) => stage.world.exists(one.id));
    return json({
      entity: urn,
      commentsState: writing.commenting === 'closed' ? 'CLOSED' : 'OPEN',
      commentSummary: { count: there.length, topLevelCount: there.filter(({ parent }) => parent === null).length },
      reactionSummaries: { LIKE: { reactionType: 'LIKE', count: writing.likes } },
    });
  }
  if (call.method !== 'POST' || call.headers['x-restli-method'] !== 'PARTIAL_UPDATE') return refuse('unknown-path');
  if (only(call, ['actor']).get('actor') !== page.id) return refuseParameter('actor must be the organization');
  if (isCommentUrn(urn)) return refuse('on-a-comment');
  const asked = jsonOf(call, Commenting);
  if (asked instanceof WrongBody) return refuseBody(asked.why);
  const commenting = asked.patch.$set.commentsState === 'CLOSED' ? 'closed' : 'open';
  // Closing deletes every comment: the town does it, because this network has that habit.
  return changing(202, () => stage.world.setCommenting(writing.id, commenting));
}
