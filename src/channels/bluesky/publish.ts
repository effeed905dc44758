// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type $Typed,
  type AppBskyFeedPost,
  BlobRef,
  type ComAtprotoRepoApplyWrites,
  jsonToLex,
  RichText,
} from '@atproto/api';
import { z } from 'zod';
import { fetchMedia } from '../core/media.ts';
import { sameText } from '../core/same-text.ts';
import type { Command, Media, Post, ReadBack, WriteOutcome } from '../port.ts';
import { fault, send } from './errors.ts';
import { ALT_GRAPHEMES, IMAGE_BYTES, IMAGES, VIDEO_BYTES } from './limits.ts';
import { type Acting, POST, readRecord, THREADGATE, uriOf } from './records.ts';
import { withReplies } from './threadgate.ts';
import { tidFromKey } from './tid.ts';
import { permalink, postRecord, sayable, textOf, threadOf } from './wire.ts';

type Publish = Extract<Command, { type: 'publish' }>;

/** Files that are up and that nobody sees yet, as records name them. */
const Blob = z.object({
  $type: z.literal('blob'),
  ref: z.object({ $link: z.string() }),
  mimeType: z.string(),
  size: z.number(),
});
const Progress = z.strictObject({ blobs: z.array(Blob) });
type Blobs = z.infer<typeof Progress>['blobs'];

/** One step of a publication: each file takes one, then the post; a repetition finds the post under the command's own key. */
export async function publish(acting: Acting, { key, content }: Publish, progress?: string): Promise<WriteOutcome> {
  assertPublishable(content);
  const { agent, did, now } = acting;
  const rkey = tidFromKey(key);
  const uri = uriOf(did, POST, rkey);
  // Before any file goes up: what is too long must not be found out at the end.
  const mayBeEmpty = content.media.length > 0 || content.link !== undefined;
  sayable(shownText(content), { what: 'Il post', mayBeEmpty });
  if ((await readRecord(agent, uri)) !== null) return published(uri);
  const blobs = blobsFrom(progress);
  const next = content.media[blobs.length];
  if (next !== undefined) return upload(acting, next, blobs);
  const record = postRecord({ text: shownText(content), ...embedOf(content, blobs) }, now);
  if (content.comments === undefined) {
    await send(() => agent.com.atproto.repo.createRecord({ repo: did, collection: POST, rkey, record }));
  } else {
    // In one go: between the post and the closing nobody can slip a reply in.
    const gate = withReplies(null, { root: uri, open: false }, now);
    const writes = [created(POST, rkey, record), created(THREADGATE, rkey, { ...gate })];
    await send(() => agent.com.atproto.repo.applyWrites({ repo: did, writes }));
  }
  return published(uri);
}

const published = (uri: string): WriteOutcome => {
  const link = permalink(uri);
  return { state: 'accepted', externalId: uri, ...(link !== null && { permalink: link }) };
};

const created = (
  collection: string,
  rkey: string,
  value: Record<string, unknown>,
): $Typed<ComAtprotoRepoApplyWrites.Create> => ({
  $type: 'com.atproto.repo.applyWrites#create',
  collection,
  rkey,
  value,
});

function blobsFrom(text: string | undefined): Blobs {
  try {
    return Progress.parse(JSON.parse(text ?? '')).blobs;
  } catch {
    return [];
  }
}

/** A picture or a video takes the place of the card: the address goes where a reader can follow it. */
export function shownText({ text, link, media }: Post): string {
  if (link === undefined || media.length === 0 || text.includes(link.url)) return text;
  return text === '' ? link.url : `${text}\n\n${link.url}`;
}

