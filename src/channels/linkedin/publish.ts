// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { lengthIn } from '../contract.ts';
import { type ChannelError, ChannelFault, type Command, type Media, type Post, type WriteOutcome } from '../port.ts';
import { notPossible, outcomeOf, refused, rejected, tooLong, unclear } from './errors.ts';
import { limits, READY_WAIT_SECONDS } from './limits.ts';
import { littleTextOf } from './little-text.ts';
import type { Acting } from './rest.ts';
import { stateOf, upload } from './upload.ts';
import { postPermalink } from './urn.ts';

type Publish = Extract<Command, { type: 'publish' }>;

/** What is up already, in the order of the post's media; nobody sees it. */
const Progress = z.strictObject({ uploaded: z.array(z.string()) });

/** One step of a publication: each picture or video is uploaded by a step of its own, and the last one makes the post. */
export async function publish(acting: Acting, { content }: Publish, progress?: string): Promise<WriteOutcome> {
  const refusal = refusedBefore(content);
  if (refusal !== null) return refused(refusal);
  const uploaded = progressFrom(progress);
  const next = content.media[uploaded.length];
  if (next === undefined) return finish(acting, content, uploaded);
  const sent = await upload(acting, next);
  if ('failed' in sent) return retried(sent.failed, uploaded);
  return underWay([...uploaded, sent.urn], next.kind === 'video' ? READY_WAIT_SECONDS : 1);
}

function progressFrom(text: string | undefined): readonly string[] {
  try {
    return Progress.parse(JSON.parse(text ?? '')).uploaded;
  } catch {
    return [];
  }
}

const underWay = (uploaded: readonly string[], waitSeconds: number): WriteOutcome => ({
  state: 'under-way',
  progress: JSON.stringify({ uploaded }),
  waitSeconds,
});

/** Whether a lost upload arrived changes nothing on the page: the step is taken again. */
const retried = (outcome: WriteOutcome, uploaded: readonly string[]): WriteOutcome =>
  outcome.state === 'unknown' ? underWay(uploaded, outcome.error.retryAfterSeconds ?? READY_WAIT_SECONDS) : outcome;

/** What LinkedIn would refuse, or cut, is not sent. */
function refusedBefore(content: Post): ChannelError | null {
  const { media, comments } = content;
  const written = lengthIn(textOf(content), limits.lengthUnit);
  if (written > limits.postLength) return tooLong(written, limits.postLength);
  if (comments !== undefined) return notPossible('comments-restricted', RESTRICTED);
  if (media.length > limits.images)
    return rejected('too-many-images', `LinkedIn accetta al massimo ${limits.images} immagini in un post.`);
  const videos = media.filter(({ kind }) => kind === 'video');
  if (videos.length > 0 && media.length > 1) return rejected('video-not-alone', VIDEO_ALONE);
  return written === 0 && media.length === 0 && content.link === undefined ? rejected('empty', EMPTY) : null;
}

const RESTRICTED =
  'LinkedIn non lascia scegliere da qui chi può commentare: pubblicare a mano, oppure pubblicare e poi chiudere i commenti.';
const VIDEO_ALONE = 'Su LinkedIn un video va da solo, senza altre immagini o video nello stesso post.';
const EMPTY = 'Il post è vuoto.';
const BROKEN = 'LinkedIn non è riuscito a elaborare il file: va preparato di nuovo, in un altro formato.';

/** Beside pictures and videos LinkedIn shows no linked page: its address goes at the end of the text. */
export const textOf = ({ text, link, media }: Post): string =>
  link !== undefined && media.length > 0 ? `${text}\n\n${link.url}`.trim() : text;

async function finish(acting: Acting, content: Post, uploaded: readonly string[]): Promise<WriteOutcome> {
  try {
    for (const urn of uploaded) {
      const state = await stateOf(acting, urn);
      if (state === 'failed') return refused(rejected('processing-failed', BROKEN));
      if (state === 'working') return underWay(uploaded, READY_WAIT_SECONDS);
    }
  } catch (fault) {
    if (!(fault instanceof ChannelFault)) throw fault;
    return underWay(uploaded, fault.error.retryAfterSeconds ?? READY_WAIT_SECONDS);
  }
  return post(acting, content, uploaded);
}

async function post({ rest, account, now }: Acting, content: Post, uploaded: readonly string[]): Promise<WriteOutcome> {
  const shown = contentOf(content, uploaded);
  const answer = await rest({
    method: 'POST',
    path: 'posts',
    body: {
      author: account.externalId,
      commentary: littleTextOf(textOf(content)),
      visibility: 'PUBLIC',
      distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
      ...(shown && { content: shown }),
      lifecycleState: 'PUBLISHED',
      isReshareDisabledByAuthor: false,
    },
  });
  if (answer.kind !== 'answer') return outcomeOf(answer, now);
  const id = answer.headers.get('x-restli-id');
  return id === null
    ? { state: 'unknown', error: unclear('post-without-id') }
    : { state: 'accepted', externalId: id, permalink: postPermalink(id) };
}

function contentOf({ link, media, title }: Post, uploaded: readonly string[]): object | null {
  const [first] = media;
  if (first === undefined) {
    return link === undefined
      ? null
      : { article: { source: link.url, title: link.title, description: link.description } };
  }
  if (media.length > 1) return { multiImage: { images: media.map((one, at) => image(one, uploaded[at] ?? '')) } };
  if (first.kind === 'image') return { media: image(first, uploaded[0] ?? '') };
  return { media: { id: uploaded[0] ?? '', ...(title === undefined ? {} : { title }) } };
}

const image = ({ alt }: Media, id: string) => ({ id, altText: alt });
