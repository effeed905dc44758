// SPDX-License-Identifier: AGPL-3.0-or-later
import type { InboundEvent } from '../port.ts';
import { textOf } from './text.ts';
import type { Account, Status } from './wire.ts';

export type Written = Extract<InboundEvent, { type: 'written' | 'edited' }>;

/** Who reads, and the instance's time when the reading began. */
export interface Reader {
  readonly me: string;
  readonly seenAt: Date;
}

/** A post of ours and what it says, where that is known. */
export type OurPost = NonNullable<Written['post']>;

export const nameOf = ({ displayName, acct }: Account): string => displayName.trim() || acct;

/** A private status comes along with the thread that it answers, and among the notifications: it is a message all the same. */
export const isPrivate = ({ visibility }: Status): boolean => visibility === 'direct';

const spoken = ({ me, seenAt }: Reader, status: Status) => ({
  type: 'written' as const,
  seenAt,
  externalId: status.id,
  text: textOf(status),
  author: { externalId: status.account.id, name: nameOf(status.account) },
  at: status.createdAt,
  permalink: status.url ?? null,
  own: status.account.id === me,
  // The words of a poll are not in the text: somebody must look.
  hasMedia: status.mediaAttachments.length > 0 || (status.poll !== null && status.poll !== undefined),
});

/** A status under a post of ours. */
export function commentOf(reader: Reader, status: Status, post: OurPost): Written {
  const parent = status.inReplyToId ?? post.externalId;
  const isDirect = parent === post.externalId;
  return {
    ...spoken(reader, status),
    kind: isDirect ? 'comment' : 'reply',
    post,
    parentExternalId: isDirect ? null : parent,
  };
}

/** A status elsewhere that names us. */
export const mentionOf = (reader: Reader, status: Status): Written => ({
  ...spoken(reader, status),
  kind: 'mention',
  post: null,
  parentExternalId: status.inReplyToId ?? null,
});

/** A private status, in the conversation with whom it is from or for: an answer is addressed to that account alone. */
export const messageOf = (reader: Reader, status: Status): Written => ({
  ...spoken(reader, status),
  kind: 'message',
  post: null,
  parentExternalId: null,
  conversation: otherOf(reader, status),
});

function otherOf({ me }: Reader, { account, mentions, inReplyToAccountId }: Status): string {
  if (account.id !== me) return account.id;
  if (inReplyToAccountId != null && inReplyToAccountId !== me) return inReplyToAccountId;
  return mentions.find(({ id }) => id !== me)?.id ?? me;
}