function assertPublishable({ comments, media }: Post): void {
  if (comments === 'after-approval') {
    throw fault('not-possible', 'NoApproval', 'Bluesky non trattiene le risposte in attesa di approvazione.');
  }
  const videos = media.filter(({ kind }) => kind === 'video').length;
  if (videos > 1 || (videos === 1 && media.length > 1)) {
    const message = 'Su Bluesky un post porta immagini oppure un solo video, non entrambi.';
    throw fault('rejected-content', 'MixedMedia', message);
  }
  if (media.length > IMAGES) {
    throw fault('rejected-content', 'TooManyImages', `In un post di Bluesky vanno al massimo ${IMAGES} immagini.`);
  }
  for (const { kind, type, alt } of media) {
    if (kind === 'video' ? type !== 'video/mp4' : !type.startsWith('image/')) {
      throw fault('rejected-content', 'MediaType', `Bluesky non accetta file di questo tipo: ${type}.`);
    }
    if (new RichText({ text: alt }).graphemeLength > ALT_GRAPHEMES) {
      const message = `Il testo alternativo supera i ${ALT_GRAPHEMES} caratteri: va accorciato.`;
      throw fault('rejected-content', 'AltTooLong', message);
    }
  }
}

/** A blob that is not referenced within a while is thrown away by the server: a crash leaves nothing behind. */
async function upload({ agent, timeoutMilliseconds }: Acting, media: Media, blobs: Blobs): Promise<WriteOutcome> {
  const largest = media.kind === 'video' ? VIDEO_BYTES : IMAGE_BYTES;
  const fetched = await fetchMedia(media, { largest, timeoutMilliseconds });
  if (fetched.kind === 'failed') {
    const message = 'Il file da allegare non si può leggere, o è troppo grande per Bluesky.';
    throw fault('rejected-content', fetched.code, message);
  }
  const { data } = await send(() => agent.com.atproto.repo.uploadBlob(fetched.bytes, { encoding: media.type }));
  const blob = Blob.parse(JSON.parse(JSON.stringify(data.blob)));
  return { state: 'under-way', progress: JSON.stringify({ blobs: [...blobs, blob] }), waitSeconds: 0 };
}

type Embedded = { readonly embed?: NonNullable<AppBskyFeedPost.Record['embed']> };

function fileOf(blob: Blobs[number]): BlobRef {
  const file = jsonToLex(blob);
  if (file instanceof BlobRef) return file;
  throw fault('rejected-content', 'UnreadableBlob', 'Il file caricato su Bluesky non è più riconoscibile.');
}

function embedOf({ media, link }: Post, blobs: Blobs): Embedded {
  const [first] = media;
  const files = blobs.map(fileOf);
  if (first?.kind === 'video' && files[0] !== undefined) {
    return { embed: { $type: 'app.bsky.embed.video', video: files[0], ...(first.alt !== '' && { alt: first.alt }) } };
  }
  if (first !== undefined) {
    const images = files.map((image, index) => ({ image, alt: media[index]?.alt ?? '' }));
    return { embed: { $type: 'app.bsky.embed.images', images } };
  }
  if (link === undefined) return {};
  const { url: uri, title, description } = link;
  return { embed: { $type: 'app.bsky.embed.external', external: { uri, title, description } } };
}

/** It is there under the command's own key, or it is not. */
export async function readPublication(
  { agent, did }: Pick<Acting, 'agent' | 'did'>,
  { key, content }: Publish,
): Promise<ReadBack> {
  const rkey = tidFromKey(key);
  const uri = uriOf(did, POST, rkey);
  const stored = await readRecord(agent, uri);
  if (stored === null) return { state: 'absent', proof: { uri } };
  if (threadOf(stored.value) !== null || !sameText(textOf(stored.value), shownText(content))) {
    const message = 'Su Bluesky c’è qualcosa di diverso da ciò che è stato inviato: una persona deve confrontare.';
    return { state: 'pending', error: fault('transient', 'OtherText', message).error };
  }
  const proof = { uri, cid: stored.cid ?? null, text: textOf(stored.value) };
  if (content.comments === undefined) return { state: 'confirmed', proof };
  const gate = await readRecord(agent, uriOf(did, THREADGATE, rkey));
  const isClosed = Array.isArray(gate?.value.allow) && gate.value.allow.length === 0;
  if (isClosed) return { state: 'confirmed', proof: { ...proof, threadgate: gate.uri } };
  const message = 'Il post è uscito, ma chiunque può rispondere: vanno chiusi i commenti.';
  return { state: 'pending', error: fault('transient', 'RepliesOpen', message).error };
}
