// SPDX-License-Identifier: AGPL-3.0-or-later
import { sameText } from '../core/same-text.ts';
import type { Command, ReadBack } from '../port.ts';
import type { Acting } from './acting.ts';
import { errors, otherwiseThere } from './errors.ts';
import { PAGE_SIZE } from './limits.ts';
import { find, get, isSince } from './looking.ts';
import { textOf } from './publish.ts';
import { OWN_POST_FIELDS, OwnPost, OwnPostList, VIDEO_FIELDS, VideoList } from './wire.ts';

type Publish = Extract<Command, { type: 'publish' }>;

export const readPublication = (acting: Acting, command: Publish, writtenId: string | undefined): Promise<ReadBack> =>
  writtenId === undefined ? searchPost(acting, command) : checkPost(acting, command, writtenId);

async function checkPost({ graph }: Acting, { content }: Publish, writtenId: string): Promise<ReadBack> {
  const post = await get(graph, OwnPost, writtenId, OWN_POST_FIELDS);
  if (post === 'gone') return { state: 'absent', proof: { id: writtenId, found: false } };
  // It is there, but cut or unseen: repeating would double it.
  if (!sameText(post.message, textOf(content))) return { state: 'pending', error: otherwiseThere('other-text') };
  return post.is_published ? confirmed(post) : { state: 'pending', error: otherwiseThere('not-published') };
}

/** The answer was lost: what we published is looked for by its text and time, newest first. */
async function searchPost(acting: Acting, command: Publish): Promise<ReadBack> {
  const { graph, pageId } = acting;
  const text = textOf(command.content);
  const found = await find(graph, OwnPostList, {
    path: `${encodeURIComponent(pageId)}/published_posts`,
    query: { fields: OWN_POST_FIELDS, limit: `${PAGE_SIZE}` },
    wanted: ({ message, created_time: at }) => sameText(message, text) && isSince(at, command.since),
    isPast: ({ created_time: at }) => command.since !== undefined && !isSince(at, command.since),
  });
  if (found !== null) return confirmed(found);
  const isVideo = command.content.media.some(({ kind }) => kind === 'video');
  return isVideo && (await isVideoInTheMaking(acting, command))
    ? { state: 'pending', error: errors.unclear('video-in-the-making') }
    : { state: 'absent', proof: { page: pageId, posts: 'none' } };
}

/** A video enters the posts only when it is ready. */
async function isVideoInTheMaking({ graph, pageId }: Acting, { content, since }: Publish): Promise<boolean> {
  const video = await find(graph, VideoList, {
    path: `${encodeURIComponent(pageId)}/videos`,
    query: { type: 'UPLOADED', fields: VIDEO_FIELDS, limit: `${PAGE_SIZE}` },
    wanted: ({ description, created_time: at, status }) =>
      status.video_status !== 'error' &&
      sameText(description, textOf(content)) &&
      (at === undefined || isSince(at, since)),
  });
  return video !== null;
}

const confirmed = ({ id, message, permalink_url: permalink }: OwnPost): ReadBack => ({
  state: 'confirmed',
  proof: { id, message, ...(permalink ? { permalink } : {}) },
});
