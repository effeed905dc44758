// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { lengthIn } from '../contract.ts';
import type { ChannelError, Command, Post, WriteOutcome } from '../port.ts';
import type { Client } from './client.ts';
import { failedWriteOf, fault, notPossible, unclear } from './errors.ts';
import { ALT_LENGTH, limits } from './limits.ts';
import { isReady, upload } from './media.ts';
import { addressOf, Id, Written } from './wire.ts';

export type Publish = Extract<Command, { type: 'publish' }>;

export interface Publishing {
  readonly client: Client;
  readonly handle: string;
  readonly now: () => Date;
  readonly timeoutMilliseconds: number | undefined;
}

/** Uploads that are done, in the order of the post, and the one that X is still working on. */
const Progress = z.object({ uploaded: z.array(Id), processing: Id.nullable() });
type Progress = z.infer<typeof Progress>;

/** The text as it goes out: X has no other place for an address. */
export function textOf({ text, link }: Post): string {
  if (link === undefined || text.includes(link.url)) return text;
  return text === '' ? link.url : `${text}\n\n${link.url}`;
}

const CASHTAG = /(?<![\p{L}\p{N}_$])\$[a-z]{1,6}(?![\p{L}\p{N}_])/giu;

/** Why a text cannot go out; null: it can. X cuts nothing, it refuses: better here, in words. */
export function faultOfText(text: string): ChannelError | null {
  const length = lengthIn(text, 'weighted');
  if (length > limits.postLength) {
    const message = `Il testo è di ${length} caratteri come li conta X: al massimo ${limits.postLength}.`;
    return fault('rejected-content', 'too-long', message);
  }
  return (text.match(CASHTAG) ?? []).length > 1
    ? fault('rejected-content', 'cashtags', 'X accetta un solo simbolo di borsa ($) in un post.')
    : null;
}

function faultOf(post: Post): ChannelError | null {
  const { media, comments } = post;
  const videos = media.filter(({ kind }) => kind === 'video').length;
  if (videos > 1 || (videos === 1 && media.length > 1) || media.length > limits.images) {
    const message = `X accetta in un post fino a ${limits.images} immagini, oppure un solo video.`;
    return fault('rejected-content', 'too-many-media', message);
  }
  if (media.some(({ alt }) => alt.length > ALT_LENGTH)) {
    return fault('rejected-content', 'alt-too-long', `Il testo alternativo è al massimo di ${ALT_LENGTH} caratteri.`);
  }
  if (comments === 'after-approval') return notPossible('publish', 'no-approval-of-replies');
  return faultOfText(textOf(post));
}

/**
 * Publishes a post. Each picture or video is a step of its own, uploaded and given its alternative text; nothing is seen
 * before the last call.
 */
export async function publish(
  publishing: Publishing,
  { content }: Publish,
  progress: string | undefined,
): Promise<WriteOutcome> {
  const error = faultOf(content);
  if (error !== null) return { state: 'refused', error };
  const { uploaded, processing } = progressFrom(progress);
  if (processing !== null) return wait(publishing, { uploaded, processing });
  const next = content.media[uploaded.length];
  if (next !== undefined) {
    const sent = await upload(publishing, next);
    if ('error' in sent) return { state: 'refused', error: sent.error };
    const after: Progress =
      sent.waitSeconds === null
        ? { uploaded: [...uploaded, sent.id], processing: null }
        : { uploaded, processing: sent.id };
    return underWay(after, sent.waitSeconds ?? 0);
  }
  return create(publishing, {
    text: textOf(content),
    ...(uploaded.length === 0 ? {} : { media: { media_ids: uploaded } }),
    ...(content.comments === 'nobody' ? { reply_settings: 'mentionedUsers' } : {}),
  });
}

async function wait(publishing: Publishing, { uploaded, processing }: Progress): Promise<WriteOutcome> {
  const ready = await isReady(publishing, processing ?? '');
  if ('error' in ready) return { state: 'refused', error: ready.error };
  return ready.waitSeconds === null
    ? underWay({ uploaded: [...uploaded, ready.id], processing: null }, 0)
    : underWay({ uploaded, processing }, ready.waitSeconds);
}

const underWay = (progress: Progress, waitSeconds: number): WriteOutcome => ({
  state: 'under-way',
  progress: JSON.stringify(progress),
  waitSeconds,
});

/** Uploads can be made again, unseen: a progress that cannot be read is none. */
function progressFrom(text: string | undefined): Progress {
  try {
    return Progress.parse(JSON.parse(text ?? ''));
  } catch {
    return { uploaded: [], processing: null };
  }
}

/** The one call that makes a post, a reply or an edit. */
export async function create(
  { client, handle, now }: Pick<Publishing, 'client' | 'handle' | 'now'>,
  body: Readonly<Record<string, unknown>>,
): Promise<WriteOutcome> {
  const answer = await client({ method: 'POST', path: 'tweets', body });
  const asked = 'reply' in body ? 'reply' : 'edit_options' in body ? 'edit-post' : 'publish';
  if (answer.kind !== 'answer') return failedWriteOf(answer, asked, now());
  const written = Written.safeParse(answer.body);
  if (!written.success) return { state: 'unknown', error: unclear('answer-without-id') };
  const { id } = written.data.data;
  return { state: 'accepted', externalId: id, permalink: addressOf(id, handle) };
}
