// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Graph, graphAt, Id, listOf, Moment, readableListOf } from '../core/graph.ts';
import type { AuthorRef, ConnectedAccount, InboundEvent } from '../port.ts';
import { API_VERSION } from './limits.ts';

/** The interface as the account sees it. Threads takes no proof of the application's secret. */
export function graphOf({ baseUrl, credentials }: ConnectedAccount, timeoutMilliseconds?: number): Graph {
  return graphAt({ baseUrl, version: API_VERSION, token: credentials.token ?? '' }, timeoutMilliseconds);
}

export const Me = z.object({ id: Id, username: z.string() });

const Post = z.object({
  id: Id,
  text: z.string().nullish(),
  timestamp: Moment,
  permalink: z.string().nullish(),
  media_type: z.string().nullish(),
  username: z.string().nullish(),
  has_replies: z.boolean().default(true),
});
export type Post = z.infer<typeof Post>;
export const PostList = readableListOf(Post);

const Reply = z.object({
  id: Id,
  text: z.string().nullish(),
  username: z.string().nullish(),
  permalink: z.string().nullish(),
  timestamp: Moment,
  media_type: z.string().nullish(),
  root_post: z.object({ id: Id }).nullish(),
  replied_to: z.object({ id: Id }).nullish(),
  is_reply_owned_by_me: z.boolean().default(false),
  hide_status: z.string().nullish(),
  reply_approval_status: z.string().nullish(),
});
export type Reply = z.infer<typeof Reply>;
export const ReplyList = readableListOf(Reply);

/** One post or reply, ours or not, as reading back asks for it. */
export const One = z.object({
  id: Id,
  text: z.string().nullish(),
  timestamp: Moment.optional(),
  permalink: z.string().nullish(),
  root_post: z.object({ id: Id }).nullish(),
  replied_to: z.object({ id: Id }).nullish(),
  hide_status: z.string().nullish(),
  reply_audience: z.string().nullish(),
});
export type One = z.infer<typeof One>;
export const OneList = listOf(One);

export const Container = z.object({ id: Id, status: z.string(), error_message: z.string().nullish() });

export const POST_FIELDS = 'id,text,timestamp,permalink,media_type,username,has_replies';
export const MENTION_FIELDS = 'id,text,timestamp,permalink,media_type,username';
export const REPLY_FIELDS =
  'id,text,username,permalink,timestamp,media_type,root_post,replied_to,is_reply_owned_by_me,hide_status';
export const PENDING_FIELDS = `${REPLY_FIELDS},reply_approval_status`;
export const OWN_FIELDS = 'id,text,timestamp,permalink';
export const OWN_REPLY_FIELDS = `${OWN_FIELDS},root_post,replied_to`;

/** Whose account was read, and when: in the network's own time. */
export interface Reading {
  readonly username: string;
  readonly seenAt: Date;
}

/** Threads tells authors by name alone: the name is all there is to know them by. */
export const authorOf = (username: string | null | undefined): AuthorRef | null =>
  username ? { externalId: username, name: username } : null;

/** Everything but these is out of the public's sight, whoever put it there. */
const IN_SIGHT = new Set(['NOT_HUSHED', 'UNHUSHED']);
export const isHidden = ({ hide_status: status }: { hide_status?: string | null | undefined }): boolean =>
  Boolean(status) && !IN_SIGHT.has(status ?? '');

const hasMedia = (type: string | null | undefined): boolean => Boolean(type) && type !== 'TEXT_POST';

/** A reply as it is now. */
export function replyEvent(reply: Reply, post: Post, { username, seenAt }: Reading): InboundEvent {
  const above = reply.replied_to?.id ?? post.id;
  const isTop = above === post.id;
  return {
    type: 'written',
    seenAt,
    externalId: reply.id,
    kind: isTop ? 'comment' : 'reply',
    text: reply.text ?? '',
    author: authorOf(reply.username),
    at: reply.timestamp,
    permalink: reply.permalink ?? null,
    post: { externalId: post.id, text: post.text ?? null },
    parentExternalId: isTop ? null : above,
    own: reply.is_reply_owned_by_me || reply.username?.toLowerCase() === username.toLowerCase(),
    hasMedia: hasMedia(reply.media_type),
  };
}

/** A post of somebody else that names the account. */
export function mentionEvent(post: Post, { username, seenAt }: Reading): InboundEvent {
  return {
    type: 'written',
    seenAt,
    externalId: post.id,
    kind: 'mention',
    text: post.text ?? '',
    author: authorOf(post.username),
    at: post.timestamp,
    permalink: post.permalink ?? null,
    post: null,
    parentExternalId: null,
    own: post.username?.toLowerCase() === username.toLowerCase(),
    hasMedia: hasMedia(post.media_type),
  };
}
