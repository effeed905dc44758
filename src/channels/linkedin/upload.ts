// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import { type Answer, call } from '../core/call.ts';
import { fetchMedia } from '../core/media.ts';
import type { Media, WriteOutcome } from '../port.ts';
import { outcomeOf, refused, rejected, unclear } from './errors.ts';
import { LARGEST_IMAGE_BYTES, LARGEST_VIDEO_BYTES, UPLOAD_TIMEOUT_MILLISECONDS } from './limits.ts';
import { type Acting, read } from './rest.ts';
import { encoded } from './urn.ts';
import { ImageUpload, Uploaded, VideoUpload } from './wire.ts';

/** The name that LinkedIn gave to what is up and that nobody sees yet, or what came of the attempt. */
export type Sent = { readonly urn: string } | { readonly failed: WriteOutcome };

type Bytes = Uint8Array<ArrayBuffer>;

/** Uploads one picture or video. Whatever comes of it, nothing shows on the page. */
export async function upload(acting: Acting, media: Media): Promise<Sent> {
  const largest = media.kind === 'image' ? LARGEST_IMAGE_BYTES : LARGEST_VIDEO_BYTES;
  const fetched = await fetchMedia(media, { largest, timeoutMilliseconds: UPLOAD_TIMEOUT_MILLISECONDS });
  if (fetched.kind === 'failed') return { failed: refused(rejected(fetched.code, NOT_READ)) };
  return media.kind === 'image' ? uploadImage(acting, fetched.bytes) : uploadVideo(acting, fetched.bytes);
}

const NOT_READ = 'Il file da pubblicare non si riesce a leggere, o è troppo grande per LinkedIn.';

async function uploadImage(acting: Acting, bytes: Bytes): Promise<Sent> {
  const asked = await initialize(acting, ImageUpload, { path: 'images', of: { owner: acting.account.externalId } });
  if ('failed' in asked) return asked;
  const { uploadUrl, image } = asked.begun.value;
  const answer = await put(acting, uploadUrl, bytes);
  return answer.kind === 'answer' ? { urn: image } : { failed: outcomeOf(answer, acting.now) };
}

async function uploadVideo(acting: Acting, bytes: Bytes): Promise<Sent> {
  const asked = await initialize(acting, VideoUpload, {
    path: 'videos',
    of: {
      owner: acting.account.externalId,
      fileSizeBytes: bytes.length,
      uploadCaptions: false,
      uploadThumbnail: false,
    },
  });
  if ('failed' in asked) return asked;
  const { video, uploadToken, uploadInstructions } = asked.begun.value;
  const uploadedPartIds: string[] = [];
  for (const { uploadUrl, firstByte, lastByte } of uploadInstructions) {
    const answer = await put(acting, uploadUrl, bytes.subarray(firstByte, lastByte + 1));
    if (answer.kind !== 'answer') return { failed: outcomeOf(answer, acting.now) };
    const tag = answer.headers.get('etag');
    if (tag === null) return { failed: { state: 'unknown', error: unclear('part-without-etag') } };
    uploadedPartIds.push(tag.replace(/^"|"$/g, ''));
  }
  const finished = await acting.rest({
    method: 'POST',
    path: 'videos',
    query: { action: 'finalizeUpload' },
    body: { finalizeUploadRequest: { video, uploadToken, uploadedPartIds } },
  });
  return finished.kind === 'answer' ? { urn: video } : { failed: outcomeOf(finished, acting.now) };
}

async function initialize<Shape>(
  { rest, now }: Acting,
  shape: z.ZodType<Shape>,
  { path, of }: { readonly path: 'images' | 'videos'; readonly of: object },
): Promise<{ readonly begun: Shape } | { readonly failed: WriteOutcome }> {
  const answer = await rest({
    method: 'POST',
    path,
    query: { action: 'initializeUpload' },
    body: { initializeUploadRequest: of },
  });
  if (answer.kind !== 'answer') return { failed: outcomeOf(answer, now) };
  const begun = shape.safeParse(answer.body);
  if (begun.success) return { begun: begun.data };
  return { failed: { state: 'unknown', error: unclear('upload-without-address') } };
}

/** The token goes only where LinkedIn is: the address of the upload came in an answer. */
async function put({ account }: Acting, url: string, body: Bytes): Promise<Answer> {
  const { hostname, origin } = new URL(url);
  const isTheirs = origin === new URL(account.baseUrl).origin || hostname.endsWith('.linkedin.com');
  const headers = {
    'content-type': 'application/octet-stream',
    ...(isTheirs && { authorization: `Bearer ${account.credentials.accessToken ?? ''}` }),
  };
  return call({ method: 'PUT', url, headers, body }, UPLOAD_TIMEOUT_MILLISECONDS);
}

/** Whether what was uploaded can be published. Throws `ChannelFault`. */
export async function stateOf(acting: Acting, urn: string): Promise<'ready' | 'working' | 'failed'> {
  const path = `${urn.startsWith('urn:li:video:') ? 'videos' : 'images'}/${encoded(urn)}`;
  const came = await read(acting, Uploaded, { path });
  if (came === 'gone') return 'failed';
  if (came.found.status === 'AVAILABLE') return 'ready';
  return came.found.status === 'PROCESSING_FAILED' ? 'failed' : 'working';
}
