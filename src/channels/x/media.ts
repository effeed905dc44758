// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { reasonOf } from '../core/exchange.ts';
import type { ChannelError, Media } from '../port.ts';
import type { Call } from './client.ts';
import { errorOf, fault, unclear } from './errors.ts';
import { ANIMATION_BYTES, IMAGE_BYTES, SEGMENT_BYTES, VIDEO_BYTES } from './limits.ts';
import type { Publishing } from './publish.ts';
import { Id } from './wire.ts';

/** `waitSeconds` null: it can be used; otherwise X is still working on it. */
type Uploaded = { readonly id: string; readonly waitSeconds: number | null };
type Refused = { readonly error: ChannelError };

const Upload = z.object({
  data: z.object({
    id: Id,
    processing_info: z.object({ state: z.string().optional(), check_after_secs: z.number().optional() }).nullish(),
  }),
});

const DEFAULT_CHECK_SECONDS = 5;
const UNUSABLE = 'X non è riuscito a elaborare il file: controllare il formato e riprovare con un altro.';

/** Fetches the file and uploads it in pieces. None of this can be seen by anybody: a failure means that nothing was done. */
export async function upload(publishing: Publishing, media: Media): Promise<Uploaded | Refused> {
  const file = await fileOf(media, publishing.timeoutMilliseconds);
  if ('error' in file) return file;
  const started = await ask(publishing, {
    method: 'POST',
    path: 'media/upload/initialize',
    body: { media_type: media.type, media_category: categoryOf(media), total_bytes: file.size },
  });
  if ('error' in started) return started;
  const { id } = started.data;
  for (let start = 0; start < file.size; start += SEGMENT_BYTES) {
    const form = new FormData();
    form.set('segment_index', `${start / SEGMENT_BYTES}`);
    form.set('media', file.slice(start, start + SEGMENT_BYTES), 'media');
    const appended = await publishing.client({ method: 'POST', path: `media/upload/${id}/append`, form });
    if (appended.kind !== 'answer') return { error: errorOf(appended, 'publish', publishing.now()) };
  }
  const done = await ask(publishing, { method: 'POST', path: `media/upload/${id}/finalize` });
  if ('error' in done) return done;
  const described = await describe(publishing, id, media);
  return described ?? statusOf(done.data);
}

/** Whether X has finished with an upload. */
export async function isReady(publishing: Publishing, id: string): Promise<Uploaded | Refused> {
  const found = await ask(publishing, {
    method: 'GET',
    path: 'media/upload',
    query: { media_id: id, command: 'STATUS' },
  });
  return 'error' in found ? found : statusOf(found.data);
}

function statusOf({ id, processing_info: info }: z.infer<typeof Upload>['data']): Uploaded | Refused {
  if (info === null || info === undefined || info.state === 'succeeded') return { id, waitSeconds: null };
  if (info.state === 'failed') return { error: fault('rejected-content', 'processing-failed', UNUSABLE) };
  return { id, waitSeconds: Math.max(1, info.check_after_secs ?? DEFAULT_CHECK_SECONDS) };
}

/** X keeps no alternative text for videos. */
async function describe({ client, now }: Publishing, id: string, { kind, alt }: Media): Promise<Refused | null> {
  if (kind === 'video' || alt === '') return null;
  const body = { id, metadata: { alt_text: { text: alt } } };
  const answer = await client({ method: 'POST', path: 'media/metadata', body });
  return answer.kind === 'answer' ? null : { error: errorOf(answer, 'publish', now()) };
}

async function ask({ client, now }: Publishing, call: Call): Promise<z.infer<typeof Upload> | Refused> {
  const answer = await client(call);
  if (answer.kind !== 'answer') return { error: errorOf(answer, 'publish', now()) };
  return Upload.safeParse(answer.body).data ?? { error: unclear('upload-without-id') };
}

const isAnimated = ({ type }: Media): boolean => type === 'image/gif';

function categoryOf(media: Media): 'tweet_video' | 'tweet_gif' | 'tweet_image' {
  if (media.kind === 'video') return 'tweet_video';
  return isAnimated(media) ? 'tweet_gif' : 'tweet_image';
}

function largest(media: Media): number {
  if (media.kind === 'video') return VIDEO_BYTES;
  return isAnimated(media) ? ANIMATION_BYTES : IMAGE_BYTES;
}

async function fileOf(media: Media, timeoutMilliseconds = 30_000): Promise<Blob | Refused> {
  try {
    const answer = await fetch(media.url, { signal: AbortSignal.timeout(timeoutMilliseconds) });
    const announced = Number(answer.headers.get('content-length') ?? 0);
    if (!answer.ok || announced > largest(media)) {
      await answer.body?.cancel();
      return { error: answer.ok ? tooLarge(media) : unclear(`media-http-${answer.status}`) };
    }
    const file = await answer.blob();
    return file.size > largest(media) ? { error: tooLarge(media) } : file;
  } catch (cause) {
    return { error: unclear(`media-${reasonOf(cause)}`) };
  }
}

function tooLarge(media: Media): ChannelError {
  const message = `Il file è troppo grande per X: al massimo ${largest(media) / 1024 ** 2} MB.`;
  return fault('rejected-content', 'media-too-large', message);
}
