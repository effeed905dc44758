// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Graph, graphAt, Id, listOf, Moment, readableListOf } from '../core/graph.ts';
import type { AuthorRef, ConnectedAccount, InboundEvent } from '../port.ts';
import { COMMENTS_AT_ONCE, GRAPH_VERSION, MESSAGES_OF_CONVERSATION, type Route } from './limits.ts';

/** Which of Instagram's two ways in the account uses; through Facebook unless it says otherwise. */
export const routeOf = ({ credentials }: Pick<ConnectedAccount, 'credentials'>): Route =>
  credentials.route === 'instagram-login' ? 'instagram-login' : 'facebook-login';

/** The Graph API as the account sees it. Only the route through Facebook proves that the caller has the app's secret. */
export function graphOf(account: ConnectedAccount, timeoutMilliseconds?: number): Graph {
  const { baseUrl, credentials } = account;
  const { token = '', appSecret = '' } = credentials;
  const proof = routeOf(account) === 'facebook-login' ? { appSecret } : {};
  return graphAt({ baseUrl, version: GRAPH_VERSION, token, ...proof }, timeoutMilliseconds);
}

/** INVARIANT: of the route through Instagram, `user_id` is the account; `id` names it to this application only. */
export const Me = z.object({ id: Id.optional(), user_id: Id.optional(), username: z.string() });

export const From = z.object({ id: Id, username: z.string().default('') });
type From = z.infer<typeof From> | null | undefined;
const Reply = z.object({
  id: Id,
  text: z.string().default(''),
  timestamp: Moment,
  username: z.string().nullish(),
  from: From.nullish(),
  hidden: z.boolean().default(false),
  parent_id: Id.nullish(),
});
export type Comment = z.infer<typeof Reply>;
export const ReplyList = readableListOf(Reply);
const TopComment = Reply.extend({ replies: ReplyList.optional() });
export type TopComment = z.infer<typeof TopComment>;
export const CommentList = readableListOf(TopComment);

const Media = z.object({
  id: Id,
  caption: z.string().nullish(),
  comments_count: z.number().int().default(0),
  timestamp: Moment,
  permalink: z.string().nullish(),
  media_type: z.string().nullish(),
  username: z.string().nullish(),
});
export type Media = z.infer<typeof Media>;
export const MediaList = readableListOf(Media);

export const OneMedia = z.object({
  id: Id,
  caption: z.string().nullish(),
  timestamp: Moment.optional(),
  permalink: z.string().nullish(),
  is_comment_enabled: z.boolean().optional(),
});
export const OneComment = z.object({
  id: Id,
  text: z.string().default(''),
  timestamp: Moment.optional(),
  username: z.string().nullish(),
  from: From.nullish(),
  hidden: z.boolean().default(false),
  parent_id: Id.nullish(),
});
export type OneComment = z.infer<typeof OneComment>;
export const OneCommentList = listOf(OneComment);
export const OwnMediaList = listOf(OneMedia);

export const Container = z.object({ id: Id, status_code: z.string(), status: z.string().default('') });
export const MessageSent = z.object({ recipient_id: Id.optional(), message_id: Id });
/** Documented with its value in quotation marks. */
export const Moderated = z.object({ success: z.union([z.boolean(), z.enum(['true', 'false'])]) });

export const Conversation = z.object({ id: Id, updated_time: Moment });
export type Conversation = z.infer<typeof Conversation>;
export const ConversationList = readableListOf(Conversation);
const Party = z.object({ id: Id, username: z.string().default('') });
const Message = z.object({
  id: Id,
  created_time: Moment,
  from: Party,
  to: z.object({ data: z.array(Party) }).optional(),
  message: z.string().default(''),
  attachments: z.unknown().optional(),
  shares: z.unknown().optional(),
  is_unsupported: z.boolean().default(false),
});
export type Message = z.infer<typeof Message>;
export const MessageList = readableListOf(Message);
export const ConversationMessages = z.object({ id: Id, messages: MessageList.default({ data: [] }) });

const COMMENT = 'id,text,timestamp,username,from,hidden,parent_id';
export const COMMENT_FIELDS = `${COMMENT},replies.limit(${COMMENTS_AT_ONCE}){${COMMENT}}`;
export const REPLY_FIELDS = COMMENT;
export const MEDIA_FIELDS = 'id,caption,comments_count,timestamp,permalink,media_type';
export const TAGGED_FIELDS = 'id,caption,timestamp,permalink,media_type,username';
export const OWN_MEDIA_FIELDS = 'id,caption,timestamp,permalink';
export const MESSAGE_FIELDS = `id,messages.limit(${MESSAGES_OF_CONVERSATION}){id,created_time,from,to,message,attachments,shares,is_unsupported}`;
/** Meta's own programs write the name of the platform in capitals. */
export const ON_INSTAGRAM = { platform: 'INSTAGRAM' };

/** Whose account was read, and when: in Instagram's own time. */
export interface Reading {
  readonly accountId: string;
  readonly username: string;
  readonly seenAt: Date;
}

const isOwn = (comment: Pick<Comment, 'from' | 'username'>, { accountId, username }: Reading): boolean =>
  comment.from?.id === accountId ||
  (comment.from?.username ?? comment.username)?.toLowerCase() === username.toLowerCase();

/** Who is told by name alone is kept apart from those with a number: a name can pass to somebody else. */
export function authorOf({ from, username }: { from?: From; username?: string | null | undefined }): AuthorRef | null {
  if (from) return { externalId: from.id, name: from.username || (username ?? '') };
  return username ? { externalId: `@${username}`, name: username } : null;
}

/** A comment as it is now. `parent`: the one it answers, where it was found under one. */
export function commentEvent(
  comment: Comment,
  { media, parent }: { readonly media: Media; readonly parent: string | null },
  reading: Reading,
): InboundEvent {
  const above = parent ?? comment.parent_id ?? null;
  return {
    type: 'written',
    seenAt: reading.seenAt,
    externalId: comment.id,
    kind: above === null ? 'comment' : 'reply',
    text: comment.text,
    author: authorOf(comment),
    at: comment.timestamp,
    permalink: media.permalink ?? null,
    post: { externalId: media.id, text: media.caption ?? null },
    parentExternalId: above,
    own: isOwn(comment, reading),
    // A sticker or an animated picture leaves no text at all.
    hasMedia: comment.text === '',
  };
}

/** A post of somebody else in which the account is tagged. Instagram tells the name of its author and no number. */
export function taggedEvent(media: Media, { seenAt }: Reading): InboundEvent {
  return {
    type: 'written',
    seenAt,
    externalId: media.id,
    kind: 'mention',
    text: media.caption ?? '',
    author: authorOf(media),
    at: media.timestamp,
    permalink: media.permalink ?? null,
    post: null,
    parentExternalId: null,
    own: false,
    hasMedia: true,
  };
}
