// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Parameters, Written } from '../core/graph.ts';
import { sameText } from '../core/same-text.ts';
import type { ChannelError, Command, Media, Post, WriteOutcome } from '../port.ts';
import { type Acting, done, overlong, setComments } from './acting.ts';
import {
  containerFault,
  errors,
  isExpired,
  isNotReady,
  needsMedia,
  notComplete,
  notJpeg,
  publishedUnseen,
  tooManyMedia,
  tooManySigns,
} from './errors.ts';
import {
  CAPTION_HASHTAGS,
  CAPTION_MENTIONS,
  IMAGE_WAIT_SECONDS,
  limits,
  MOST_CONTAINERS,
  MOST_LOOKS,
  VIDEO_WAIT_SECONDS,
} from './limits.ts';
import { ownMedia } from './own-media.ts';
import { Container } from './wire.ts';

type Publish = Extract<Command, { type: 'publish' }>;

/** How far a publication has come. Containers are seen by nobody, and Instagram throws them away after a day. */
const Progress = z.strictObject({
  /** Of a carousel: the pictures that are ready to be put into it. */
  children: z.array(z.string()).default([]),
  container: z.string().optional(),
  /** Published; the comments are still to be closed. */
  media: z.string().optional(),
  looks: z.number().int().default(0),
  /** Containers given up, because Instagram failed at them. */
  failed: z.number().int().default(0),
});
type Progress = z.infer<typeof Progress>;
const START: Progress = { children: [], looks: 0, failed: 0 };

/** One step of a publication: a container for each part, a look at it until it is ready and then out, the comments closed. */
export async function publish(acting: Acting, command: Publish, text?: string): Promise<WriteOutcome> {
  const refusal = refusedBefore(command.content);
  if (refusal !== null) return { state: 'refused', error: refusal };
  const progress = progressFrom(text);
  if (progress.media !== undefined) return closeComments(acting, progress.media, progress);
  if (progress.container !== undefined) return release(acting, command, { ...progress, container: progress.container });
  const { media } = command.content;
  const child = media.length > 1 ? media[progress.children.length] : undefined;
  return child === undefined ? prepare(acting, command.content, progress) : prepareChild(acting, child, progress);
}

function progressFrom(text: string | undefined): Progress {
  try {
    return Progress.parse(JSON.parse(text ?? ''));
  } catch {
    return START;
  }
}

const underWay = (progress: Progress, waitSeconds: number): WriteOutcome => ({
  state: 'under-way',
  progress: JSON.stringify(progress),
  waitSeconds,
});

