// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { parseLossless } from '../core/lossless-json.ts';
import { headerOf, isSignedBy } from '../core/signing.ts';
import { ChannelFault, type InboundEvent, type NetworkAdapter } from '../port.ts';
import { foreignDelivery } from './errors.ts';
import { Id } from './wire.ts';

const Delivery = z.object({
  event: z.string(),
  create_time: z.coerce.number(),
  user_openid: z.string(),
  content: z.string(),
});

const Update = z.object({
  comment_id: Id,
  video_id: Id,
  parent_comment_id: Id.nullish(),
  comment_type: z.string().default('comment'),
  comment_action: z.string(),
  timestamp: z.coerce.number().optional(),
  unique_identifier: z.string().default(''),
  text: z.string().default(''),
});
type Update = z.infer<typeof Update>;

/** A delivery older than this may be an old one sent again by somebody else. */
const OLDEST_SECONDS = 300;

/** Visible to friends only is not visible to the public. */
const CHANGES = {
  delete: 'deleted',
  set_to_hidden: 'hidden',
  set_to_friends_only: 'hidden',
  set_to_public: 'shown',
} as const;
const isChange = (action: string): action is keyof typeof CHANGES => Object.hasOwn(CHANGES, action);

export const webhook: NonNullable<NetworkAdapter['webhook']> = {
  // TikTok registers an address without asking it anything.
  handshake: () => null,

  verify(delivery, { appSecret = '', clientSecret = '' }, now) {
    const header = headerOf(delivery, 'tiktok-signature') ?? '';
    const { t = '', s = '' } = Object.fromEntries(header.split(',').map((part) => part.trim().split('=', 2)));
    if (!/^\d{1,12}$/.test(t) || !/^[0-9a-f]{64}$/i.test(s)) return false;
    if (Math.abs(now.getTime() / 1000 - Number(t)) > OLDEST_SECONDS) return false;
    const signed = Buffer.concat([Buffer.from(`${t}.`), delivery.rawBody]);
    const signature = { text: s, encoding: 'hex' } as const;
    // Notices of comments are signed by one application, those of publications by the other.
    const byOne = isSignedBy(appSecret, signed, signature);
    const byOther = isSignedBy(clientSecret, signed, signature);
    return byOne || byOther;
  },

  parse({ rawBody }) {
    const delivery = Delivery.safeParse(jsonOf(textOf(rawBody)));
    if (!delivery.success) throw new ChannelFault(foreignDelivery, { cause: delivery.error });
    const { event, content, create_time: seconds, user_openid: accountExternalId } = delivery.data;
    const update = event === 'comment.update' ? Update.safeParse(jsonOf(content)).data : undefined;
    const told = update === undefined ? null : eventOf(update, accountExternalId, new Date(seconds * 1000));
    return [{ accountExternalId, events: told === null || Number.isNaN(told.at.getTime()) ? [] : [told] }];
  },
};

function textOf(rawBody: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(rawBody);
  } catch {
    return '';
  }
}

/** INVARIANT: ids are numbers beyond 2^53 here; read as doubles they would name other comments. */
function jsonOf(text: string): unknown {
  try {
    return parseLossless(text);
  } catch {
    return undefined;
  }
}

/** Null for actions that do not exist yet today. */
function eventOf(update: Update, account: string, toldAt: Date): InboundEvent | null {
  const { comment_id: externalId, comment_action: action, unique_identifier: person, timestamp } = update;
  const at = timestamp === undefined ? toldAt : momentOf(timestamp);
  if (isChange(action)) return { type: CHANGES[action], externalId, at };
  if (action !== 'insert') return null;
  const isReply = update.comment_type === 'reply' && Boolean(update.parent_comment_id);
  return {
    type: 'written',
    externalId,
    kind: isReply ? 'reply' : 'comment',
    text: update.text,
    author: person === '' ? null : { externalId: person, name: '' },
    at,
    permalink: null,
    post: { externalId: update.video_id, text: null },
    parentExternalId: isReply ? (update.parent_comment_id ?? null) : null,
    own: person !== '' && person === account,
    hasMedia: false,
  };
}

/** Seconds, or milliseconds where the number is too large for seconds. */
const momentOf = (timestamp: number): Date => new Date(timestamp > 1e11 ? timestamp : timestamp * 1000);
