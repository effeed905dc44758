// SPDX-License-Identifier: AGPL-3.0-or-later
import { figuresOf } from '../town/figures.ts';
import type { Stage } from '../town/network.ts';
import { addressOfFile } from '../town/samples.ts';
import type { World } from '../town/world.ts';
import type { Account, Media, Writing } from '../town/writing.ts';
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

const pictureOf = ({ type, url }: Media, screen: string): string =>
  addressOfFile({ type: 'image', url: type === 'image' ? url : null }, screen);

function partOf(media: Media, kind: string, { screen }: Stage) {
  const image = { src: pictureOf(media, screen), height: 320, width: 480 };
  const film = media.type === 'video' ? { source: addressOfFile(media, screen) } : {};
  return { type: media.type === 'video' ? 'video_inline' : kind, media: { image, ...film } };
}

/** Several pictures make an album; Facebook tells no alternative text of others. */
function attachmentOf({ media }: Writing, stage: Stage) {
  const parts = media.map((one) => partOf(one, 'photo', stage));
  const [first] = parts;
  return parts.length < 2 ? first : { ...first, type: 'album', subattachments: { data: parts } };
}

const isVideo = ({ media }: Writing): boolean => media.some(({ type }) => type === 'video');

export const postKind: Kind<Writing> = {
  node: 'PagePost',
  usual: 'id,message,created_time',
  fields: {
    ...shared,
    full_picture: ({ media: [first] }, { screen }) => (first === undefined ? undefined : pictureOf(first, screen)),
    attachments: (post, stage) => (post.media.length > 0 ? { data: [attachmentOf(post, stage)] } : undefined),
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
    attachment: (comment, stage) => (comment.media.length > 0 ? attachmentOf(comment, stage) : undefined),
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
