// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { parseLossless } from '../lossless-json.ts';
import { ChannelFault, type InboundEvent, type NetworkAdapter, type WebhookBatch } from '../port.ts';
import { foreignDelivery } from './errors.ts';
import { From, Id, Moment } from './wire.ts';

const Delivery = z.object({
  object: z.literal('page'),
  entry: z.array(
    z.object({
      id: Id,
      time: Moment,
      changes: z.array(z.object({ field: z.string(), value: z.unknown().optional() })).default([]),
    }),
  ),
});

const Change = z.object({
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
type Change = z.infer<typeof Change>;

const VISITOR_POST_ITEMS = new Set(['post', 'status', 'photo', 'video', 'share', 'link']);
const VERBS = { add: 'written', edited: 'edited', remove: 'deleted', hide: 'hidden', unhide: 'shown' } as const;
const isVerb = (verb: string): verb is keyof typeof VERBS => Object.hasOwn(VERBS, verb);

export const webhook: NonNullable<NetworkAdapter['webhook']> = {
  handshake(query, verifyToken) {
    const { 'hub.mode': mode, 'hub.verify_token': token = '', 'hub.challenge': challenge = '' } = query;
    // The challenge is echoed to whoever asks: only the plain characters that Meta uses.
    if (mode !== 'subscribe' || !/^[\w.-]{1,256}$/.test(challenge)) return null;
    return verifyToken !== '' && sameSecret(token, verifyToken) ? challenge : null;
  },

  verify({ rawBody, headers }, secret) {
    const entry = Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-hub-signature-256');
    const signature = /^sha256=([0-9a-f]{64})$/i.exec(entry?.[1] ?? '')?.[1];
    if (signature === undefined || secret === '') return false;
    return timingSafeEqual(Buffer.from(signature, 'hex'), createHmac('sha256', secret).update(rawBody).digest());
  },

  parse({ rawBody }) {
    const delivery = Delivery.safeParse(bodyOf(rawBody));
    if (!delivery.success) throw new ChannelFault(foreignDelivery, { cause: delivery.error });
    const batches = new Map<string, InboundEvent[]>();
    for (const { id: pageId, time, changes } of delivery.data.entry) {
      const events = batches.get(pageId) ?? [];
      batches.set(pageId, events);
      for (const { field, value } of changes) {
        const change = Change.safeParse(value);
        const event = field === 'feed' && change.success ? eventOf(change.data, pageId, time) : null;
        if (event !== null) events.push(event);
      }
    }
    return [...batches].map(([accountExternalId, events]): WebhookBatch => ({ accountExternalId, events }));
  },
};

/** Digests first: their lengths are equal whatever the secrets are. */
const sameSecret = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

function bodyOf(rawBody: Uint8Array): unknown {
  try {
    return parseLossless(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    return undefined;
  }
}

/** Null for what does not concern us: reactions, our own posts, items that do not exist yet today. */
function eventOf(change: Change, pageId: string, time: Date): InboundEvent | null {
  if (!isVerb(change.verb)) return null;
  const isComment = change.item === 'comment';
  const own = change.from?.id === pageId;
  const externalId = isComment ? change.comment_id : change.post_id;
  if (externalId === undefined || !(isComment || (VISITOR_POST_ITEMS.has(change.item) && !own))) return null;
  const type = VERBS[change.verb];
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
