// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Id } from '../core/graph.ts';
import type { InboundEvent } from '../port.ts';
import { authorOf, From } from './wire.ts';

/** Seconds in notices of what is public, milliseconds in those of private messages. */
export const NoticeTime = z.number().transform((time) => new Date(time > 100_000_000_000 ? time : time * 1000));

const Comment = z.object({
  id: Id,
  text: z.string().default(''),
  from: From.nullish(),
  media: z.object({ id: Id }).nullish(),
  parent_id: Id.nullish(),
});

const Mention = z.object({ media_id: Id, comment_id: Id.nullish() });

/** Null for what does not concern us: stories, fields that do not exist yet today. */
export function noticeEvent(
  { field, value }: { readonly field: string; readonly value?: unknown },
  accountId: string,
  time: Date,
): InboundEvent | null {
  if (field === 'comments' || field === 'live_comments') {
    const comment = Comment.safeParse(value);
    return comment.success ? commentEvent(comment.data, accountId, time) : null;
  }
  const mention = field === 'mentions' ? Mention.safeParse(value) : null;
  return mention?.success === true ? mentionEvent(mention.data, time) : null;
}

function commentEvent(comment: z.infer<typeof Comment>, accountId: string, time: Date): InboundEvent {
  const above = comment.parent_id ?? null;
  return {
    type: 'written',
    externalId: comment.id,
    kind: above === null ? 'comment' : 'reply',
    text: comment.text,
    author: authorOf({ from: comment.from }),
    at: time,
    permalink: null,
    post: comment.media ? { externalId: comment.media.id, text: null } : null,
    parentExternalId: above,
    own: comment.from?.id === accountId,
    hasMedia: comment.text === '',
  };
}

/** The notice holds only the numbers of what was written: a person looks at it, as at a picture. */
const mentionEvent = ({ media_id: media, comment_id: comment }: z.infer<typeof Mention>, time: Date): InboundEvent => ({
  type: 'written',
  externalId: comment ? `${media}_${comment}` : media,
  kind: 'mention',
  text: '',
  author: null,
  at: time,
  permalink: null,
  post: null,
  parentExternalId: null,
  own: false,
  hasMedia: true,
});
