// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Acting } from './api.ts';
import { PROOF_PAGES } from './limits.ts';
import { commentsById, isGone, type Of, repliesUnder, threadsOf, threadsPage } from './threads.ts';
import { type Comment, type Listed, type Status, topOf, Unreadable } from './wire.ts';

/**
 * Where a comment stands now. YouTube does not tell it of a comment asked for by its id, and lists none that were rejected: it is
 * rejected when it exists and no list has it. `untold`: it lies deeper than one looks.
 */
export type Stands = Status | 'gone' | 'untold';

export interface Standing {
  readonly stands: Stands;
  readonly comment: Comment | null;
}

const LISTS: readonly Listed[] = ['published', 'heldForReview', 'likelySpam'];

/** Reads from the units kept for writes. `video`: under which, where it is known. Throws `ChannelFault`. */
export async function standingOf(acting: Acting, id: string, video: string | null): Promise<Standing> {
  const comment = await byId(acting, id);
  if (comment === null) return { stands: 'gone', comment };
  const told = comment.snippet.moderationStatus;
  if (told !== undefined) return { stands: told, comment };
  const of = threadsOf(comment.snippet.videoId ?? video, acting);
  const isReply = topOf(id) !== id;
  let whole = true;
  for (const status of LISTS) {
    const looked =
      isReply && status === 'published'
        ? await amongReplies(acting, id)
        : await inList(acting, { comment, of, status });
    if (looked.stands !== null) return { stands: looked.stands, comment };
    whole &&= looked.whole;
  }
  return { stands: whole ? 'rejected' : 'untold', comment };
}

async function byId(acting: Acting, id: string): Promise<Comment | null> {
  try {
    const { comments } = await commentsById(acting, [id], 'write');
    return comments.find((comment) => comment.id === id) ?? null;
  } catch (cause) {
    if (isGone(cause)) return null;
    throw cause;
  }
}

interface Looked {
  readonly stands: Status | null;
  readonly whole: boolean;
}

async function amongReplies(acting: Acting, id: string): Promise<Looked> {
  try {
    const { replies, whole } = await repliesUnder(acting, topOf(id), { purpose: 'write' });
    const found = replies.find((reply) => reply.id === id);
    return { stands: found === undefined ? null : (found.snippet.moderationStatus ?? 'published'), whole };
  } catch (cause) {
    if (isGone(cause)) return { stands: null, whole: true };
    throw cause;
  }
}

/** Newest first: past the time of writing there is no need to go on. A reply comes with its thread, whatever its age. */
async function inList(
  acting: Acting,
  { comment, of, status }: { readonly comment: Comment; readonly of: Of; readonly status: Listed },
): Promise<Looked> {
  const isReply = topOf(comment.id) !== comment.id;
  let token: string | undefined;
  for (let count = 0; count < PROOF_PAGES; count++) {
    const page = await threadsPage(acting, { of, status, token, purpose: 'write' });
    const listed = page.items.flatMap(({ snippet, replies }) => [
      snippet.topLevelComment,
      ...(replies?.comments ?? []),
    ]);
    const found = listed.find((one): one is Comment => !(one instanceof Unreadable) && one.id === comment.id);
    if (found !== undefined) return { stands: found.snippet.moderationStatus ?? status, whole: true };
    const oldest = page.items.at(-1)?.snippet.topLevelComment.snippet.publishedAt;
    const isPast = !isReply && oldest !== undefined && oldest < comment.snippet.publishedAt;
    if (page.next === undefined || page.next === token || isPast) return { stands: null, whole: true };
    token = page.next;
  }
  return { stands: null, whole: false };
}
