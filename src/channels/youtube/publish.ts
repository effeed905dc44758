// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { ChannelError, Command, Media, Post, WriteOutcome } from '../port.ts';
import { type Acting, failed } from './api.ts';
import { errorOf, notPossible, rejected, unclear } from './errors.ts';
import { CATEGORY, PIECE_TRIES } from './limits.ts';
import { fileChanged, pieceOf, sizeOf } from './source.ts';
import { isSessionOf, openSession, putPiece } from './upload.ts';
import { faultOfDescription, faultOfTitle, recentUploads } from './video.ts';
import { sameText, Video, watchLink } from './wire.ts';

type Publish = Extract<Command, { type: 'publish' }>;

/** An upload that has begun and that nobody sees before its last byte. The session's address is a secret of its own. */
const Progress = z.strictObject({
  session: z.string(),
  total: z.number().int().positive(),
  /** Bytes that had arrived when it was last asked, and how often it was tried in vain since. */
  at: z.number().int(),
  tries: z.number().int(),
});
type Progress = z.infer<typeof Progress>;

const underWay = (progress: Progress, waitSeconds = 0): WriteOutcome => ({
  state: 'under-way',
  progress: JSON.stringify(progress),
  waitSeconds,
});
const RETRY_SECONDS = 30;

/**
 * One step of an upload: opening it, or the next piece. Each piece begins by asking how far YouTube has come, so that a step that
 * was lost, or a crash after it, repeats nothing: YouTube answers with the video itself when all is there.
 */
export async function publish(acting: Acting, command: Publish, progress?: string): Promise<WriteOutcome> {
  const { content } = command;
  const video = content.media[0];
  const error = faultOf(content);
  if (error !== null || video === undefined) return { state: 'refused', error: error ?? notVideo };
  const begun = progressFrom(acting, progress);
  if (begun === null) return open(acting, content, video);
  const stands = await put(acting, begun);
  if (stands.kind === 'done') return stands.outcome;
  if (stands.kind === 'gone') return afterLostSession(acting, command, video);
  if (stands.kind === 'unknown') return triedAgain(begun, stands.error);
  const { from } = stands;
  const now = from > begun.at ? { ...begun, at: from, tries: 0 } : begun;
  return sendPiece(acting, { begun: now, from, video });
}

function progressFrom(acting: Acting, text: string | undefined): Progress | null {
  try {
    const progress = Progress.parse(JSON.parse(text ?? ''));
    return isSessionOf(acting, progress.session) ? progress : null;
  } catch {
    return null;
  }
}

const notVideo = notPossible('not-a-video', 'Da qui su YouTube si pubblicano solo video: il resto si fa a mano.');

/** What is refused before anything is sent. */
function faultOf(content: Post): ChannelError | null {
  const { media } = content;
  if (media.length === 0 || media.some(({ kind }) => kind !== 'video')) return notVideo;
  if (media.length > 1) return rejected('several-videos', 'Su YouTube si pubblica un video alla volta.');
  if (content.comments !== undefined) {
    return notPossible('comments-by-hand', 'Chi può commentare un video si sceglie a mano, in YouTube Studio.');
  }
  return faultOfTitle(titleOf(content)) ?? faultOfDescription(descriptionOf(content));
}

const titleOf = ({ title, text }: Post): string => title ?? text.trim().split('\n')[0] ?? '';

/** A video has no link of its own: it goes at the end of the description. */
export const descriptionOf = ({ text, link }: Post): string =>
  link === undefined || text.includes(link.url) ? text : `${text}\n\n${link.url}`.trim();

async function open(acting: Acting, content: Post, video: Media): Promise<WriteOutcome> {
  const file = await sizeOf(video.url, acting.timeoutMilliseconds);
  if (file.kind === 'failed') return { state: 'refused', error: file.error };
  const answer = await openSession(acting, {
    bytes: file.total,
    type: video.type,
    video: {
      snippet: {
        title: titleOf(content),
        description: descriptionOf(content),
        categoryId: CATEGORY,
        defaultLanguage: 'it',
      },
      status: { privacyStatus: 'public', selfDeclaredMadeForKids: false },
    },
  });
  if (answer.kind !== 'answer') return failed(acting, answer);
  const session = answer.headers.get('location') ?? '';
  return isSessionOf(acting, session)
    ? underWay({ session, total: file.total, at: 0, tries: 0 })
    : { state: 'unknown', error: unclear('upload-without-address') };
}

