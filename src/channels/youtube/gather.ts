// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Cursor, Owed, Standing } from './cursor.ts';
import {
  DEEP_HELD_PAGES,
  DEEP_PAGES,
  OVERLAP_SECONDS,
  OWED,
  PAGE_SIZE,
  REPLY_PAGES,
  SHORT_OVERLAP_SECONDS,
} from './limits.ts';
import { type ListRead, readList } from './lists.ts';
import type { Reading } from './reading.ts';
import { isGone, repliesUnder } from './threads.ts';
import { type Comment, type Listed, type Status, type Thread, Unreadable } from './wire.ts';

/** A comment as this reading found it. */
export interface Found {
  readonly comment: Comment;
  readonly standing: Standing;
  readonly video: string | undefined;
  readonly post: string | undefined;
  /** Of a comment whose thread was read to its end: how many replies it has. */
  readonly replies?: number;
}

export interface Gathered {
  readonly found: ReadonlyMap<string, Found>;
  /** Threads whose replies were all read. */
  readonly whole: ReadonlySet<string>;
  /** Threads whose replies are still to be read. */
  readonly owed: readonly Owed[];
  /** Unix seconds: whatever is listed anywhere and was written later has been read. */
  readonly covers: number;
  readonly rest: Cursor['rest'];
}

const STANDING_OF: Readonly<Record<Status, Standing>> = {
  published: 'shown',
  heldForReview: 'held',
  likelySpam: 'held',
  rejected: 'hidden',
};

/** Reads the three lists, and the replies that do not come along with them. */
export async function gather(reading: Reading, previous: Cursor): Promise<Gathered> {
  const list = (status: Listed, deepPages: number) =>
    readList(reading, {
      status,
      since: sinceWhen(previous, status),
      rest: previous.rest[status],
      pages: reading.deep ? deepPages : 1,
    });
  // The first must succeed; where a later one may not be asked for today, what was read is kept.
  const published = await list('published', DEEP_PAGES);
  const heldForReview = await reading.further(() => list('heldForReview', DEEP_HELD_PAGES));
  const likelySpam = await reading.further(() => list('likelySpam', DEEP_HELD_PAGES));
  const lists = { heldForReview, likelySpam, published };

  const found = new Map<string, Found>();
  const threads = new Map<string, Thread>();
  for (const [status, read] of Object.entries(lists) as [Listed, ListRead | null][]) {
    for (const thread of read?.threads ?? []) {
      const earlier = threads.get(thread.id);
      threads.set(thread.id, earlier === undefined || status === 'published' ? thread : earlier);
      for (const comment of commentsWith(reading, thread)) enter(found, { comment, place: placeOf(thread), status });
    }
  }
  const { whole, owed } = await allReplies(reading, { found, threads, previous });
  const covers = Math.max(...Object.values(lists).map((read) => read?.covers ?? Number.POSITIVE_INFINITY));
  return { found, whole, owed, covers, rest: restOf(lists, previous) };
}

/** While much is still to be caught up, what came late waits for the next deep reading: the top must not be read for ever. */
function sinceWhen({ at, rest }: Cursor, status: Listed): number | null {
  if (at === null) return null;
  return at - (rest[status] === undefined ? OVERLAP_SECONDS : SHORT_OVERLAP_SECONDS);
}

/** What a thread stands under. */
interface Place {
  readonly video: string | undefined;
  readonly post: string | undefined;
}

const placeOf = ({ snippet: { videoId: video, postId: post } }: Thread): Place => ({ video, post });

/** INVARIANT: called for the published last, so that what is public counts as such where YouTube tells no state. */
function enter(
  found: Map<string, Found>,
  { comment, place, status }: { readonly comment: Comment; readonly place: Place; readonly status: Listed },
): void {
  const { video = comment.snippet.videoId, post = comment.snippet.postId } = place;
  const standing = STANDING_OF[comment.snippet.moderationStatus ?? status];
  found.set(comment.id, { comment, standing, video, post });
}

const commentsWith = (reading: Reading, { snippet, replies }: Thread): Comment[] => {
  const listed = replies?.comments ?? [];
  reading.passOver(listed.filter((reply) => reply instanceof Unreadable));
  return [snippet.topLevelComment, ...listed.filter((reply): reply is Comment => !(reply instanceof Unreadable))];
};

interface Replies {
  readonly found: Map<string, Found>;
  readonly threads: ReadonlyMap<string, Thread>;
  readonly previous: Cursor;
}

/**
 * A thread comes with a few of its replies: the others are asked for where their number has changed. What cannot be afforded now
 * is owed, and asked for first by the next reading, however far the thread has sunk by then.
 */
async function allReplies(reading: Reading, { found, threads, previous }: Replies) {
  const before = new Map(previous.watched);
  const whole = new Set<string>();
  const owed: Owed[] = [];
  const read = async (thread: Owed, pages: number): Promise<boolean> => {
    const state = await longThread(reading, thread, { pages, found });
    if (state === 'owed') owed.push(thread);
    return state === 'whole';
  };
  const debts = new Set((previous.owed ?? []).map(({ id }) => id));
  for (const thread of previous.owed ?? []) if (!threads.has(thread.id)) await read(thread, 1);
  for (const thread of [...threads.values()].sort(
    (one, other) => Number(debts.has(other.id)) - Number(debts.has(one.id)),
  )) {
    const total = thread.snippet.totalReplyCount;
    if (total <= (thread.replies?.comments.length ?? 0)) whole.add(thread.id);
    else if (reading.deep || debts.has(thread.id) || before.get(thread.id)?.replies !== total) {
      const { video, post } = placeOf(thread);
      const debt = { id: thread.id, ...(video !== undefined && { video }), ...(post !== undefined && { post }) };
      const pages = Math.min(REPLY_PAGES, Math.ceil(total / PAGE_SIZE));
      if (await read(debt, pages)) whole.add(thread.id);
    }
    const top = found.get(thread.id);
    const replies = whole.has(thread.id) ? total : before.get(thread.id)?.replies;
    if (top !== undefined && replies !== undefined) found.set(thread.id, { ...top, replies });
  }
  return { whole, owed: owed.slice(-OWED) };
}

/** `partly`: longer than is read at one go, or gone meanwhile: not to be asked for again at once. */
async function longThread(
  reading: Reading,
  { id, video, post }: Owed,
  { pages, found }: { readonly pages: number; readonly found: Map<string, Found> },
): Promise<'whole' | 'partly' | 'owed'> {
  if (!reading.affordReplies(pages)) return 'owed';
  const read = await reading.further(async () => {
    try {
      return await repliesUnder(reading.acting, id, { purpose: 'read' });
    } catch (cause) {
      if (isGone(cause)) return { replies: [], unreadable: [], whole: false };
      throw cause;
    }
  });
  if (read === null) return 'owed';
  reading.passOver(read.unreadable);
  for (const comment of read.replies) enter(found, { comment, place: { video, post }, status: 'published' });
  return read.whole ? 'whole' : 'partly';
}

/** A list that could not be read keeps what it had left. */
function restOf(lists: Readonly<Record<Listed, ListRead | null>>, { rest: before }: Cursor): Cursor['rest'] {
  const entries = (Object.entries(lists) as [Listed, ListRead | null][]).flatMap(([status, read]) => {
    const left = read === null ? before[status] : read.rest;
    return left === undefined ? [] : [[status, left] as const];
  });
  return Object.fromEntries(entries);
}
