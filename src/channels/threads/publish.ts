// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Parameters, Written } from '../core/graph.ts';
import { type ChannelError, ChannelFault, type Command, type Media, type Post, type WriteOutcome } from '../port.ts';
import { type Acting, overlong, refused } from './acting.ts';
import {
  containerFault,
  emptyPost,
  errors,
  notComplete,
  publishedUnseen,
  tooManyLinks,
  tooManyMedia,
} from './errors.ts';
import {
  limits,
  MEDIA_WAIT_SECONDS,
  MOST_CONTAINERS,
  MOST_LOOKS,
  SLOW_WAIT_SECONDS,
  TEXT_WAIT_SECONDS,
} from './limits.ts';
import { ownWriting } from './own-writing.ts';
import { Container } from './wire.ts';

type Publish = Extract<Command, { type: 'publish' }>;

/** How far it has come. Containers are seen by nobody, and Threads throws them away after a day. */
const Progress = z.strictObject({
  /** Of a carousel: the parts that are ready to be put into it. */
  children: z.array(z.string()).default([]),
  container: z.string().optional(),
  looks: z.number().int().default(0),
  /** Containers given up, because Threads failed at them. */
  failed: z.number().int().default(0),
});
type Progress = z.infer<typeof Progress>;
const START: Progress = { children: [], looks: 0, failed: 0 };

