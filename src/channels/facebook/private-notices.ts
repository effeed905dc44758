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
      attachments: z.array(z.unknown()).default([]),
      is_echo: z.boolean().default(false),
      is_deleted: z.boolean().default(false),
    })
    .optional(),
  message_edit: z.object({ mid: Id, text: z.string() }).optional(),
  /** A button that the person pressed: what stands on it is what they say. */
  postback: z.object({ mid: Id, title: z.string() }).optional(),
});
type Notice = z.infer<typeof Notice>;

/** Null for readings, deliveries and whatever else is not somebody's words. */
export function privateEvent(value: unknown, pageId: string): InboundEvent | null {
  const read = Notice.safeParse(value);
  if (!read.success) return null;
  const { message, message_edit: edit, postback } = read.data;
  if (message?.is_deleted === true) return { type: 'deleted', externalId: message.mid, at: read.data.timestamp };
  if (message !== undefined) {
    const { mid, text, attachments } = message;
    return spoken(read.data, pageId, { type: 'written', mid, text, hasMedia: attachments.length > 0 });
  }
  if (edit !== undefined) return spoken(read.data, pageId, { type: 'edited', ...edit, hasMedia: false });
  if (postback === undefined) return null;
  return spoken(read.data, pageId, { type: 'written', mid: postback.mid, text: postback.title, hasMedia: false });
}

interface Said {
  readonly type: 'written' | 'edited';
  readonly mid: string;
  readonly text: string;
  readonly hasMedia: boolean;
}

/** The person's id names the conversation: an answer is addressed to it, and a Page has one conversation with each. */
function spoken({ sender, recipient, timestamp }: Notice, pageId: string, said: Said): InboundEvent {
  const own = sender.id === pageId;
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
