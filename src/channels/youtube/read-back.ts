// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChannelError, ChannelFault, type Command, type ReadBack } from '../port.ts';
import type { Acting } from './api.ts';
import { capabilities } from './capabilities.ts';
import { notPossible, rejected, replyHeld, unclear, videoPrivate } from './errors.ts';
import { ownUpload } from './publish.ts';
import { type Stands, standingOf } from './standing.ts';
import { isGone, repliesUnder, threadsOf, threadsPage } from './threads.ts';
import { videoOf } from './video.ts';
import { type Comment, sameText, textOf, topOf, Unreadable } from './wire.ts';

type Reply = Extract<Command, { type: 'reply' }>;
type Publish = Extract<Command, { type: 'publish' }>;

/** Whether the command's effect is on YouTube now; reads from the units kept for writes. */
export async function readBack(acting: Acting, command: Command, writtenId: string | undefined): Promise<ReadBack> {
  try {
    return await look(acting, command, writtenId);
  } catch (cause) {
    if (cause instanceof ChannelFault) return { state: 'pending', error: cause.error };
    throw cause;
  }
}

function look(acting: Acting, command: Command, writtenId: string | undefined): Promise<ReadBack> | ReadBack {
  switch (command.type) {
    case 'hide':
      return checkStanding(acting, command, 'rejected');
    case 'unhide':
    case 'approve':
      return checkStanding(acting, command, 'published');
    case 'remove':
      return checkStanding(acting, command, 'gone');
    case 'ban':
      return checkBan(acting, command.post, writtenId);
    case 'reply':
      return writtenId === undefined ? searchReply(acting, command) : checkReply(acting, command, writtenId);
    case 'publish':
      return checkPublished(acting, command, writtenId);
    case 'edit-post':
      return checkDescription(acting, command);
    case 'remove-post':
      return checkVideoGone(acting, command.target);
    case 'close-comments':
    case 'open-comments':
      return checkComments(acting, { type: command.type, target: command.target });
    case 'report':
      // No interface shows our reports: the network's yes is all there will ever be.
      return writtenId === undefined
        ? byPerson('report-by-hand', capabilities.report.effect)
        : { state: 'confirmed', proof: { video: writtenId, answered: true } };
    case 'unban':
      return byPerson('unban-by-hand', capabilities.ban.effect);
    case 'answer-message':
      return byPerson('no-messages', capabilities['answer-message'].effect);
  }
}

/** No interface shows it. */
const byPerson = (code: string, message: string): ReadBack => ({ state: 'pending', error: notPossible(code, message) });

const compared = (is: boolean, proof: Readonly<Record<string, unknown>>): ReadBack => ({
  state: is ? 'confirmed' : 'absent',
  proof,
});

const tooDeep = unclear('lies-too-deep');

async function checkStanding(
  acting: Acting,
  { target, post }: { readonly target: string; readonly post: string | null },
  wanted: Stands,
): Promise<ReadBack> {
  const { stands } = await standingOf(acting, target, post);
  return stands === 'untold'
    ? { state: 'pending', error: tooDeep }
    : compared(stands === wanted, { id: target, stands });
}

/**
 * Nothing shows who is banned. With YouTube's yes, the rejected comment that went with it proves the call; without it, a comment that
 * was rejected may have been so before, and banning again does no harm.
 */
async function checkBan(acting: Acting, comment: string | null, answered: string | undefined): Promise<ReadBack> {
  if (comment === null) return byPerson('ban-without-comment', capabilities.ban.effect);
  const { stands } = await standingOf(acting, comment, null);
  if (stands === 'untold') return { state: 'pending', error: tooDeep };
  return compared(stands === 'rejected' && answered !== undefined, {
    comment,
    stands,
    answered: answered !== undefined,
  });
}

/** YouTube says yes also to what it then keeps for approval. */
async function checkReply(acting: Acting, { target, post }: Reply, writtenId: string): Promise<ReadBack> {
  const { stands, comment } = await standingOf(acting, writtenId, post);
  if (stands === 'gone') return { state: 'absent', proof: { id: writtenId, stands } };
  const proof = { id: writtenId, parent: topOf(writtenId), stands, text: comment === null ? '' : textOf(comment) };
  if (stands === 'published') return compared((comment?.snippet.parentId ?? topOf(writtenId)) === topOf(target), proof);
  return { state: 'pending', error: replyHeld };
}

/** YouTube's clock and ours may differ. */
const CLOCK_SKEW_MILLISECONDS = 30_000;

