// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Id, Moment } from '../core/graph.ts';
import type { InboundEvent } from '../port.ts';
import { From } from './wire.ts';

/** Seconds in notices of what is public, milliseconds in those of private messages. */
export const NoticeTime = z.number().transform((time) => new Date(time > 100_000_000_000 ? time : time * 1000));

const Feed = z.object({
  item: z.string(),
  verb: z.string(),
  post_id: Id.optional(),
  comment_id: Id.optional(),
  parent_id: Id.optional(),
  from: From.nullish(),
  message: z.string().default(''),
  created_time: Moment.optional(),
  photo: z.unknown().optional(),
  photos: z.unknown().optional(),
  video: z.unknown().optional(),
  post: z.object({ permalink_url: z.string().nullish() }).nullish(),
});
type Feed = z.infer<typeof Feed>;

const Mention = z.object({
  item: z.string(),
  verb: z.string(),
  post_id: Id.optional(),
  comment_id: Id.optional(),
  sender_id: Id.optional(),
  sender_name: z.string().default(''),
  message: z.string().default(''),
  created_time: Moment.optional(),
});
type Mention = z.infer<typeof Mention>;

const VISITOR_POST_ITEMS = new Set(['post', 'status', 'photo', 'video', 'share', 'link']);
const VERBS = {
  add: 'written',
  edit: 'edited',
  edited: 'edited',
  remove: 'deleted',
  delete: 'deleted',
  hide: 'hidden',
  unhide: 'shown',
} as const;
const typeOf = (verb: string) => (Object.hasOwn(VERBS, verb) ? VERBS[verb as keyof typeof VERBS] : null);

/** Null for what does not concern us: reactions, our own posts, fields and items that do not exist yet today. */
export function noticeEvent(
  { field, value }: { readonly field: string; readonly value?: unknown },
  pageId: string,
  time: Date,
): InboundEvent | null {
  if (field === 'feed') {
    const feed = Feed.safeParse(value);
    return feed.success ? feedEvent(feed.data, pageId, time) : null;
  }
  const mention = field === 'mention' ? Mention.safeParse(value) : null;
  return mention?.success === true ? mentionEvent(mention.data, pageId, time) : null;
}

function feedEvent(change: Feed, pageId: string, time: Date): InboundEvent | null {
  const type = typeOf(change.verb);
  const isComment = change.item === 'comment';
  const own = change.from?.id === pageId;
  const externalId = isComment ? change.comment_id : change.post_id;
  if (type === null || externalId === undefined) return null;
  if (!isComment && (own || !VISITOR_POST_ITEMS.has(change.item))) return null;
  if (type !== 'written' && type !== 'edited') return { type, externalId, at: time };
  const parent = isComment && change.parent_id !== change.post_id ? (change.parent_id ?? null) : null;
  return {
    type,
    externalId,
    kind: isComment ? (parent === null ? 'comment' : 'reply') : 'visitor-post',
    text: change.message,
    author: change.from ? { externalId: change.from.id, name: change.from.name } : null,
    at: type === 'written' ? (change.created_time ?? time) : time,
    permalink: change.post?.permalink_url ?? null,
    post: isComment && change.post_id !== undefined ? { externalId: change.post_id, text: null } : null,
    parentExternalId: parent,
    own,
    hasMedia: [change.photo, change.photos, change.video].some((media) => media !== undefined && media !== null),
  };
}

/** Somebody named the Page elsewhere; comments on the Page itself the feed tells. */
function mentionEvent(mention: Mention, pageId: string, time: Date): InboundEvent | null {
  const type = typeOf(mention.verb);
  const externalId = mention.comment_id ?? mention.post_id;
  if (type === null || externalId === undefined) return null;
  if (mention.comment_id !== undefined && mention.post_id?.startsWith(`${pageId}_`) === true) return null;
  if (type !== 'written' && type !== 'edited') return { type, externalId, at: time };
  const { sender_id: sender, sender_name: name } = mention;
  return {
    type,
    externalId,
    kind: 'mention',
    text: mention.message,
    author: sender === undefined ? null : { externalId: sender, name },
    at: type === 'written' ? (mention.created_time ?? time) : time,
    permalink: `https://www.facebook.com/${encodeURIComponent(mention.post_id ?? externalId)}`,
    post: null,
    parentExternalId: null,
    own: sender === pageId,
    hasMedia: /photo|video/.test(mention.item),
  };
}
