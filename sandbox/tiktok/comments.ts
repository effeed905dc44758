// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, json, type Reply } from '../town/call.ts';
import type { Asked, Stage } from '../town/network.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import type { Writing } from '../town/writing.ts';
import { only, type Question, videoOf, whole } from './question.ts';
import { refuse, told } from './refusals.ts';

const SORTED = 500;
const LONGEST_REPLY = 1200;
const INLINE_REPLIES = 3;
const MOST = 30;

const SORTING = {
  create_time: (one: Writing) => Date.parse(one.at),
  likes: (one: Writing) => one.likes,
  replies: () => 0,
} as const;
const LIST = ['business_id', 'video_id', 'status', 'sort_field', 'sort_order', 'cursor', 'max_count'];

/** `GET business/comment/list/`. */
export function listComments({ call, account, stage }: Question): Answer {
  const query = only(call, [...LIST, 'comment_ids', 'include_replies']);
  const video = videoOf(query.get('video_id'), account, stage);
  const there = stage.world.commentsOn(video.id).filter(({ id }) => stage.world.exists(id));
  const ids = query.has('comment_ids') ? idsOf(query.get('comment_ids') ?? '') : null;
  const found =
    ids === null ? there.filter(({ parent }) => parent === null) : there.filter(({ id }) => ids.includes(id));
  const isWithReplies = query.get('include_replies') === 'true';
  return page(visible(found, query), { query, fault: call.fault }, (one) => {
    const replies = there.filter(({ parent }) => parent === one.id);
    const inline = isWithReplies
      ? { reply_list: replies.slice(0, INLINE_REPLIES).map((reply) => shown(reply, stage)) }
      : {};
    return { ...shown(one, stage), ...inline };
  });
}

/** `GET business/comment/reply/list/`. */
export function listReplies({ call, account, stage }: Question): Answer {
  const query = only(call, [...LIST, 'comment_id']);
  const video = videoOf(query.get('video_id'), account, stage);
  const comment = commentOf(query.get('comment_id') ?? '', video, stage);
  if (comment === null) return refuse('not-found');
  const found = stage.world
    .commentsOn(video.id)
    .filter(({ parent, id }) => parent === comment.id && stage.world.exists(id));
  return page(visible(found, query), { query, fault: call.fault }, (one) => shown(one, stage));
}

function idsOf(text: string): string[] {
  try {
    return z.array(z.string()).max(MOST).parse(JSON.parse(text));
  } catch {
    return [];
  }
}

/** Sorted as asked, and otherwise in whatever order. */
function visible(found: readonly Writing[], query: URLSearchParams): readonly Writing[] {
  const seen = query.get('status') === 'PUBLIC' ? found.filter(({ hidden }) => !hidden) : found;
  const by = SORTING[query.get('sort_field') as keyof typeof SORTING];
  if (by === undefined) return seen.toSorted(() => Math.random() - 0.5);
  const sign = query.get('sort_order') === 'asc' ? 1 : -1;
  const sorted = seen.toSorted((one, other) => sign * (by(one) - by(other)));
  const rest = sorted.slice(SORTED);
  // INVARIANT: as on the real network, beyond the first 500 the order is another, and some of the first come again.
  const again = rest.length > 0 ? sorted.slice(0, 10) : [];
  return [...sorted.slice(0, SORTED), ...again, ...rest.toSorted((one, other) => other.likes - one.likes)];
}

function page(
  found: readonly Writing[],
  { query, fault }: { query: URLSearchParams; fault: string | null },
  show: (one: Writing) => object,
): Answer {
  const from = whole(query.get('cursor') ?? '0', { least: 0, most: 1_000_000 });
  const most = whole(query.get('max_count') ?? '20', { least: 1, most: MOST });
  const size = fault === 'short-pages' ? Math.max(1, Math.floor(most / 3)) : most;
  const end = from + size;
  const comments = fault === 'withheld' ? [] : found.slice(from, end).map(show);
  return json(told({ comments, cursor: Math.min(end, found.length), has_more: end < found.length }));
}

/** Hidden has four causes, and nobody tells them apart. */
function shown(comment: Writing, { world }: Stage): object {
  const { id, post, parent, from, at, text, likes, hidden } = comment;
  const replies = world.commentsOn(post).filter((one) => one.parent === id && world.exists(one.id)).length;
  return {
    comment_id: id,
    video_id: post,
    ...(parent !== null && { parent_comment_id: parent }),
    unique_identifier: from?.id ?? '',
    username: from?.handle ?? '',
    display_name: from?.name ?? '',
    create_time: `${Math.floor(Date.parse(at) / 1000)}`,
    text,
    likes,
    replies,
    owner: world.isOwn(comment),
    liked: false,
    pinned: false,
    status: hidden ? 'HIDDEN' : 'PUBLIC',
  };
}

function commentOf(id: string, video: Writing, { world }: Stage): Writing | null {
  const comment = world.writings.get(id);
  return comment?.kind === 'comment' && comment.post === video.id && world.exists(id) ? comment : null;
}

const ReplyAsked = z.strictObject({
  business_id: z.string(),
  video_id: z.string(),
  comment_id: z.string(),
  text: z.string().min(1).max(LONGEST_REPLY),
});

/** `POST business/comment/reply/create/`: under others' videos too, were one to ask. */
export function reply({ call, account, stage }: Question): Reply | Asked {
  const asked = jsonOf(call, ReplyAsked);
  if (asked instanceof WrongBody) return refuse('bad-field', asked.why);
  if (asked.business_id !== account.id) return refuse('permission-missing');
  const { world } = stage;
  const comment = commentOf(asked.comment_id, videoOf(asked.video_id, null, stage), stage);
  if (comment === null) return refuse('not-found');
  const parent = comment.parent ?? comment.id;
  const answer = (id: string) =>
    json(told({ comment_id: id, parent_comment_id: parent, video_id: comment.post, text: asked.text }));
  return {
    unchanged: () => answer('7000000000000000001'),
    effect() {
      const place = { account: comment.account, kind: 'comment', post: comment.post, parent } as const;
      const written = world.write({ ...place, from: world.self(account.id), text: asked.text, at: stage.now() });
      // Taken for spam: accepted, and seen by nobody.
      if (call.fault === 'reply-set-aside') world.set(written.id, 'hidden');
      return answer(written.id);
    },
  };
}

const HideAsked = z.strictObject({
  business_id: z.string(),
  video_id: z.string(),
  comment_id: z.string(),
  action: z.enum(['HIDE', 'UNHIDE']),
});

/** `POST business/comment/hide/`. */
export function hide({ call, account, stage }: Question): Reply | Asked {
  const asked = jsonOf(call, HideAsked);
  if (asked instanceof WrongBody) return refuse('bad-field', asked.why);
  if (asked.business_id !== account.id) return refuse('permission-missing');
  const comment = commentOf(asked.comment_id, videoOf(asked.video_id, account, stage), stage);
  if (comment === null) return refuse('not-found');
  const isHide = asked.action === 'HIDE';
  return {
    unchanged: () => json(told({})),
    effect() {
      if (comment.hidden !== isHide) stage.world.set(comment.id, isHide ? 'hidden' : 'shown');
      return json(told({}));
    },
  };
}
