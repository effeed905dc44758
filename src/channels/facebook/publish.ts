// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type GraphAnswer, type Parameters, Written } from '../core/graph.ts';
import type { ChannelError, Command, Media, Post, WriteOutcome } from '../port.ts';
import type { Acting } from './acting.ts';
import { emptyPost, errors, mixedMedia, overlong, tooManyImages, videoFailed } from './errors.ts';
import { limits, VIDEO_WAIT_SECONDS } from './limits.ts';
import { PhotoWritten, VIDEO_FIELDS, Video } from './wire.ts';

type Publish = Extract<Command, { type: 'publish' }>;

/** Pictures that are up and that nobody sees yet, or the video that Facebook is working on. */
const Progress = z.union([z.strictObject({ photos: z.array(z.string()) }), z.strictObject({ video: z.string() })]);
type Progress = z.infer<typeof Progress>;

/**
 * One step of a publication. A text, a link or one picture take one; several pictures one each, unseen, and one for the post; a
 * video one, and then as many looks as Facebook needs to make it ready.
 */
export async function publish(acting: Acting, { content }: Publish, progress?: string): Promise<WriteOutcome> {
  const refusal = refusedBefore(content);
  if (refusal !== null) return { state: 'refused', error: refusal };
  const [first] = content.media;
  if (first === undefined) return published(await feed(acting, content, {}));
  const done = progressFrom(progress);
  if (first.kind === 'video') {
    return done !== null && 'video' in done ? look(acting, done.video) : upload(acting, content, first);
  }
  if (content.media.length === 1) return publishPhoto(acting, content, first);
  return nextOfSeveral(acting, content, done !== null && 'photos' in done ? done.photos : []);
}

function progressFrom(text: string | undefined): Progress | null {
  try {
    return Progress.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}

const underWay = (progress: Progress, waitSeconds: number): WriteOutcome => ({
  state: 'under-way',
  progress: JSON.stringify(progress),
  waitSeconds,
});

function refusedBefore(content: Post): ChannelError | null {
  // Published without the restriction that was asked for, it would be another act.
  if (content.comments !== undefined) return errors.notPossible('comments-restricted-by-hand');
  const videos = content.media.filter(({ kind }) => kind === 'video').length;
  if (videos > 1 || (videos === 1 && content.media.length > 1)) return mixedMedia;
  if (content.media.length > limits.images) return tooManyImages(limits.images);
  const isEmpty = content.text.trim() === '' && content.media.length === 0 && content.link === undefined;
  return isEmpty ? emptyPost : overlong(textOf(content), limits.postLength);
}

/** A picture or a video takes no link of its own: the address goes where a reader can follow it. */
export function textOf({ text, link, media }: Post): string {
  if (link === undefined || media.length === 0 || text.includes(link.url)) return text;
  return text === '' ? link.url : `${text}\n\n${link.url}`;
}

const page = ({ pageId }: Acting): string => encodeURIComponent(pageId);

const feed = (acting: Acting, content: Post, more: Parameters): Promise<GraphAnswer> =>
  acting.graph('POST', `${page(acting)}/feed`, {
    ...(content.text === '' && content.media.length === 0 ? {} : { message: textOf(content) }),
    ...(content.link === undefined || content.media.length > 0 ? {} : { link: content.link.url }),
    ...more,
  });

function published(answer: GraphAnswer): WriteOutcome {
  if (answer.kind !== 'answer') return errors.failedWrite(answer);
  const written = Written.safeParse(answer.body);
  return written.success
    ? { state: 'accepted', externalId: written.data.id }
    : { state: 'unknown', error: errors.unclear('post-without-id') };
}

const asPhoto = ({ url, alt }: Media): Parameters => ({ url, ...(alt === '' ? {} : { alt_text_custom: alt }) });

async function publishPhoto(acting: Acting, content: Post, photo: Media): Promise<WriteOutcome> {
  const caption = textOf(content);
  const answer = await acting.graph('POST', `${page(acting)}/photos`, {
    ...asPhoto(photo),
    ...(caption === '' ? {} : { caption }),
  });
  if (answer.kind !== 'answer') return errors.failedWrite(answer);
  const written = PhotoWritten.safeParse(answer.body);
  return written.success
    ? { state: 'accepted', externalId: written.data.post_id }
    : { state: 'unknown', error: errors.unclear('photo-without-post') };
}

/** A crash after any of these leaves pictures that nobody sees, and that Facebook throws away by itself. */
async function nextOfSeveral(acting: Acting, content: Post, photos: readonly string[]): Promise<WriteOutcome> {
  const next = content.media[photos.length];
  if (next === undefined) {
    return published(await feed(acting, content, { attached_media: photos.map((id) => ({ media_fbid: id })) }));
  }
  const answer = await acting.graph('POST', `${page(acting)}/photos`, {
    ...asPhoto(next),
    published: false,
    temporary: true,
  });
  if (answer.kind !== 'answer') return errors.failedWrite(answer);
  const written = Written.safeParse(answer.body);
  return written.success
    ? underWay({ photos: [...photos, written.data.id] }, 0)
    : { state: 'unknown', error: errors.unclear('photo-without-id') };
}

async function upload(acting: Acting, content: Post, video: Media): Promise<WriteOutcome> {
  const description = textOf(content);
  const answer = await acting.graph('POST', `${page(acting)}/videos`, {
    file_url: video.url,
    ...(description === '' ? {} : { description }),
    ...(content.title === undefined ? {} : { title: content.title }),
  });
  if (answer.kind !== 'answer') return errors.failedWrite(answer);
  const written = Written.safeParse(answer.body);
  return written.success
    ? underWay({ video: written.data.id }, VIDEO_WAIT_SECONDS)
    : { state: 'unknown', error: errors.unclear('video-without-id') };
}

/** Facebook publishes the video by itself when it is ready; here one only looks. */
async function look({ graph, pageId }: Acting, id: string): Promise<WriteOutcome> {
  const answer = await graph('GET', encodeURIComponent(id), { fields: VIDEO_FIELDS });
  if (answer.kind !== 'answer') {
    const error = errors.faultOf(answer);
    const willPass = error.kind === 'transient' || error.kind === 'rate-limited';
    return willPass ? underWay({ video: id }, waitAfter(error)) : { state: 'unknown', error };
  }
  const video = Video.safeParse(answer.body);
  if (!video.success) return { state: 'unknown', error: errors.unclear('unexpected-video') };
  const { post_id: post, status } = video.data;
  if (status.video_status === 'error') return { state: 'refused', error: videoFailed };
  if (status.video_status !== 'ready' || post === undefined) return underWay({ video: id }, VIDEO_WAIT_SECONDS);
  return { state: 'accepted', externalId: post.includes('_') ? post : `${pageId}_${post}` };
}

const waitAfter = ({ retryAfterSeconds }: ChannelError): number => retryAfterSeconds ?? VIDEO_WAIT_SECONDS;
