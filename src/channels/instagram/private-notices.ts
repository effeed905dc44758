// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Id } from '../core/graph.ts';
import type { InboundEvent } from '../port.ts';
import { NoticeTime } from './notices.ts';

const Party = z.object({ id: Id });
const Notice = z.object({
  sender: Party,
  recipient: Party,
  timestamp: NoticeTime,
  message: z
    .object({
      mid: Id,
      text: z.string().default(''),
      // Whatever their kind: stickers, shared posts, stories, and those that do not exist yet.
      attachments: z.array(z.unknown()).default([]),
      is_deleted: z.boolean().default(false),
      is_unsupported: z.boolean().default(false),
    })
    .optional(),
  message_edit: z.object({ mid: Id, text: z.string().default('') }).optional(),
  /** A button that the person pressed: what stands on it is what they say. */
  postback: z.object({ mid: Id, title: z.string().default('') }).optional(),
});
type Notice = z.infer<typeof Notice>;

interface Said {
  readonly type: 'written' | 'edited';
  readonly mid: string;
  readonly text: string;
  readonly hasMedia: boolean;
}

/** Null for readings, reactions and whatever else is not somebody's words. */
export function privateEvent(value: unknown, accountId: string): InboundEvent | null {
  const { data: notice } = Notice.safeParse(value);
  if (notice === undefined) return null;
  const { message, message_edit: edit, postback, timestamp } = notice;
  if (message?.is_deleted === true) return { type: 'deleted', externalId: message.mid, at: timestamp };
  if (message !== undefined) {
    const hasMedia = message.attachments.length > 0 || message.is_unsupported;
    return spoken(notice, accountId, { type: 'written', mid: message.mid, text: message.text, hasMedia });
  }
  if (edit !== undefined) return spoken(notice, accountId, { type: 'edited', ...edit, hasMedia: false });
  if (postback === undefined) return null;
  return spoken(notice, accountId, { type: 'written', mid: postback.mid, text: postback.title, hasMedia: false });
}

/** The person's id names the conversation: an answer is addressed to it, and an account has one with each person. */
function spoken({ sender, recipient, timestamp }: Notice, accountId: string, said: Said): InboundEvent {
  const own = sender.id === accountId;
  return {
    type: said.type,
    externalId: said.mid,
    kind: 'message',
    text: said.text,
    author: { externalId: sender.id, name: '' },
    at: timestamp,
    permalink: null,
    post: null,
    parentExternalId: null,
    own,
    hasMedia: said.hasMedia,
    conversation: own ? recipient.id : sender.id,
  };
}
