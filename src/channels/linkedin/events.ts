// SPDX-License-Identifier: AGPL-3.0-or-later
import type { InboundEvent } from '../port.ts';
import { plainTextOf } from './little-text.ts';
import { commentNameOf, commentPermalink, postPermalink } from './urn.ts';
import type { Comment, Notification, Post } from './wire.ts';

/** Whose page was read, and when: in LinkedIn's own time. */
export interface Reading {
  readonly organization: string;
  readonly seenAt: Date;
}

/** LinkedIn does not tell a member's name to whom it has not granted it: the number stands alone. */
const author = (urn: string) => ({ externalId: urn, name: '' });

/** A comment as it is now; an edited one looks the same, with its new text. */
export function commentEvent(comment: Comment, post: Post, { organization, seenAt }: Reading): InboundEvent {
  const parent = comment.parentComment ?? null;
  return {
    type: 'written',
    seenAt,
    externalId: comment.commentUrn,
    kind: parent === null ? 'comment' : 'reply',
    text: comment.message.text,
    author: author(comment.actor),
    at: comment.created.time,
    permalink: commentPermalink(post.id, comment.commentUrn),
    post: { externalId: post.id, text: plainTextOf(post.commentary) },
    parentExternalId: parent,
    own: comment.actor === organization,
    hasMedia: comment.content.length > 0,
  };
}

/** Null for what does not concern us: reactions, shares without a mention, actions that do not exist yet today. */
export function notifiedEvent(notification: Notification): InboundEvent | null {
  switch (notification.action) {
    case 'COMMENT':
    case 'ADMIN_COMMENT':
      return notifiedComment(notification, 'written');
    case 'COMMENT_EDIT':
      return notifiedComment(notification, 'edited');
    case 'COMMENT_DELETE':
      return notification.generatedActivity
        ? { type: 'deleted', externalId: notification.generatedActivity, at: notification.lastModifiedAt }
        : null;
    case 'SHARE_MENTION':
      return notifiedMention(notification);
    default:
      return null;
  }
}

function notifiedComment(notification: Notification, type: 'written' | 'edited'): InboundEvent | null {
  const comment = notification.decoratedGeneratedActivity?.comment;
  const post = notification.sourcePost;
  if (comment === undefined || !post) return null;
  const parent = comment.parentComment ?? (comment.object && commentNameOf(comment.object) ? comment.object : null);
  const text = notification.decoratedSourcePost?.text;
  return {
    type,
    externalId: comment.entity,
    kind: parent === null ? 'comment' : 'reply',
    text: comment.text,
    author: author(comment.owner),
    at: notification.lastModifiedAt,
    permalink: commentPermalink(post, comment.entity),
    post: { externalId: post, text: text ? plainTextOf(text) : null },
    parentExternalId: parent,
    own: comment.owner === notification.organizationalEntity,
    hasMedia: comment.mediaCategory !== 'NONE',
  };
}

function notifiedMention(notification: Notification): InboundEvent | null {
  const share = notification.decoratedGeneratedActivity?.share;
  if (share === undefined) return null;
  return {
    type: 'written',
    externalId: share.entity,
    kind: 'mention',
    text: plainTextOf(share.text),
    author: author(share.owner),
    at: notification.lastModifiedAt,
    permalink: postPermalink(share.entity),
    post: null,
    parentExternalId: null,
    own: share.owner === notification.organizationalEntity,
    hasMedia: share.mediaCategory !== 'NONE',
  };
}