function refusedBefore({ text, media, comments }: Post): ChannelError | null {
  if (comments === 'after-approval') return errors.notPossible('no-approval-of-comments');
  if (media.length === 0) return needsMedia;
  if (media.length > limits.images) return tooManyMedia;
  if (media.some(({ kind, type }) => kind === 'image' && type !== 'image/jpeg')) return notJpeg;
  if ((text.match(/#[\p{L}\p{N}_]+/gu)?.length ?? 0) > CAPTION_HASHTAGS)
    return tooManySigns('hashtag', CAPTION_HASHTAGS);
  // Not an e-mail address: nothing of a word before the sign.
  if ((text.match(/(?<![\p{L}\p{N}_.])@[\p{L}\p{N}_.]+/gu)?.length ?? 0) > CAPTION_MENTIONS)
    return tooManySigns('menzioni', CAPTION_MENTIONS);
  return overlong(text, limits.postLength);
}

const captionOf = ({ text }: Post): Parameters => (text === '' ? {} : { caption: text });
const sourceOf = ({ kind, url, alt }: Media): Parameters =>
  kind === 'image' ? { image_url: url, ...(alt === '' ? {} : { alt_text: alt }) } : { video_url: url };

function prepareChild(acting: Acting, child: Media, progress: Progress): Promise<WriteOutcome> {
  const type = child.kind === 'video' ? { media_type: 'VIDEO' } : {};
  const parameters = { ...sourceOf(child), ...type, is_carousel_item: true };
  return create(acting, parameters, {
    progress,
    next: (id) => underWay({ ...progress, children: [...progress.children, id] }, waitFor([child])),
  });
}

function prepare(acting: Acting, content: Post, progress: Progress): Promise<WriteOutcome> {
  const [first] = content.media;
  const single = first?.kind === 'video' ? { ...sourceOf(first), media_type: 'REELS', share_to_feed: true } : {};
  const parameters =
    content.media.length > 1
      ? { media_type: 'CAROUSEL', children: progress.children.join(',') }
      : { ...(first === undefined ? {} : sourceOf(first)), ...single };
  return create(
    acting,
    { ...parameters, ...captionOf(content) },
    {
      progress,
      next: (container) => underWay({ ...progress, container, looks: 0 }, waitFor(content.media)),
    },
  );
}

const waitFor = (media: readonly Media[]): number =>
  media.some(({ kind }) => kind === 'video') ? VIDEO_WAIT_SECONDS : IMAGE_WAIT_SECONDS;

/** A container that may or may not have been made is seen by nobody: the step is simply taken again, a few times. */
async function create(
  { graph, accountId }: Acting,
  parameters: Parameters,
  { progress, next }: { readonly progress: Progress; readonly next: (id: string) => WriteOutcome },
): Promise<WriteOutcome> {
  const answer = await graph('POST', `${encodeURIComponent(accountId)}/media`, parameters);
  const again = (error: ChannelError): WriteOutcome =>
    progress.failed + 1 >= MOST_CONTAINERS
      ? { state: 'refused', error: { ...notComplete, code: error.code } }
      : underWay({ ...progress, failed: progress.failed + 1 }, VIDEO_WAIT_SECONDS);
  if (answer.kind === 'answer') {
    const { data } = Written.safeParse(answer.body);
    return data === undefined ? again(errors.unclear('container-without-id')) : next(data.id);
  }
  const error = errors.faultOf(answer);
  // A part that is not ready yet is waited for; only what fails counts.
  if (isNotReady(error)) return look(progress, error);
  return error.kind === 'transient' ? again(error) : { state: 'refused', error };
}

function look(progress: Progress, error: ChannelError): WriteOutcome {
  if (progress.looks + 1 >= MOST_LOOKS) return { state: 'refused', error: { ...notComplete, code: error.code } };
  return underWay({ ...progress, looks: progress.looks + 1 }, VIDEO_WAIT_SECONDS);
}

type Prepared = Progress & { readonly container: string };

/** Looks at the container, and lets it out if it is ready. */
async function release(acting: Acting, command: Publish, progress: Prepared): Promise<WriteOutcome> {
  const answer = await acting.graph('GET', encodeURIComponent(progress.container), { fields: 'id,status_code,status' });
  if (answer.kind !== 'answer') return unseen(errors.faultOf(answer), progress);
  const container = Container.safeParse(answer.body);
  if (!container.success) return look(progress, errors.unclear('unexpected-container'));
  const { status_code: code, status } = container.data;
  switch (code) {
    case 'FINISHED':
      return letOut(acting, command, progress);
    case 'PUBLISHED':
      return alreadyOut(acting, command, progress);
    case 'EXPIRED':
      return startAgain(progress, notComplete);
    case 'ERROR':
      return failedContainer(containerFault(status), progress);
    default:
      return look(progress, errors.unclear('container-in-progress'));
  }
}

/** The look failed, not the container: it is asked again, unless nobody may ask. */
function unseen(error: ChannelError, progress: Prepared): WriteOutcome {
  if (error.kind === 'not-found') return startAgain(progress, error);
  if (error.kind === 'transient') return look(progress, error);
  if (error.kind === 'rate-limited') return underWay(progress, error.retryAfterSeconds ?? VIDEO_WAIT_SECONDS);
  return { state: 'refused', error };
}

const failedContainer = (error: ChannelError, progress: Progress): WriteOutcome =>
  error.kind === 'transient' ? startAgain(progress, error) : { state: 'refused', error };

/** Nothing of it is out: all parts are made anew. */
function startAgain(progress: Progress, error: ChannelError): WriteOutcome {
  const failed = progress.failed + 1;
  if (failed >= MOST_CONTAINERS) return { state: 'refused', error: { ...notComplete, code: error.code } };
  return underWay({ ...START, failed }, VIDEO_WAIT_SECONDS);
}

async function letOut(acting: Acting, command: Publish, progress: Prepared): Promise<WriteOutcome> {
  const answer = await acting.graph('POST', `${encodeURIComponent(acting.accountId)}/media_publish`, {
    creation_id: progress.container,
  });
  if (answer.kind === 'answer') {
    const { data } = Written.safeParse(answer.body);
    return data === undefined
      ? { state: 'unknown', error: errors.unclear('post-without-id') }
      : out(command, data.id, progress);
  }
  const error = errors.faultOf(answer);
  if (isNotReady(error)) return look(progress, error);
  if (isExpired(error)) return startAgain(progress, error);
  return errors.failedWrite(answer);
}

/** An earlier call let it out and its answer was lost, or the desk went down: it is found by its words. */
async function alreadyOut(acting: Acting, command: Publish, progress: Prepared): Promise<WriteOutcome> {
  const { text } = command.content;
  const found = await ownMedia(acting, command.since, ({ caption }) => sameText(caption ?? '', text));
  return found === null || 'error' in found
    ? { state: 'unknown', error: found === null ? publishedUnseen : found.error }
    : out(command, found.id, progress);
}

function out({ content }: Publish, media: string, progress: Progress): WriteOutcome {
  if (content.comments !== 'nobody') return { state: 'accepted', externalId: media };
  return underWay({ ...progress, media }, 0);
}

async function closeComments({ graph }: Acting, media: string, progress: Progress): Promise<WriteOutcome> {
  const outcome = done(await setComments(graph, media, false));
  if (outcome.state === 'accepted') return { state: 'accepted', externalId: media };
  // The post is out: closing its comments twice changes nothing, publishing it twice would.
  return outcome.state === 'unknown' ? underWay(progress, IMAGE_WAIT_SECONDS) : outcome;
}
