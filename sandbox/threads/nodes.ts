// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Kind, moment } from '../graph/nodes.ts';
import { addressOfFile } from '../town/samples.ts';
import type { Writing } from '../town/writing.ts';

/** Threads gives no more, whatever is asked. */
export const LARGEST_PAGE = 100;

const typeOf = ({ media }: Writing): string => {
  if (media.length > 1) return 'CAROUSEL_ALBUM';
  return media.length === 0 ? 'TEXT_POST' : media[0]?.type === 'video' ? 'VIDEO' : 'IMAGE';
};

const AUDIENCE: Readonly<Record<Writing['commenting'], string>> = {
  open: 'EVERYONE',
  held: 'EVERYONE',
  restricted: 'MENTIONED_ONLY',
  closed: 'MENTIONED_ONLY',
};

/** Of posts. Authors are told by name alone. */
export const postKind: Kind<Writing> = {
  node: 'ThreadsMedia',
  usual: 'id',
  fields: {
    id: ({ id }) => id,
    media_product_type: () => 'THREADS',
    media_type: typeOf,
    media_url: ({ media: [first] }, { screen }) => (first === undefined ? undefined : addressOfFile(first, screen)),
    // The parts of several are not told apart here.
    children: () => undefined,
    permalink: (writing, stage) => stage.permalink(writing),
    owner: ({ from }, { world }) => (from !== null && world.accounts.has(from.id) ? { id: from.id } : undefined),
    username: ({ from }) => from?.handle,
    text: ({ text }) => (text === '' ? undefined : text),
    timestamp: ({ at }) => moment(at),
    shortcode: ({ id }) => `S${id}`,
    is_quote_post: () => false,
    has_replies: ({ id, post }, { world }) =>
      world
        .commentsOn(post)
        .some((one) => (one.parent ?? one.post) === id && world.exists(one.id) && !one.held && !isIgnored(one)),
    alt_text: ({ media }) => media[0]?.alt ?? undefined,
    link_attachment_url: ({ link }) => link?.url,
    reply_audience: ({ commenting, kind }) => (kind === 'post' ? AUDIENCE[commenting] : 'EVERYONE'),
  },
};

/** Ignored among those that wait: nobody sees it, and it can still be approved. */
export const isIgnored = ({ facts }: Writing): boolean => facts.approval === 'ignored';

export const replyKind: Kind<Writing> = {
  ...postKind,
  fields: {
    ...postKind.fields,
    root_post: ({ post }) => ({ id: post }),
    replied_to: ({ parent, post }) => ({ id: parent ?? post }),
    is_reply: () => true,
    is_reply_owned_by_me: (writing, { world }) => world.isOwn(writing),
    hide_status: ({ hidden }) => (hidden ? 'HIDDEN' : 'NOT_HUSHED'),
  },
};

export const pendingKind: Kind<Writing> = {
  ...replyKind,
  fields: {
    ...replyKind.fields,
    hide_status: () => 'NOT_HUSHED',
    reply_approval_status: (writing) => (isIgnored(writing) ? 'ignored' : 'pending'),
  },
};
