// SPDX-License-Identifier: AGPL-3.0-or-later
import type { HttpMetaParams } from 'masto/interfaces/index.js';
import { z } from 'zod';
import { fetchMedia } from '../core/media.ts';
import type { ChannelError, Command, Media, Post, WriteOutcome } from '../port.ts';
import { type Acting, isGone, sent } from './acting.ts';
import { Unanswered } from './api.ts';
import {
  emptyPost,
  errorOf,
  mediaFailed,
  mediaUnread,
  mixedMedia,
  refused,
  told,
  tooLong,
  tooManyImages,
  unknownType,
} from './errors.ts';
import { type InstanceLimits, instanceLimits } from './instance.ts';
import { capabilities, MEDIA_WAIT_SECONDS } from './limits.ts';
import { statusLength } from './text.ts';
import { Media as Uploaded, Written } from './wire.ts';

type Publish = Extract<Command, { type: 'publish' }>;

/** Pictures or the video that are up and that nobody sees yet; the last one may still be in the making. */
const Progress = z.strictObject({ media: z.array(z.string()), making: z.boolean() });
type Progress = z.infer<typeof Progress>;

/** The same key within an hour is the same status: an instance gives back the first. */
export const keyed = (key: string): HttpMetaParams<'json'> => ({
  requestInit: { headers: { 'Idempotency-Key': key } },
});

/** One step of a publication: each file takes one, and as many looks as the instance needs to make it ready; then the post. */
export async function publish(acting: Acting, command: Publish, progress?: string): Promise<WriteOutcome> {
  const { content, key } = command;
  const limits = await instanceLimits(acting);
  const refusal = refusedBefore(content, limits);
  if (refusal !== null) return refused(refusal);
  const { media, making } = progressFrom(progress);
  const last = media.at(-1);
  if (making && last !== undefined) return look(acting, media, last);
  const next = content.media[media.length];
  if (next !== undefined) return upload(acting, { next, media, limits });
  const status = textOf(content);
  const shown = { visibility: 'public', language: 'it' } as const;
  const written = await sent(
    acting,
    acting.client.v1.statuses.create(
      media.length === 0 ? { status, ...shown } : { status, mediaIds: media, ...shown },
      keyed(key),
    ),
    Written,
  );
  if (!written.done) return written.outcome;
  const { id, url } = written.body;
  return { state: 'accepted', externalId: id, ...(url && { permalink: url }) };
}

function progressFrom(text: string | undefined): Progress {
  try {
    return Progress.parse(JSON.parse(text ?? ''));
  } catch {
    return { media: [], making: false };
  }
}

const underWay = (progress: Progress, waitSeconds: number): WriteOutcome => ({
  state: 'under-way',
  progress: JSON.stringify(progress),
  waitSeconds,
});

/** The address stands in the text: Mastodon has no other place for it. */
export const textOf = ({ text, link }: Post): string =>
  link === undefined || text.includes(link.url) ? text : text === '' ? link.url : `${text}\n\n${link.url}`;

function refusedBefore(content: Post, limits: InstanceLimits): ChannelError | null {
  // Published without the restriction that was asked for, it would be another act.
  if (content.comments !== undefined) {
    return told('not-possible', 'comments-restricted', capabilities['restrict-comments'].effect);
  }
  const text = textOf(content);
  if (text.trim() === '' && content.media.length === 0) return emptyPost;
  const written = statusLength(text, limits.charactersPerAddress);
  if (written > limits.characters) return tooLong('Il post', written, limits.characters);
  return refusedMedia(content.media, limits);
}

function refusedMedia(media: readonly Media[], limits: InstanceLimits): ChannelError | null {
  const videos = media.filter(({ kind }) => kind === 'video').length;
  if (videos > 1 || (videos === 1 && media.length > 1)) return mixedMedia;
  if (media.length > limits.images) return tooManyImages(limits.images);
  for (const { type, alt } of media) {
    if (limits.types !== null && !limits.types.includes(type)) return unknownType(type);
    // Some instances cut it without a word.
    const length = [...alt].length;
    if (length > limits.altCharacters) return tooLong('Il testo alternativo', length, limits.altCharacters);
  }
  return null;
}

interface Step {
  readonly next: Media;
  readonly media: readonly string[];
  readonly limits: InstanceLimits;
}

/** A crash after it leaves a file that nobody sees, and that the instance throws away by itself. */
async function upload(acting: Acting, { next, media, limits }: Step): Promise<WriteOutcome> {
  const largest = next.kind === 'video' ? limits.videoBytes : limits.imageBytes;
  const fetched = await fetchMedia(next, { largest, timeoutMilliseconds: acting.timeoutMilliseconds });
  if (fetched.kind === 'failed') return refused(mediaUnread(fetched.code));
  const file = new File([fetched.bytes], next.kind === 'video' ? 'video' : 'immagine', { type: next.type });
  const uploading = acting.client.v2.media.create({ file, description: next.alt, skipPolling: true });
  const uploaded = await sent(acting, uploading, Uploaded);
  if (!uploaded.done) return uploaded.outcome;
  const making = !uploaded.body.url;
  return underWay({ media: [...media, uploaded.body.id], making }, making ? MEDIA_WAIT_SECONDS : 0);
}

async function look({ client, now }: Acting, media: readonly string[], last: string): Promise<WriteOutcome> {
  try {
    const uploaded = Uploaded.safeParse(await client.v1.media.$select(last).fetch());
    const making = !uploaded.data?.url;
    return underWay({ media: [...media], making }, making ? MEDIA_WAIT_SECONDS : 0);
  } catch (cause) {
    if (!(cause instanceof Unanswered)) throw cause;
    const error = errorOf(cause.failed, now);
    if (error.kind === 'rejected-content' || isGone(cause)) return refused(mediaFailed);
    if (error.kind !== 'transient' && error.kind !== 'rate-limited') return { state: 'refused', error };
    const wait = error.retryAfterSeconds ?? MEDIA_WAIT_SECONDS;
    return underWay({ media: [...media], making: true }, wait);
  }
}
