// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Asked, type Kind, type Listed, listed, moment, render, type Selection } from '../graph/nodes.ts';
import type { Stage } from '../town/network.ts';
import type { Account, Author, Writing } from '../town/writing.ts';
import { routeOf } from './access.ts';

/** Instagram gives no more, whatever is asked. */
export const LARGEST_PAGE = 50;

const who = ({ id, handle }: Author) => ({ id, username: handle });

const commentFields: Kind<Writing>['fields'] = {
  id: ({ id }) => id,
  text: ({ text }) => text,
  timestamp: ({ at }) => moment(at),
  username: ({ from }) => from?.handle,
  from: ({ from }) => (from === null ? undefined : who(from)),
  hidden: ({ hidden }) => hidden,
  like_count: ({ likes }) => likes,
  parent_id: ({ parent }) => parent ?? undefined,
  media: ({ post }) => ({ id: post }),
};

export const commentKind: Kind<Writing> = {
  node: 'IGComment',
  usual: 'id,text,timestamp',
  fields: commentFields,
  inside: { replies: { of: () => commentKind, list: listReplies } },
};

/** Oldest first, as a conversation is read. */
export function listReplies({ id, post }: Writing, asked: Asked): Listed {
  const { world } = asked.stage;
  const replies = world.commentsOn(post).filter((one) => one.parent === id && world.exists(one.id));
  return listed(commentKind, replies, { ...asked, path: `v26.0/${id}/replies`, most: LARGEST_PAGE });
}

/** Newest first, those of the first level only. */
export function listComments({ id }: Writing, asked: Asked): Listed {
  const { world } = asked.stage;
  const top = world.commentsOn(id).filter((one) => one.parent === null && world.exists(one.id));
  return listed(commentKind, top.toReversed(), { ...asked, path: `v26.0/${id}/comments`, most: LARGEST_PAGE });
}

const typeOf = ({ media }: Writing): string =>
  media.length > 1 ? 'CAROUSEL_ALBUM' : media[0]?.type === 'video' ? 'VIDEO' : 'IMAGE';

export const mediaKind: Kind<Writing> = {
  node: 'IGMedia',
  usual: 'id',
  fields: {
    id: ({ id }) => id,
    caption: ({ text }) => (text === '' ? undefined : text),
    alt_text: ({ media }) => media[0]?.alt ?? undefined,
    timestamp: ({ at }) => moment(at),
    permalink: (writing, stage) => stage.permalink(writing),
    media_type: typeOf,
    media_product_type: (writing) => (typeOf(writing) === 'VIDEO' ? 'REELS' : 'FEED'),
    media_url: ({ media }) => media[0]?.url ?? undefined,
    username: ({ from }) => from?.handle,
    like_count: ({ likes }) => likes,
    // Replies count too; what was deleted does not.
    comments_count: ({ id }, { world }) => world.commentsOn(id).filter((one) => world.exists(one.id)).length,
    is_comment_enabled: ({ commenting }) => commenting === 'open',
  },
  inside: { comments: { of: () => commentKind, list: listComments } },
};

/** Through Instagram the number by which webhooks and edges know the account is `user_id`; `id` is this application's own. */
const applicationScoped = (id: string): string => `9${id.slice(1)}`;

const followersOf = ({ id }: Account, { world }: Stage): number => world.counted(id, 'followers');

const userFields: Kind<Account>['fields'] = {
  username: ({ handle }) => handle,
  name: ({ name }) => name,
  followers_count: followersOf,
  media_count: ({ id }, { world }) => world.postsOn(id, ['post']).filter((post) => world.exists(post.id)).length,
};

const throughFacebook: Kind<Account> = { node: 'IGUser', usual: 'id', fields: { ...userFields, id: ({ id }) => id } };
const throughInstagram: Kind<Account> = {
  node: 'User',
  usual: 'id',
  fields: {
    ...userFields,
    id: ({ id }) => applicationScoped(id),
    user_id: ({ id }) => id,
    account_type: () => 'BUSINESS',
  },
};

export function renderAccount(account: Account, selection: Selection, stage: Stage): object {
  if (routeOf(account) === 'facebook-login') return render(throughFacebook, account, { selection, stage });
  const rendered = render(throughInstagram, account, { selection, stage });
  return selection?.some(({ name }) => name === 'id') === false ? withoutId(rendered) : rendered;
}

function withoutId(node: object): object {
  const { id: _id, ...rest } = node as Record<string, unknown>;
  return rest;
}
