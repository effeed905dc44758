// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Graph, graphAt, Id, listOf, Moment, readableListOf } from '../core/graph.ts';
import type { ConnectedAccount } from '../port.ts';
import { COMMENTS_WITH_POST, GRAPH_VERSION, MESSAGES_WITH_CONVERSATION } from './limits.ts';

export const From = z.object({ id: Id, name: z.string().default('') });

const Comment = z.object({
  id: Id,
  from: From.nullish(),
  message: z.string().default(''),
  created_time: Moment,
  parent: z.object({ id: Id }).nullish(),
  is_hidden: z.boolean().default(false),
  permalink_url: z.string().nullish(),
  attachment: z.unknown().optional(),
});
export type Comment = z.infer<typeof Comment>;
export const CommentList = readableListOf(Comment);

const Post = z.object({
  id: Id,
  from: From.nullish(),
  message: z.string().optional(),
  created_time: Moment,
  permalink_url: z.string().nullish(),
  is_hidden: z.boolean().default(false),
  full_picture: z.string().nullish(),
  status_type: z.string().nullish(),
  comments: CommentList.optional(),
});
export type Post = z.infer<typeof Post>;
export const PostList = readableListOf(Post);

export const Visibility = z.object({ id: Id, is_hidden: z.boolean() });
export const Authored = z.object({ id: Id, from: From.nullish(), message: z.string().default('') });
export const Reply = Authored.extend({
  created_time: Moment,
  parent: z.object({ id: Id }).nullish(),
  object: z.object({ id: Id }).nullish(),
});
export type Reply = z.infer<typeof Reply>;
export const Target = Authored.extend({ parent: z.object({ id: Id }).nullish() });
export const ReplyList = listOf(Reply);

/** A post of ours as it is looked for after publishing. */
export const OwnPost = Authored.extend({
  created_time: Moment,
  permalink_url: z.string().nullish(),
  is_published: z.boolean().default(true),
});
export type OwnPost = z.infer<typeof OwnPost>;
export const OwnPostList = listOf(OwnPost);

/** The picture has its own id; the post that shows it is what the public sees. */
export const PhotoWritten = z.object({ id: Id, post_id: Id });

export const Video = z.object({
  id: Id,
  description: z.string().default(''),
  created_time: Moment.optional(),
  post_id: Id.optional(),
  status: z.object({ video_status: z.string() }),
});
export type Video = z.infer<typeof Video>;
export const VideoList = listOf(Video);

export const MessageSent = z.object({ message_id: Id });
const Attached = z.object({ data: z.array(z.unknown()).default([]) });
export const Message = z.object({
  id: Id,
  from: From.nullish(),
  message: z.string().default(''),
  created_time: Moment,
  attachments: Attached.nullish(),
  sticker: z.string().nullish(),
});
export type Message = z.infer<typeof Message>;
export const MessageList = readableListOf(Message);
export const OwnMessageList = listOf(Message);

const Conversation = z.object({
  id: Id,
  link: z.string().nullish(),
  updated_time: Moment,
  participants: z.object({ data: z.array(From) }),
  messages: MessageList.optional(),
});
export type Conversation = z.infer<typeof Conversation>;
export const ConversationList = readableListOf(Conversation);
export const ConversationIds = listOf(z.object({ id: Id }));

export const BannedList = listOf(z.object({ id: Id }));

export const COMMENT_FIELDS = 'id,from,message,created_time,parent{id},is_hidden,permalink_url,attachment';
const BARE_POST_FIELDS = 'id,from,message,created_time,permalink_url,is_hidden,full_picture,status_type';
const commentsIn = (modifiers: string): string =>
  `comments.filter(stream).order(chronological)${modifiers}{${COMMENT_FIELDS}}`;
export const POST_FIELDS = `${BARE_POST_FIELDS},${commentsIn(`.limit(${COMMENTS_WITH_POST})`)}`;
/** Posts with only the comments written since, in Unix seconds. */
export const postFieldsSince = (since: number): string =>
  `${BARE_POST_FIELDS},${commentsIn(`.since(${since}).limit(${COMMENTS_WITH_POST})`)}`;
export const MENTION_FIELDS = BARE_POST_FIELDS;
export const REPLY_FIELDS = 'id,from,message,created_time,parent{id},object{id}';
export const OWN_POST_FIELDS = 'id,from,message,created_time,permalink_url,is_published';
export const VIDEO_FIELDS = 'id,description,created_time,status,post_id';
export const MESSAGE_FIELDS = 'id,from,message,created_time,attachments,sticker';
export const CONVERSATION_FIELDS = `id,link,updated_time,participants,messages.limit(${MESSAGES_WITH_CONVERSATION}){${MESSAGE_FIELDS}}`;
export const IN_STREAM = { filter: 'stream', order: 'chronological' };

/** The Graph API as one Page sees it, with the proof that the caller owns the app's secret. */
export function graphOf({ baseUrl, credentials }: ConnectedAccount, timeoutMilliseconds?: number): Graph {
  const { pageToken: token = '', appSecret = '' } = credentials;
  return graphAt({ baseUrl, version: GRAPH_VERSION, token, appSecret }, timeoutMilliseconds);
}

/** Two names of one comment: Meta gives it as `post_comment` or as `comment` alone, depending on the edge. */
export const sameComment = (one: string, other: string): boolean => lastPart(one) === lastPart(other);
const lastPart = (id: string): string => id.slice(id.lastIndexOf('_') + 1);
