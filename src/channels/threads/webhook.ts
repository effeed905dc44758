// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Id, Moment } from '../core/graph.ts';
import { graphHandshake, isSignedByApp, noticeOf } from '../core/graph-webhook.ts';
import { ChannelFault, type InboundEvent, type NetworkAdapter } from '../port.ts';
import { foreignDelivery } from './errors.ts';
import { authorOf } from './wire.ts';

const Change = z.object({ field: z.string(), value: z.unknown().optional() });

/** One event in each delivery, of one account. */
const Delivery = z.object({
  topic: z.string(),
  target_id: Id,
  time: Moment,
  values: z.union([Change.transform((change) => [change]), z.array(Change)]),
});

const Writing = z.object({
  id: Id,
  username: z.string().nullish(),
  text: z.string().nullish(),
  media_type: z.string().nullish(),
  permalink: z.string().nullish(),
  replied_to: z.object({ id: Id }).nullish(),
  root_post: z.object({ id: Id, owner_id: Id.nullish(), username: z.string().nullish() }).nullish(),
  timestamp: Moment.nullish(),
});
type Writing = z.infer<typeof Writing>;
const Deleted = z.object({ id: Id, deleted_at: Moment.nullish(), timestamp: Moment.nullish() });

export const webhook: NonNullable<NetworkAdapter['webhook']> = {
  handshake: (query, { verifyToken = '' }) => graphHandshake(query, verifyToken),

  // INVARIANT: with the secret of the Threads application, which is not that of the Meta application around it.
  verify: (delivery, { appSecret = '' }) => isSignedByApp(delivery, appSecret),

  parse(notice) {
    const delivery = Delivery.safeParse(noticeOf(notice));
    if (!delivery.success) throw new ChannelFault(foreignDelivery, { cause: delivery.error });
    const { target_id: accountExternalId, time, values } = delivery.data;
    return [{ accountExternalId, events: values.flatMap((change) => eventOf(change, time) ?? []) }];
  },
};

/** Null for our own posts coming out and for fields that do not exist yet today. */
function eventOf({ field, value }: z.infer<typeof Change>, time: Date): InboundEvent | null {
  if (field === 'delete') {
    const { data } = Deleted.safeParse(value);
    return data === undefined ? null : { type: 'deleted', externalId: data.id, at: data.deleted_at ?? time };
  }
  if (field !== 'replies' && field !== 'mentions') return null;
  const { data } = Writing.safeParse(value);
  if (data === undefined) return null;
  return field === 'replies' ? reply(data, time) : written(data, { kind: 'mention', post: null, above: null }, time);
}

function reply(writing: Writing, time: Date): InboundEvent | null {
  const root = writing.root_post?.id;
  // Without its post it cannot be put anywhere: polling tells it.
  if (root === undefined) return null;
  const above = writing.replied_to?.id ?? root;
  const isTop = above === root;
  return written(writing, { kind: isTop ? 'comment' : 'reply', post: root, above: isTop ? null : above }, time);
}

interface Place {
  readonly kind: 'comment' | 'reply' | 'mention';
  readonly post: string | null;
  readonly above: string | null;
}

function written(writing: Writing, { kind, post, above }: Place, time: Date): InboundEvent {
  const { username, root_post: root } = writing;
  return {
    type: 'written',
    externalId: writing.id,
    kind,
    text: writing.text ?? '',
    author: authorOf(username),
    at: writing.timestamp ?? time,
    permalink: writing.permalink ?? null,
    post: post === null ? null : { externalId: post, text: null },
    parentExternalId: above,
    // Under our own post the notice names its owner: who has that name is us.
    own: kind !== 'mention' && Boolean(username) && username === root?.username,
    hasMedia: Boolean(writing.media_type) && writing.media_type !== 'TEXT_POST',
  };
}
