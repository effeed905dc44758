// SPDX-License-Identifier: AGPL-3.0-or-later
import { sameText } from '../core/same-text.ts';
import { ChannelFault, type Command, type ReadBack } from '../port.ts';
import { type Acting, read } from './api.ts';
import { notPossible, setAside } from './errors.ts';
import { COMMENTS_AT_ONCE, LATEST_VIDEOS, PUBLISH_APPEARS_SECONDS } from './limits.ts';
import { textOf } from './publish.ts';
import { type Comment, CommentPage, isHidden, Unreadable, VIDEO_FIELDS, type Video, VideoPage } from './wire.ts';
import { commentAt, type Hiding } from './write.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** Whether the command's effect is on TikTok now. `writtenId` is the id that a reply or a post was given, when it is known. */
export async function readBack(acting: Acting, command: Command, writtenId: string | undefined): Promise<ReadBack> {
  try {
    switch (command.type) {
      case 'hide':
      case 'unhide':
        return await checkHidden(acting, { ...command, hidden: command.type === 'hide' });
      case 'reply':
        return await checkReply(acting, command, writtenId);
      case 'publish':
        return await checkPost(acting, command, writtenId);
      default:
        return { state: 'pending', error: notPossible(`${command.type}-by-hand`) };
    }
  } catch (fault) {
    if (fault instanceof ChannelFault) return { state: 'pending', error: fault.error };
    throw fault;
  }
}

async function checkHidden(acting: Acting, { target, post, hidden }: Hiding): Promise<ReadBack> {
  if (post === null) return { state: 'pending', error: notPossible('no-video') };
  const comment = await commentAt(acting, { target, post });
  if (comment === null) return { state: 'absent', proof: { id: target, found: false } };
  const proof = { id: target, status: comment.status };
  return { state: isHidden(comment) === hidden ? 'confirmed' : 'absent', proof };
}

/** TikTok's clock and ours may differ, and its times are whole seconds. */
const CLOCK_SKEW_MILLISECONDS = 30_000;
const isSince = (at: Date, since: Date | undefined): boolean =>
  since === undefined || at.getTime() >= since.getTime() - CLOCK_SKEW_MILLISECONDS;

async function checkReply(acting: Acting, command: Of<'reply'>, writtenId: string | undefined): Promise<ReadBack> {
  const { target, post, text, since } = command;
  if (post === null) return { state: 'pending', error: notPossible('no-video') };
  const replies = await repliesTo(acting, { target, post });
  if (replies === null) return { state: 'absent', proof: { id: target, found: false } };
  const ours = replies.find((reply) =>
    writtenId === undefined
      ? reply.owner && sameText(reply.text, text) && isSince(reply.create_time, since)
      : reply.comment_id === writtenId,
  );
  if (ours === undefined) {
    // Taken and not listed: set aside for spam, or not yet let out. Nobody tells which.
    if (writtenId !== undefined) return { state: 'pending', error: setAside };
    return { state: 'absent', proof: { id: target, replies: 'none' } };
  }
  const { comment_id: id, status, parent_comment_id: parent = null } = ours;
  const proof = { id, parent, status, message: ours.text };
  return { state: isHidden(ours) || !sameText(ours.text, text) ? 'absent' : 'confirmed', proof };
}

/** More pages than any comment has answers. */
const MOST_PAGES = 40;

async function repliesTo(
  { business, account, now }: Acting,
  { target, post }: { readonly target: string; readonly post: string },
): Promise<readonly Comment[] | null> {
  const replies: Comment[] = [];
  let cursor = 0;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = {
      business_id: account.externalId,
      video_id: post,
      comment_id: target,
      status: 'ALL',
      sort_field: 'create_time',
      sort_order: 'desc',
      cursor: `${cursor}`,
      max_count: `${COMMENTS_AT_ONCE}`,
    };
    const asked = { method: 'GET', path: 'business/comment/reply/list/', query } as const;
    const came = await read(business, CommentPage, { asked, now });
    if (came === 'gone') return null;
    replies.push(...came.found.comments.flatMap((one) => (one instanceof Unreadable ? [] : [one])));
    if (!came.found.has_more || came.found.cursor <= cursor) return replies;
    cursor = came.found.cursor;
  }
  return replies;
}

async function checkPost(
  acting: Acting,
  { content, since }: Of<'publish'>,
  writtenId: string | undefined,
): Promise<ReadBack> {
  const text = textOf(content);
  const videos = await latestVideos(acting);
  const ours = videos.find((video) =>
    writtenId === undefined
      ? sameText(video.caption, text) && isSince(video.create_time, since)
      : video.item_id === writtenId,
  );
  if (ours !== undefined) {
    const proof = { id: ours.item_id, text: ours.caption };
    return { state: sameText(ours.caption, text) ? 'confirmed' : 'absent', proof };
  }
  // What TikTok has taken shows only when it has checked it: until then a second one must not be sent.
  const isLate =
    since !== undefined &&
    acting.now.getTime() - since.getTime() > PUBLISH_APPEARS_SECONDS * 1000 &&
    writtenId === undefined;
  return isLate ? { state: 'absent', proof: { videos: videos.length, found: false } } : { state: 'pending' };
}

async function latestVideos({ business, account, now }: Acting): Promise<readonly Video[]> {
  const query = {
    business_id: account.externalId,
    fields: VIDEO_FIELDS,
    cursor: '0',
    max_count: `${LATEST_VIDEOS}`,
  };
  const came = await read(business, VideoPage, { asked: { method: 'GET', path: 'business/video/list/', query }, now });
  return came === 'gone' ? [] : came.found.videos.flatMap((one) => (one instanceof Unreadable ? [] : [one]));
}
