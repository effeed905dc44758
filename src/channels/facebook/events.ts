// SPDX-License-Identifier: AGPL-3.0-or-later
import type { InboundEvent } from '../port.ts';
import type { Comment, Conversation, Message, Post } from './wire.ts';

/** Whose page was read, and when: in Facebook's own time. */
export interface Reading {
  readonly pageId: string;
  readonly seenAt: Date;
}

type Author = { readonly id: string; readonly name: string } | null | undefined;
const authorOf = (from: Author) => (from ? { externalId: from.id, name: from.name } : null);

/** A comment as it is now; an edited one looks the same, with its new text. */
export function commentEvent(comment: Comment, post: Post, { pageId, seenAt }: Reading): InboundEvent {
  return {
    type: 'written',
    seenAt,
    externalId: comment.id,
    kind: comment.parent ? 'reply' : 'comment',
    text: comment.message,
    author: authorOf(comment.from),
    at: comment.created_time,
    permalink: comment.permalink_url ?? null,
    post: { externalId: post.id, text: post.message ?? null },
    parentExternalId: comment.parent?.id ?? null,
    own: comment.from?.id === pageId,
    hasMedia: comment.attachment !== undefined && comment.attachment !== null,
  };
}

/** A post of others: on the Page, or elsewhere with the Page named in it. */
export function othersPostEvent(
  post: Post,
  kind: 'visitor-post' | 'mention',
  { pageId, seenAt }: Reading,
): InboundEvent {
  return {
    type: 'written',
    seenAt,
    externalId: post.id,
    kind,
    text: post.message ?? '',
    author: authorOf(post.from),
    at: post.created_time,
    permalink: post.permalink_url ?? null,
    post: null,
    parentExternalId: null,
    own: post.from?.id === pageId,
    hasMedia: Boolean(post.full_picture) || /photo|video/.test(post.status_type ?? ''),
  };
}

/** A private message. Its conversation is named by the person in it: that is how an answer is addressed, and how notices tell it. */
export function messageEvent(message: Message, conversation: Conversation, { pageId, seenAt }: Reading): InboundEvent {
  const person = conversation.participants.data.find(({ id }) => id !== pageId);
  const named = person === undefined ? {} : { conversation: person.id };
  return {
    type: 'written',
    seenAt,
    externalId: message.id,
    kind: 'message',
    text: message.message,
    author: authorOf(message.from),
    at: message.created_time,
    permalink: linkOf(conversation.link),
    post: null,
    parentExternalId: null,
    own: message.from?.id === pageId,
    hasMedia: (message.attachments?.data.length ?? 0) > 0 || Boolean(message.sticker),
    ...named,
  };
}

/** Facebook gives the inbox of the Page as a path. */
const linkOf = (link: string | null | undefined): string | null =>
  link ? new URL(link, 'https://www.facebook.com').href : null;
