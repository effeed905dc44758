// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { parseLossless } from '../core/lossless-json.ts';
import { headerOf, hmac, isSignedBy } from '../core/signing.ts';
import { ChannelFault, type InboundEvent, type NetworkAdapter, type WebhookBatch } from '../port.ts';
import { foreignDelivery } from './errors.ts';
import { messageEvent, postEvent } from './events.ts';
import { asWritten, Entities } from './text.ts';
import { Id, isLater, type Message, momentOf, Post, User } from './wire.ts';

const Includes = z.object({ users: z.array(z.unknown()).default([]) }).default({ users: [] });

/** What the Activity API tells: one thing that happened to one account. */
const Activity = z.object({
  event_uuid: Id.optional(),
  event_type: z.string(),
  filter: z.object({ user_id: Id }),
  payload: z.unknown(),
  includes: Includes,
});
type Activity = z.infer<typeof Activity>;

const Delivery = z.object({ data: z.union([z.unknown().array(), z.unknown()]), includes: Includes });

/** Private messages keep the shape of the API before this one. */
const OldMessages = z.object({
  direct_message_events: z.array(
    z.object({
      type: z.string().default('message_create'),
      id: Id,
      created_timestamp: z.coerce.number(),
      message_create: z.object({
        sender_id: Id,
        target: z.object({ recipient_id: Id }),
        message_data: z.object({
          text: z.string().default(''),
          entities: Entities.nullish(),
          attachment: z.unknown().optional(),
        }),
      }),
    }),
  ),
  users: z.record(z.string(), z.unknown()).default({}),
});

const OldUser = z.object({ id: Id, name: z.string().default(''), screen_name: z.string().default('') });

const DeletedPost = z.object({ id: Id });

export const webhook: NonNullable<NetworkAdapter['webhook']> = {
  handshake({ crc_token: challenge = '' }, { consumerSecret = '' }) {
    // Whoever asks gets a signature of what they send: only a short plain word, that no delivery could be.
    if (consumerSecret === '' || !/^[\w.=+/-]{1,256}$/.test(challenge)) return null;
    const token = `sha256=${hmac('sha256', consumerSecret, challenge).toString('base64')}`;
    return { type: 'application/json', body: JSON.stringify({ response_token: token }) };
  },

  verify(delivery, { consumerSecret = '' }) {
    const signature = /^sha256=([A-Za-z0-9+/]{43}=)$/.exec(
      headerOf(delivery, 'x-twitter-webhooks-signature') ?? '',
    )?.[1];
    return (
      signature !== undefined && isSignedBy(consumerSecret, delivery.rawBody, { text: signature, encoding: 'base64' })
    );
  },

  parse({ rawBody }) {
    const delivery = Delivery.safeParse(bodyOf(rawBody));
    if (!delivery.success || delivery.data.data === undefined) {
      throw new ChannelFault(foreignDelivery, { cause: delivery.error });
    }
    const { data, includes } = delivery.data;
    const batches = new Map<string, InboundEvent[]>();
    for (const told of Array.isArray(data) ? data : [data]) {
      const activity = Activity.safeParse(told);
      if (!activity.success) continue;
      const account = activity.data.filter.user_id;
      const events = eventsOf(activity.data, usersIn([...includes.users, ...activity.data.includes.users]));
      batches.set(account, [...(batches.get(account) ?? []), ...events]);
    }
    return [...batches].map(([accountExternalId, events]): WebhookBatch => ({ accountExternalId, events }));
  },
};

function bodyOf(rawBody: Uint8Array): unknown {
  try {
    return parseLossless(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    return undefined;
  }
}

function usersIn(values: readonly unknown[]): Map<string, User> {
  const users = values.flatMap((value) => User.safeParse(value).data ?? []);
  return new Map(users.map((user) => [user.id, user]));
}

/** Nothing for what does not concern us, and for kinds of event that do not exist yet today. */
function eventsOf(
  { event_uuid: uuid, event_type: type, filter, payload }: Activity,
  users: ReadonlyMap<string, User>,
): InboundEvent[] {
  const account = filter.user_id;
  switch (type) {
    case 'post.reply.create':
    case 'post.mention.create':
      return spoken(payload, { account, users, type });
    case 'post.delete': {
      const deleted = DeletedPost.safeParse(payload).data;
      // X says when only by the number of the notice; without it, reading will tell.
      if (deleted === undefined || uuid === undefined) return [];
      return [{ type: 'deleted', externalId: deleted.id, at: momentOf(uuid) }];
    }
    case 'dm.received':
    case 'dm.sent':
      return messagesIn(payload, account);
    default:
      return [];
  }
}

interface Told {
  readonly account: string;
  readonly users: ReadonlyMap<string, User>;
  readonly type: 'post.reply.create' | 'post.mention.create';
}

function spoken(payload: unknown, { account, users, type }: Told): InboundEvent[] {
  const post = Post.safeParse(payload).data;
  if (post === undefined || post.isRepost) return [];
  // A direct reply to the first post of a conversation is a reply to ours: X tells replies to the account only.
  const isUnderRoot = post.replyTo !== null && post.replyTo === post.conversation;
  const isOurs = type === 'post.reply.create' ? post.replyTo !== null : isUnderRoot && post.repliesToUser === account;
  const rootText = (conversation: string): null | undefined =>
    isOurs && conversation === post.conversation ? null : undefined;
  return [postEvent(post, { account, users, rootText })];
}

function messagesIn(payload: unknown, account: string): InboundEvent[] {
  const told = OldMessages.safeParse(payload).data;
  if (told === undefined) return [];
  const users = new Map(
    Object.values(told.users).flatMap((value): [string, User][] => {
      const user = OldUser.safeParse(value).data;
      return user === undefined ? [] : [[user.id, { id: user.id, name: user.name, username: user.screen_name }]];
    }),
  );
  return told.direct_message_events.flatMap(({ id, created_timestamp: at, message_create: created }) => {
    const { sender_id: sender, target, message_data: data } = created;
    const message: Message = {
      id,
      isText: true,
      sender,
      conversation: conversationOf(sender, target.recipient_id),
      at: new Date(at),
      text: asWritten(data.text, data.entities),
      hasMedia: data.attachment !== undefined && data.attachment !== null,
    };
    return messageEvent(message, { account, users }) ?? [];
  });
}

/** As the newer API names a conversation of two: both ids, the lower first. */
const conversationOf = (one: string, other: string): string =>
  isLater(one, other) ? `${other}-${one}` : `${one}-${other}`;