/** The answer to the write was lost: looked for by author, text and time, among what is shown and among what is held. */
async function searchReply(acting: Acting, { target, post, text, since }: Reply): Promise<ReadBack> {
  const earliest = since === undefined ? Number.NEGATIVE_INFINITY : since.getTime() - CLOCK_SKEW_MILLISECONDS;
  const isIt = (comment: Comment): boolean =>
    comment.snippet.authorChannelId?.value === acting.account.externalId &&
    sameText(textOf(comment), text) &&
    comment.snippet.publishedAt.getTime() >= earliest;
  const top = topOf(target);
  const { replies, whole } = await repliesOrNone(acting, top);
  const found = replies.find(isIt);
  if (found !== undefined) {
    const stands = found.snippet.moderationStatus ?? 'published';
    return stands === 'published'
      ? { state: 'confirmed', proof: { id: found.id, parent: top, text: textOf(found) } }
      : { state: 'pending', error: replyHeld };
  }
  if (!whole) return { state: 'pending', error: tooDeep };
  const held = await heldReplies(acting, { top, post });
  return held.some(isIt)
    ? { state: 'pending', error: replyHeld }
    : { state: 'absent', proof: { under: top, replies: replies.length, held: held.length } };
}

async function repliesOrNone(acting: Acting, top: string) {
  try {
    return await repliesUnder(acting, top, { purpose: 'write' });
  } catch (cause) {
    if (isGone(cause)) return { replies: [], whole: true };
    throw cause;
  }
}

async function heldReplies(
  acting: Acting,
  { top, post }: { readonly top: string; readonly post: string | null },
): Promise<readonly Comment[]> {
  const of = threadsOf(post, acting);
  const held: Comment[] = [];
  for (const status of ['heldForReview', 'likelySpam'] as const) {
    const { items } = await threadsPage(acting, { of, status, purpose: 'write' });
    for (const { id, replies } of items) {
      if (id !== top) continue;
      held.push(...(replies?.comments ?? []).filter((one): one is Comment => !(one instanceof Unreadable)));
    }
  }
  return held;
}

async function checkPublished(acting: Acting, command: Publish, writtenId: string | undefined): Promise<ReadBack> {
  const id = writtenId ?? (await ownUpload(acting, command));
  if (id === null) return { state: 'absent', proof: { found: false } };
  const video = await videoOf(acting, id);
  if (video === null) return { state: 'absent', proof: { id, found: false } };
  const { uploadStatus, privacyStatus, failureReason, rejectionReason } = video.status ?? {};
  const proof = { id, title: video.snippet?.title ?? '', uploadStatus, privacyStatus };
  const error = faultOfVideo(uploadStatus, failureReason ?? rejectionReason);
  if (error !== null) return { state: 'pending', error };
  return privacyStatus === 'public' ? { state: 'confirmed', proof } : { state: 'pending', error: videoPrivate };
}

/** Uploaded, and then refused: another upload would come to the same. */
function faultOfVideo(uploadStatus: string | undefined, reason = 'unknown'): ChannelError | null {
  if (uploadStatus !== 'failed' && uploadStatus !== 'rejected' && uploadStatus !== 'deleted') return null;
  const message = `YouTube ha ricevuto il video ma non lo pubblica: il motivo che dà è «${reason}». Guardare in YouTube Studio.`;
  return rejected(`${uploadStatus}-${reason}`, message);
}

async function checkDescription(
  acting: Acting,
  { target, text }: Extract<Command, { type: 'edit-post' }>,
): Promise<ReadBack> {
  const video = await videoOf(acting, target);
  if (video === null) return { state: 'absent', proof: { id: target, found: false } };
  const description = video.snippet?.description ?? '';
  return compared(sameText(description, text), { id: target, description });
}

async function checkVideoGone(acting: Acting, target: string): Promise<ReadBack> {
  const video = await videoOf(acting, target);
  return compared(video === null, { id: target, found: video !== null });
}

/** Closed by a person: YouTube then refuses to list the comments of that video. */
async function checkComments(
  acting: Acting,
  { type, target }: { readonly type: 'close-comments' | 'open-comments'; readonly target: string },
): Promise<ReadBack> {
  let open = true;
  try {
    await threadsPage(acting, { of: { video: target }, status: 'published', purpose: 'write' });
  } catch (cause) {
    if (!(cause instanceof ChannelFault && cause.error.kind === 'comments-disabled')) throw cause;
    open = false;
  }
  return compared(open === (type === 'open-comments'), { video: target, comments: open ? 'open' : 'closed' });
}
