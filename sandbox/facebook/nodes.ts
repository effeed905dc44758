// SPDX-License-Identifier: AGPL-3.0-or-later
import { figuresOf } from '../town/figures.ts';
import type { Stage } from '../town/network.ts';
import type { World } from '../town/world.ts';
import type { Account, Writing } from '../town/writing.ts';
import { type Asked, type Kind, type Listed, listNodes, moment, render, type Selection } from './rendering.ts';

export const pageKind: Kind<Account> = {
  node: 'Page',
  usual: 'id,name',
  fields: {
    id: (page) => page.id,
    name: (page) => page.name,
    username: (page) => page.handle,
    link: (page, { screen }) => `${screen}/${page.handle}`,
  },
};

const shared: Kind<Writing>['fields'] = {
  id: ({ id }) => id,
  from: ({ from }) => (from === null ? undefined : { id: from.id, name: from.name }),
  message: ({ text }) => (text === '' ? undefined : text),
  created_time: ({ at }) => moment(at),
  is_hidden: ({ hidden }) => hidden,
  permalink_url: (writing, { permalink }) => permalink(writing),
};

const isVideo = ({ media }: Writing): boolean => media.some(({ type }) => type === 'video');

export const postKind: Kind<Writing> = {
  node: 'PagePost',
  usual: 'id,message,created_time',
  fields: {
    ...shared,
    full_picture: ({ media }, { screen }) => (media.length > 0 ? `${screen}/immagine-simulata` : undefined),
    status_type: (post) =>
      isVideo(post)
        ? 'added_video'
        : post.media.length > 0
          ? 'added_photos'
          : post.link
            ? 'shared_story'
            : 'mobile_status_update',
    is_published: () => true,
    updated_time: ({ at, edited }) => moment(edited ?? at),
    shares: ({ id }, stage) => {
      const { shares } = figuresOf(id, stage);
      return shares > 0 ? { count: shares } : undefined;
    },
  },
  edges: { comments: { of: () => commentKind, list: listComments } },
};

const commentKind: Kind<Writing> = {
  node: 'Comment',
  usual: 'id,from,message,created_time',
  fields: {
    ...shared,
    message: ({ text }) => text,
    parent: ({ parent }) => (parent === null ? undefined : { id: parent }),
    object: ({ post }) => ({ id: post }),
    attachment: (comment) =>
      comment.media.length > 0 ? { type: isVideo(comment) ? 'video_inline' : 'photo' } : undefined,
    can_hide: (writing, { world }) => !world.isOwn(writing),
    can_remove: () => true,
    can_comment: () => true,
    like_count: ({ likes }) => likes,
    comment_count: ({ id }, { world }) => world.commentsOn(postOf(world, id)).filter((one) => one.parent === id).length,
  },
  edges: { comments: { of: () => commentKind, list: listComments } },
};

const postOf = (world: World, id: string): string => world.writings.get(id)?.post ?? id;

export const renderWriting = (writing: Writing, selection: Selection, stage: Stage): object =>
  render(writing.kind === 'comment' ? commentKind : postKind, writing, { selection, stage });

/** The comments edge of a post or of a comment: `filter`, `order`, `since`, `limit`, `after`. */
export function listComments(subject: Writing, asked: Asked): Listed {
  const { parameters, stage } = asked;
  const { world } = stage;
  const stream = parameters.filter === 'stream';
  const since = Number(parameters.since ?? 0) * 1000;
  const under = (writing: Writing): boolean => {
    if (subject.kind !== 'comment') return stream || writing.parent === null;
    return writing.parent === subject.id;
  };
  const comments = world
    .commentsOn(subject.post)
    .filter((one) => world.exists(one.id) && under(one) && new Date(one.at).getTime() >= since);
  if (parameters.order === 'reverse_chronological') comments.reverse();
  return listNodes(commentKind, comments, { ...asked, address: `${subject.id}/comments` });
}