/** One step of a post: a container for each part, then a look at it until it is ready and out. */
export async function publish(acting: Acting, command: Publish, text?: string): Promise<WriteOutcome> {
  const progress = progressFrom(text);
  if (progress.container !== undefined) return release(acting, command, { ...progress, container: progress.container });
  const { media } = command.content;
  const child = media.length > 1 ? media[progress.children.length] : undefined;
  if (child === undefined) {
    return create(acting, containerOf(command.content, progress.children), {
      progress,
      next: (container) => underWay({ ...progress, container, looks: 0 }, waitFor(media)),
    });
  }
  return create(
    acting,
    { ...sourceOf(child), is_carousel_item: true },
    {
      progress,
      next: (id) => underWay({ ...progress, children: [...progress.children, id] }, waitFor([child])),
    },
  );
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

const LINK = /https?:\/\/\S+/giu;

/** Why a post would be refused, or come out otherwise than written; null: it can be sent. */
export function refusedBefore(content: Post): ChannelError | null {
  const text = textOf(content);
  const links = new Set([...(text.match(LINK) ?? []), ...(content.link === undefined ? [] : [content.link.url])]);
  if (links.size > (limits.links ?? 0)) return tooManyLinks(limits.links ?? 0);
  if (content.media.length > limits.images) return tooManyMedia(limits.images);
  if (text.trim() === '' && content.media.length === 0) return emptyPost;
  return overlong(text, limits.postLength);
}

/** Only a post of words alone has a preview of a link; among pictures the address goes where a reader can follow it. */
export function textOf({ text, link, media }: Post): string {
  if (link === undefined || text.includes(link.url) || (media.length === 0 && text !== '')) return text;
  return text === '' ? link.url : `${text}\n\n${link.url}`;
}

const sourceOf = ({ kind, url, alt }: Media): Parameters => ({
  media_type: kind === 'image' ? 'IMAGE' : 'VIDEO',
  ...(kind === 'image' ? { image_url: url } : { video_url: url }),
  ...(alt === '' ? {} : { alt_text: alt }),
});

function containerOf(content: Post, children: readonly string[]): Parameters {
  const text = textOf(content);
  return {
    ...kindOf(content, children),
    ...(text === '' ? {} : { text }),
    ...(content.comments === 'nobody' ? { reply_control: 'mentioned_only' } : {}),
    ...(content.comments === 'after-approval' ? { enable_reply_approvals: true } : {}),
  };
}

function kindOf({ media, link }: Post, children: readonly string[]): Parameters {
  const [first] = media;
  if (first === undefined) return { media_type: 'TEXT', ...(link === undefined ? {} : { link_attachment: link.url }) };
  return media.length > 1 ? { media_type: 'CAROUSEL', children: children.join(',') } : sourceOf(first);
}

const waitFor = (media: readonly Media[]): number => (media.length === 0 ? TEXT_WAIT_SECONDS : MEDIA_WAIT_SECONDS);

/** A container that may or may not have been made is seen by nobody: the step is simply taken again, a few times. */
async function create(
  { graph }: Acting,
  parameters: Parameters,
  { progress, next }: { readonly progress: Progress; readonly next: (id: string) => WriteOutcome },
): Promise<WriteOutcome> {
  const answer = await graph('POST', 'me/threads', parameters);
  if (answer.kind === 'answer') {
    const { data } = Written.safeParse(answer.body);
    return data === undefined ? again(progress, errors.unclear('container-without-id')) : next(data.id);
  }
  const error = errors.faultOf(answer);
  return error.kind === 'transient' ? again(progress, error) : refused(error);
}

function again(progress: Progress, error: ChannelError): WriteOutcome {
  const failed = progress.failed + 1;
  if (failed >= MOST_CONTAINERS) return refused({ ...notComplete, code: error.code });
  return underWay({ ...progress, failed }, SLOW_WAIT_SECONDS);
}

/** Nothing of it is out: all parts are made anew. */
const startAgain = ({ failed }: Progress, error: ChannelError): WriteOutcome => again({ ...START, failed }, error);

function look(progress: Progress, error: ChannelError): WriteOutcome {
  if (progress.looks + 1 >= MOST_LOOKS) return refused({ ...notComplete, code: error.code });
  return underWay({ ...progress, looks: progress.looks + 1 }, SLOW_WAIT_SECONDS);
}

type Prepared = Progress & { readonly container: string };

/** Looks at the container, and lets it out if it is ready. */
async function release(acting: Acting, command: Publish, progress: Prepared): Promise<WriteOutcome> {
  const path = encodeURIComponent(progress.container);
  const answer = await acting.graph('GET', path, { fields: 'id,status,error_message' });
  if (answer.kind !== 'answer') return unseen(errors.faultOf(answer), progress);
  const container = Container.safeParse(answer.body);
  if (!container.success) return look(progress, errors.unclear('unexpected-container'));
  switch (container.data.status) {
    case 'FINISHED':
      return letOut(acting, progress);
    case 'PUBLISHED':
      return alreadyOut(acting, command);
    case 'EXPIRED':
      return startAgain(progress, notComplete);
    case 'ERROR':
      return failedContainer(containerFault(container.data.error_message ?? 'UNKNOWN'), progress);
    default:
      return look(progress, errors.unclear('container-in-progress'));
  }
}

/** The look failed, not the container: it is asked again, unless nobody may ask. */
function unseen(error: ChannelError, progress: Prepared): WriteOutcome {
  if (error.kind === 'not-found') return startAgain(progress, error);
  if (error.kind === 'transient') return look(progress, error);
  if (error.kind === 'rate-limited') return underWay(progress, error.retryAfterSeconds ?? SLOW_WAIT_SECONDS);
  return refused(error);
}

const failedContainer = (error: ChannelError, progress: Progress): WriteOutcome =>
  error.kind === 'transient' ? startAgain(progress, error) : refused(error);

async function letOut({ graph }: Acting, { container }: Prepared): Promise<WriteOutcome> {
  const answer = await graph('POST', 'me/threads_publish', { creation_id: container });
  if (answer.kind !== 'answer') return errors.failedWrite(answer);
  const { data } = Written.safeParse(answer.body);
  return data === undefined
    ? { state: 'unknown', error: errors.unclear('published-without-id') }
    : { state: 'accepted', externalId: data.id };
}

/** An earlier call let it out and its answer was lost, or the desk went down: it is found by its words. */
async function alreadyOut(acting: Acting, command: Publish): Promise<WriteOutcome> {
  try {
    const found = await ownWriting(acting, command);
    return found === null
      ? { state: 'unknown', error: publishedUnseen }
      : { state: 'accepted', externalId: found.id, ...(found.permalink ? { permalink: found.permalink } : {}) };
  } catch (fault) {
    if (fault instanceof ChannelFault) return { state: 'unknown', error: fault.error };
    throw fault;
  }
}
