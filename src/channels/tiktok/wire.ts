// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { InboundEvent } from '../port.ts';

/** Ids are numbers beyond 2^53 in some places and texts in others: here always text. */
export const Id = z.union([z.string().min(1), z.number().int().transform(String)]);

/** Unix seconds, as a number or as text. */
const Moment = z.coerce
  .number()
  .transform((seconds) => new Date(seconds * 1000))
  .refine((moment) => !Number.isNaN(moment.getTime()), 'not a moment');

/** An element that had not its shape: what it is called, where that much could be read. */
export class Unreadable {
  readonly id: string | null;
  constructor(id: string | null) {
    this.id = id;
  }
}
const Named = z.object({ comment_id: Id });

const readable = <Element extends z.ZodType>(element: Element) =>
  z.unknown().transform((value): z.output<Element> | Unreadable => {
    const read = element.safeParse(value);
    return read.success ? read.data : new Unreadable(Named.safeParse(value).data?.comment_id ?? null);
  });

const Figure = z.coerce.number().default(0);

export const Video = z.object({
  item_id: Id,
  caption: z.string().default(''),
  create_time: Moment,
  share_url: z.string().default(''),
  video_views: Figure,
  reach: Figure,
  likes: Figure,
  comments: Figure,
  shares: Figure,
});
export type Video = z.infer<typeof Video>;
export const VIDEO_FIELDS = JSON.stringify([
  'item_id',
  'caption',
  'create_time',
  'share_url',
  'video_views',
  'reach',
  'likes',
  'comments',
  'shares',
]);

const Page = { cursor: z.coerce.number().default(0), has_more: z.boolean().default(false) };
export const VideoPage = z.object({ videos: z.array(readable(Video)), ...Page });

const CommentAlone = z.object({
  comment_id: Id,
  text: z.string().default(''),
  create_time: Moment,
  unique_identifier: z.string().default(''),
  username: z.string().default(''),
  display_name: z.string().default(''),
  owner: z.boolean().default(false),
  status: z.string().default('PUBLIC'),
  parent_comment_id: Id.nullish(),
  replies: z.coerce.number().default(0),
});
export const Comment = CommentAlone.extend({ reply_list: z.array(readable(CommentAlone)).default([]) });
export type Comment = z.infer<typeof Comment>;
export const CommentPage = z.object({ comments: z.array(readable(Comment)), ...Page });
export type CommentPage = z.infer<typeof CommentPage>;

export const ReplyWritten = z.object({ comment_id: Id });

export const CreatorInfo = z.object({ privacy_level_options: z.array(z.string()) });
export const Begun = z.object({ publish_id: z.string().min(1) });
export const PublishStatus = z.object({
  status: z.string(),
  fail_reason: z.string().default(''),
  // TikTok's own spelling.
  publicaly_available_post_id: z.array(Id).default([]),
});

export const BusinessToken = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
  refresh_token: z.string().min(1),
  refresh_token_expires_in: z.coerce.number().positive(),
  open_id: z.string().min(1),
});
export const TokenInfo = z.object({ scope: z.string().default(''), creator_id: z.string().default('') });
export const Profile = z.object({
  username: z.string().default(''),
  display_name: z.string().default(''),
  followers_count: z.coerce.number().optional(),
});

export const isHidden = ({ status }: Pick<Comment, 'status'>): boolean => status !== 'PUBLIC';

/** When the reading began, in TikTok's own time, and under which video. */
export interface Reading {
  readonly video: Video;
  readonly seenAt: Date;
  readonly handle: string;
}

/** A comment as it is now; on TikTok nobody can change what was written. */
export function commentEvent(comment: Comment, { video, seenAt, handle }: Reading): InboundEvent {
  const { unique_identifier: person, display_name: name, username } = comment;
  const parent = comment.parent_comment_id ?? null;
  return {
    type: 'written',
    seenAt,
    externalId: comment.comment_id,
    kind: parent === null ? 'comment' : 'reply',
    text: comment.text,
    author: person === '' ? null : { externalId: person, name: name || username },
    at: comment.create_time,
    permalink: video.share_url || videoPermalink(handle, video.item_id),
    post: { externalId: video.item_id, text: video.caption },
    parentExternalId: parent,
    own: comment.owner,
    hasMedia: false,
  };
}

export const videoPermalink = (handle: string, id: string): string =>
  `https://www.tiktok.com/@${encodeURIComponent(handle)}/video/${encodeURIComponent(id)}`;
