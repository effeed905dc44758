// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { ID_EPOCH_MILLISECONDS } from './limits.ts';
import { asWritten, Entities, withoutAddressees } from './text.ts';

// Answers are read in both of the API's vocabularies: `tweet` of its documentation, `post` of its newest description.

export const Id = z.union([z.string().regex(/^\d{1,19}$/), z.number().int().nonnegative().transform(String)]);
const When = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const Note = z.object({ text: z.string(), entities: Entities.nullish() });
const References = z.array(z.object({ type: z.string(), id: Id }));
const Metrics = z.object({
  impression_count: z.number().optional(),
  like_count: z.number().optional(),
  reply_count: z.number().optional(),
  retweet_count: z.number().optional(),
  repost_count: z.number().optional(),
  quote_count: z.number().optional(),
});
export type Metrics = z.infer<typeof Metrics>;

const WirePost = z.object({
  id: Id,
  text: z.string().default(''),
  author_id: Id.optional(),
  conversation_id: Id.optional(),
  created_at: When.optional(),
  in_reply_to_user_id: Id.optional(),
  referenced_tweets: References.optional(),
  referenced_posts: References.optional(),
  attachments: z.object({ media_keys: z.array(z.string()).nullish() }).optional(),
  entities: Entities.nullish(),
  display_text_range: z.tuple([z.number(), z.number()]).optional(),
  edit_history_tweet_ids: z.array(Id).optional(),
  edit_history_post_ids: z.array(Id).optional(),
  note_tweet: Note.optional(),
  note_post: Note.optional(),
  reply_settings: z.string().optional(),
  public_metrics: Metrics.optional(),
});

/** A post of X, ours or of others. An edit is a new post on X: `first` is the id that it was written under. */
export const Post = WirePost.transform((wire) => {
  const references = wire.referenced_tweets ?? wire.referenced_posts ?? [];
  const history = wire.edit_history_tweet_ids ?? wire.edit_history_post_ids ?? [];
  const note = wire.note_tweet ?? wire.note_post;
  const first = history[0] ?? wire.id;
  const whole = note === undefined ? asWritten(wire.text, wire.entities) : asWritten(note.text, note.entities);
  const replyTo = references.find(({ type }) => type === 'replied_to')?.id ?? null;
  return {
    id: wire.id,
    first,
    latest: history.at(-1) ?? wire.id,
    author: wire.author_id ?? null,
    conversation: wire.conversation_id ?? null,
    repliesToUser: wire.in_reply_to_user_id ?? null,
    replyTo,
    isRepost: references.some(({ type }) => type === 'retweeted'),
    at: first === wire.id && wire.created_at !== undefined ? wire.created_at : momentOf(first),
    text: replyTo === null ? whole : withoutAddressees(whole, wire.display_text_range?.[0] ?? 0),
    hasMedia:
      (wire.attachments?.media_keys ?? []).length > 0 ||
      (wire.entities?.urls ?? []).some(({ media_key: media }) => Boolean(media)),
    replySettings: wire.reply_settings ?? null,
    metrics: wire.public_metrics ?? {},
  };
});
export type Post = z.infer<typeof Post>;

export const User = z.object({
  id: Id,
  name: z.string().default(''),
  username: z.string().default(''),
  public_metrics: z.object({ followers_count: z.number().optional() }).optional(),
});
export type User = z.infer<typeof User>;
export const OneUser = z.object({ data: User });

/** A private message. */
export const Message = z
  .object({
    id: Id,
    event_type: z.string().default('MessageCreate'),
    text: z.string().default(''),
    sender_id: Id.optional(),
    dm_conversation_id: z.string().optional(),
    created_at: When.optional(),
    attachments: z.object({ media_keys: z.array(z.string()).nullish() }).optional(),
    entities: Entities.nullish(),
  })
  .transform((wire) => ({
    id: wire.id,
    isText: wire.event_type === 'MessageCreate',
    sender: wire.sender_id ?? null,
    conversation: wire.dm_conversation_id ?? null,
    at: wire.created_at ?? momentOf(wire.id),
    text: asWritten(wire.text, wire.entities),
    hasMedia: (wire.attachments?.media_keys ?? []).length > 0,
  }));
export type Message = z.infer<typeof Message>;

/** A page of a list; nothing found is a page without `data`. */
export const Page = z.object({
  data: z.array(z.unknown()).default([]),
  includes: z.object({ users: z.array(z.unknown()).default([]) }).default({ users: [] }),
  meta: z.object({ next_token: z.string().optional() }).default({}),
  errors: z.unknown().optional(),
});
export const OnePost = z.object({ data: Post });
export const OneMessage = z.object({ data: Message });

export const Written = z.object({ data: z.object({ id: Id }) });
export const Hidden = z.object({ data: z.object({ hidden: z.boolean() }) });
export const Deleted = z.object({ data: z.object({ deleted: z.literal(true) }) });
export const Blocking = z.object({ data: z.object({ blocking: z.boolean() }) });
export const Sent = z.object({ data: z.object({ dm_event_id: Id }) });

/** What is asked of each post. */
export const POST_QUERY = {
  'tweet.fields': [
    'attachments',
    'author_id',
    'conversation_id',
    'created_at',
    'display_text_range',
    'edit_history_tweet_ids',
    'entities',
    'in_reply_to_user_id',
    'note_tweet',
    'referenced_tweets',
  ].join(','),
  expansions: 'author_id',
} as const;

export const MESSAGE_QUERY = {
  'dm_event.fields': 'attachments,created_at,dm_conversation_id,entities,event_type,id,text',
  expansions: 'sender_id',
  event_types: 'MessageCreate',
} as const;

/** Ids tell when they were given, to the millisecond; the lower bits only tell apart. */
export const momentOf = (id: string): Date => new Date(Number(BigInt(id) >> 22n) + ID_EPOCH_MILLISECONDS);

export const isLater = (one: string, other: string): boolean => BigInt(one) > BigInt(other);

export const addressOf = (id: string, username = ''): string =>
  `https://x.com/${username === '' ? 'i' : username}/status/${id}`;
