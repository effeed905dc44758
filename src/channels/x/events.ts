// SPDX-License-Identifier: AGPL-3.0-or-later
import type { InboundEvent } from '../port.ts';
import { addressOf, type Message, type Post, type User } from './wire.ts';

/** From whose side things are told. */
export interface Seeing {
  readonly account: string;
  readonly users: ReadonlyMap<string, User>;
  /** Of a reading: X's time when it began. */
  readonly seenAt?: Date;
  /** Text of the post of ours that opens a conversation (null where it is not known); undefined: not a conversation of ours. */
  readonly rootText: (conversation: string) => string | null | undefined;
}

type Spoken = Extract<InboundEvent, { type: 'written' | 'edited' }>;

/** A reply in a conversation of ours, or a mention elsewhere; our own posts elsewhere are kept for the thread they answer. */
export function postEvent(post: Post, { account, users, seenAt, rootText }: Seeing): Spoken {
  const conversation = post.conversation ?? post.first;
  const root = rootText(conversation);
  const own = post.author === account;
  const parent = post.replyTo === conversation ? null : post.replyTo;
  const author = post.author === null ? undefined : users.get(post.author);
  return {
    type: 'written',
    ...(seenAt === undefined ? {} : { seenAt }),
    externalId: post.first,
    kind: kindOf({ own, isOurs: root !== undefined, isDirect: parent === null }),
    text: post.text,
    author: post.author === null ? null : { externalId: post.author, name: nameOf(author, post.author) },
    at: post.at,
    permalink: addressOf(post.first, author?.username),
    post: root === undefined ? null : { externalId: conversation, text: root },
    parentExternalId: root === undefined ? post.replyTo : parent,
    own,
    hasMedia: post.hasMedia,
  };
}

function kindOf({ own, isOurs, isDirect }: Readonly<Record<'own' | 'isOurs' | 'isDirect', boolean>>): Spoken['kind'] {
  if (isOurs) return isDirect ? 'comment' : 'reply';
  return own ? 'reply' : 'mention';
}

/** A private message; null for what is not one, such as somebody joining a group. */
export function messageEvent(message: Message, { account, users, seenAt }: Omit<Seeing, 'rootText'>): Spoken | null {
  if (!message.isText || message.sender === null || message.conversation === null) return null;
  return {
    type: 'written',
    ...(seenAt === undefined ? {} : { seenAt }),
    externalId: message.id,
    kind: 'message',
    text: message.text,
    author: { externalId: message.sender, name: nameOf(users.get(message.sender), message.sender) },
    at: message.at,
    permalink: null,
    post: null,
    parentExternalId: null,
    own: message.sender === account,
    hasMedia: message.hasMedia,
    conversation: message.conversation,
  };
}

const nameOf = (user: User | undefined, id: string): string => user?.name.trim() || user?.username || id;