type Stands =
  | { readonly kind: 'at'; readonly from: number }
  | { readonly kind: 'done'; readonly outcome: WriteOutcome }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unknown'; readonly error: ChannelError };

/** Without bytes: how far YouTube has come. */
async function put(
  acting: Acting,
  { session, total }: Progress,
  piece?: { readonly from: number; readonly bytes: Uint8Array<ArrayBuffer> },
): Promise<Stands> {
  const where = piece === undefined ? '*' : `${piece.from}-${piece.from + piece.bytes.length - 1}`;
  const answer = await putPiece(acting, {
    session,
    range: `bytes ${where}/${total}`,
    ...(piece === undefined ? {} : { bytes: piece.bytes }),
  });
  if (answer.kind === 'more') return { kind: 'at', from: answer.received };
  if (answer.kind === 'answer') return { kind: 'done', outcome: published(answer.body) };
  if (answer.kind === 'refused' && (answer.status === 404 || answer.status === 410)) return { kind: 'gone' };
  const error = errorOf(answer, acting.clock.now());
  const isFinal = answer.kind === 'refused' && error.kind !== 'transient' && error.kind !== 'rate-limited';
  return isFinal ? { kind: 'done', outcome: { state: 'refused', error } } : { kind: 'unknown', error };
}

function published(body: unknown): WriteOutcome {
  const video = Video.safeParse(body);
  return video.success
    ? { state: 'accepted', externalId: video.data.id, permalink: watchLink(video.data.id) }
    : { state: 'unknown', error: unclear('video-without-id') };
}

async function sendPiece(
  acting: Acting,
  { begun, from, video }: { readonly begun: Progress; readonly from: number; readonly video: Media },
): Promise<WriteOutcome> {
  const { timeoutMilliseconds } = acting;
  const piece = await pieceOf(video.url, { from, total: begun.total, timeoutMilliseconds });
  if (piece.kind === 'failed') {
    return piece.error === fileChanged ? { state: 'refused', error: piece.error } : triedAgain(begun, piece.error);
  }
  const stands = await put(acting, begun, { from, bytes: piece.bytes });
  if (stands.kind === 'done') return stands.outcome;
  // Whatever else it was, the next step asks.
  return stands.kind === 'at' && stands.from > from
    ? underWay({ ...begun, at: stands.from, tries: 0 })
    : triedAgain(begun, stands.kind === 'unknown' ? stands.error : unclear('upload-stands-still'));
}

/** The last piece may have arrived unheard: who gives up does not know. */
function triedAgain(begun: Progress, error: ChannelError): WriteOutcome {
  const tries = begun.tries + 1;
  if (tries >= PIECE_TRIES) return { state: 'unknown', error };
  return underWay({ ...begun, tries }, error.retryAfterSeconds ?? RETRY_SECONDS);
}

/** The session has run out: either everything had arrived, and the video is among our latest, or nothing is to be seen. */
async function afterLostSession(acting: Acting, command: Publish, video: Media): Promise<WriteOutcome> {
  const found = await ownUpload(acting, command);
  return found === null
    ? open(acting, command.content, video)
    : { state: 'accepted', externalId: found, permalink: watchLink(found) };
}

/** YouTube's clock and ours may differ. */
const CLOCK_SKEW_MILLISECONDS = 30_000;

/** The id of our latest video with that title and description, not older than the command. */
export async function ownUpload(acting: Acting, { content, since }: Publish): Promise<string | null> {
  const earliest = since === undefined ? Number.NEGATIVE_INFINITY : since.getTime() - CLOCK_SKEW_MILLISECONDS;
  const found = (await recentUploads(acting)).find(
    ({ snippet }) =>
      sameText(snippet.title, titleOf(content)) &&
      sameText(snippet.description, descriptionOf(content)) &&
      snippet.publishedAt.getTime() >= earliest,
  );
  return found?.snippet.resourceId.videoId ?? null;
}
