// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { InboundEvent } from '../port.ts';

const Moment = z.string().transform((text, context) => {
  const moment = new Date(text);
  if (!Number.isNaN(moment.getTime())) return moment;
  context.addIssue('not a moment');
  return z.NEVER;
});
/** Counts are 64 bits wide and come as text. */
const Count = z.union([z.string().regex(/^\d+$/), z.number().int().nonnegative()]).transform(Number);

const Comment = z.object({
  id: z.string().min(1),
  snippet: z.object({
    textDisplay: z.string().default(''),
    /** Only of what we wrote ourselves is it sure to be there. */
    textOriginal: z.string().optional(),
    authorDisplayName: z.string().default(''),
    authorChannelId: z.object({ value: z.string() }).optional(),
    parentId: z.string().optional(),
    videoId: z.string().optional(),
    postId: z.string().optional(),
    publishedAt: Moment,
    /** Never there when the comment was asked for by its id. */
    moderationStatus: z.enum(['published', 'heldForReview', 'likelySpam', 'rejected']).optional(),
  }),
});
export type Comment = z.infer<typeof Comment>;
export type Status = NonNullable<Comment['snippet']['moderationStatus']>;
/** What may be listed: what was rejected cannot. */
export type Listed = Exclude<Status, 'rejected'>;

/** Something that had not its shape: what it is called, where that much could be read. */
export class Unreadable {
  readonly isUnreadable = true;
  readonly id: string | null;
  constructor(id: string | null) {
    this.id = id;
  }
}
const WithId = z.object({ id: z.string() });

/** One that cannot be read does not take the others with it. */
const readable = <Shape extends z.ZodType>(shape: Shape) =>
  z.unknown().transform((value): z.output<Shape> | Unreadable => {
    const read = shape.safeParse(value);
    return read.success ? read.data : new Unreadable(WithId.safeParse(value).data?.id ?? null);
  });

const Thread = z.object({
  id: z.string().min(1),
  snippet: z.object({
    videoId: z.string().optional(),
    postId: z.string().optional(),
    canReply: z.boolean().default(true),
    totalReplyCount: z.number().int().default(0),
    topLevelComment: Comment,
  }),
  replies: z.object({ comments: z.array(readable(Comment)).default([]) }).optional(),
});
export type Thread = z.infer<typeof Thread>;

const paged = <Shape extends z.ZodType>(shape: Shape) =>
  z.object({ items: z.array(readable(shape)).default([]), nextPageToken: z.string().min(1).optional() });
export const ThreadList = paged(Thread);
export const CommentList = paged(Comment);
export const WrittenComment = z.object({ id: z.string().min(1) });

const Snippet = z.object({
  title: z.string().default(''),
  description: z.string().default(''),
  categoryId: z.string().optional(),
  tags: z.array(z.string()).optional(),
  defaultLanguage: z.string().optional(),
  defaultAudioLanguage: z.string().optional(),
});
export const Video = z.object({
  id: z.string().min(1),
  snippet: Snippet.optional(),
  status: z
    .object({
      uploadStatus: z.string().optional(),
      privacyStatus: z.string().optional(),
      failureReason: z.string().optional(),
      rejectionReason: z.string().optional(),
    })
    .optional(),
  statistics: z
    .object({ viewCount: Count.optional(), likeCount: Count.optional(), commentCount: Count.optional() })
    .optional(),
});
export type Video = z.infer<typeof Video>;
export const VideoList = z.object({ items: z.array(Video).default([]) });

const Channel = z.object({
  id: z.string().min(1),
  snippet: z.object({ title: z.string().default(''), customUrl: z.string().optional() }).optional(),
  contentDetails: z.object({ relatedPlaylists: z.object({ uploads: z.string() }) }).optional(),
  statistics: z
    .object({
      viewCount: Count.optional(),
      subscriberCount: Count.optional(),
      hiddenSubscriberCount: z.boolean().optional(),
    })
    .optional(),
});
export const ChannelList = z.object({ items: z.array(Channel).default([]) });

const Upload = z.object({
  snippet: z.object({
    title: z.string().default(''),
    description: z.string().default(''),
    publishedAt: Moment,
    resourceId: z.object({ videoId: z.string() }),
  }),
});
export type Upload = z.infer<typeof Upload>;
export const UploadList = z.object({ items: z.array(Upload).default([]) });

export const AbuseReasons = z.object({
  items: z.array(z.object({ id: z.string(), snippet: z.object({ label: z.string() }) })).default([]),
});

export const TokenInfo = z.object({ expires_in: z.coerce.number().positive(), scope: z.string() });

/** A table with named columns; no rows where nothing was counted. */
export const Report = z.object({
  columnHeaders: z.array(z.object({ name: z.string() })),
  rows: z.array(z.array(z.union([z.string(), z.number()]))).default([]),
});

export const watchLink = (video: string): string => `https://www.youtube.com/watch?v=${encodeURIComponent(video)}`;
export const studioLink = (channel: string): string =>
  `https://studio.youtube.com/channel/${encodeURIComponent(channel)}`;

/** Replies are named after their comment; only comments can be answered. */
export const topOf = (id: string): string => id.split('.')[0] ?? id;

/** As it was written, where YouTube tells; the other text may have titles in place of links. */
export const textOf = ({ snippet }: Comment): string => snippet.textOriginal ?? snippet.textDisplay;

export const sameText = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Under what a comment hangs: a video, or a post of the channel's. */
export interface Place {
  readonly video: string | undefined;
  readonly post: string | undefined;
  readonly title: string | null;
}

/** A comment as it is now; an edited one looks the same, with its new text. */
export function commentEvent(
  comment: Comment,
  { video, post, title }: Place,
  { channel, seenAt }: { readonly channel: string; readonly seenAt: Date },
): InboundEvent {
  const { id, snippet } = comment;
  const parent = snippet.parentId ?? (id.includes('.') ? topOf(id) : null);
  const author = snippet.authorChannelId?.value;
  const under = video ?? post;
  const address =
    video === undefined ? post && `https://www.youtube.com/post/${encodeURIComponent(post)}?` : `${watchLink(video)}&`;
  return {
    type: 'written',
    seenAt,
    externalId: id,
    kind: parent === null ? 'comment' : 'reply',
    text: textOf(comment),
    author: author === undefined ? null : { externalId: author, name: snippet.authorDisplayName },
    at: snippet.publishedAt,
    permalink: address ? `${address}lc=${encodeURIComponent(id)}` : null,
    post: under === undefined ? null : { externalId: under, text: title },
    parentExternalId: parent,
    own: author === channel,
    hasMedia: false,
  };
}
