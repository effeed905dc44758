// SPDX-License-Identifier: AGPL-3.0-or-later
import { dateOf } from '../core/call.ts';
import { type Seen, standingChanges } from '../core/standing.ts';
import { ChannelFault, type Pulled, type WholeThread } from '../port.ts';
import { type Acting, read } from './api.ts';
import { type Cursor, cursorFrom, dueVideos, isWholeReading, secondsOf } from './cursor.ts';
import {
  ALL_VIDEOS,
  BREATH_SECONDS,
  OLD_EVERY_SECONDS,
  OVERLAP_SECONDS,
  RECENT_VIDEOS,
  STANDINGS_REMEMBERED,
  VIDEOS_AT_ONCE,
} from './limits.ts';
import { type ThreadRead, type ThreadReader, threadReader } from './threads.ts';
import { commentEvent, isHidden, type Reading, Unreadable, VIDEO_FIELDS, type Video, VideoPage } from './wire.ts';

/**
 * Reads the threads that are due, as many as TikTok allows in a minute; what does not fit waits for the next pull, and a thread
 * too long for one is gone on with. TikTok tells nothing by itself here: hiding, showing and deletion are seen by reading again.
 */
export async function pull(acting: Acting, cursor: string | null): Promise<Pulled> {
  const before = cursorFrom(cursor);
  const heard: { at: Date | null } = { at: null };
  const onDate = (date: Date | null) => {
    heard.at ??= date;
  };
  const listing = await listVideos(acting, before, onDate);
  const seenAt = heard.at ?? acting.now;
  const now = secondsOf(seenAt);
  const work = await readThreads(acting, { before, videos: listing.videos, seenAt, onDate });
  const { changes, standings } = standingChanges(work.seen, before.standings, { seenAt, most: STANDINGS_REMEMBERED });
  const known = new Set(listing.videos.map(({ item_id: id }) => id));
  const next: Cursor = {
    round: before.round + 1,
    listed: listing.all ? now : before.listed,
    // Of what is listed no more nothing needs to be remembered, once everything was listed.
    read: Object.fromEntries(Object.entries(work.read).filter(([id]) => !listing.all || known.has(id))),
    part: work.part,
    standings,
  };
  const unreadable = listing.unreadable + work.unreadable;
  return {
    events: [...work.seen.map(({ event }) => event), ...changes].toSorted(
      (one, other) => one.at.getTime() - other.at.getTime(),
    ),
    cursor: JSON.stringify(next),
    wholeThreads: work.wholeThreads,
    ...(work.waitSeconds !== null && { waitSeconds: work.waitSeconds }),
    ...(unreadable > 0 && { unreadable }),
  };
}

interface Listing {
  readonly videos: readonly Video[];
  readonly unreadable: number;
  readonly all: boolean;
}

async function listVideos(acting: Acting, { listed }: Cursor, onDate: (date: Date | null) => void): Promise<Listing> {
  const { account, business, now } = acting;
  const all = listed === null || secondsOf(now) - listed >= OLD_EVERY_SECONDS;
  const videos = new Map<string, Video>();
  let unreadable = 0;
  let cursor = 0;
  for (let more = true; more && videos.size < (all ? ALL_VIDEOS : RECENT_VIDEOS); ) {
    const query = {
      business_id: account.externalId,
      fields: VIDEO_FIELDS,
      cursor: `${cursor}`,
      max_count: `${VIDEOS_AT_ONCE}`,
    };
    const came = await read(business, VideoPage, {
      asked: { method: 'GET', path: 'business/video/list/', query },
      now,
    });
    if (came === 'gone') break;
    onDate(dateOf(came.headers));
    for (const video of came.found.videos) {
      if (video instanceof Unreadable) unreadable++;
      else videos.set(video.item_id, video);
    }
    more = came.found.has_more && came.found.cursor !== cursor;
    cursor = came.found.cursor;
  }
  return { videos: [...videos.values()], unreadable, all };
}

interface Work {
  readonly seen: readonly Seen[];
  readonly wholeThreads: readonly WholeThread[];
  readonly read: Readonly<Record<string, number>>;
  readonly part: Cursor['part'];
  readonly unreadable: number;
  readonly waitSeconds: number | null;
}

interface Due {
  readonly before: Cursor;
  readonly videos: readonly Video[];
  readonly seenAt: Date;
  readonly onDate: (date: Date | null) => void;
}

async function readThreads(acting: Acting, { before, videos, seenAt, onDate }: Due): Promise<Work> {
  const reader = threadReader(acting, onDate);
  const seen: Seen[] = [];
  const wholeThreads: WholeThread[] = [];
  const times = { ...before.read };
  let { part } = before;
  let unreadable = 0;
  const done = (waitSeconds: number | null): Work => ({
    seen,
    wholeThreads,
    read: times,
    part,
    unreadable,
    waitSeconds,
  });
  for (const video of dueVideos(videos, before, secondsOf(seenAt))) {
    if (reader.isSpent()) return done(BREATH_SECONDS);
    const id = video.item_id;
    const resumed = part?.video === id ? part : null;
    const whole = resumed?.whole ?? isWholeReading(video, before, secondsOf(seenAt));
    const thread = await attempt(reader, { video, resumed, until: whole ? null : overlapping(before.read[id]) });
    if ('waitSeconds' in thread) {
      if (seen.length === 0 && wholeThreads.length === 0) throw thread.fault;
      return done(thread.waitSeconds);
    }
    seen.push(...standingsOf(thread, { video, seenAt, handle: acting.account.handle }));
    unreadable += thread.unreadable.length;
    const ids = wholeIdsOf(thread);
    if (ids !== null) wholeThreads.push({ postExternalId: id, seenAt, itemExternalIds: ids });
    const began = resumed?.began ?? secondsOf(seenAt);
    part = thread.next === null ? (resumed ? null : part) : { video: id, ...thread.next, began, whole };
    if (thread.next === null) times[id] = began;
  }
  return done(reader.isSpent() && part !== null ? BREATH_SECONDS : null);
}

const standingsOf = ({ comments }: ThreadRead, reading: Reading): Seen[] =>
  comments.map((comment) => ({
    event: commentEvent(comment, reading),
    standing: isHidden(comment) ? 'hidden' : 'shown',
  }));

/** Ids of all that is in the thread, readable or not; null where it was not read to its end or something has no id. */
function wholeIdsOf({ comments, unreadable, whole }: ThreadRead): readonly string[] | null {
  const others = unreadable.flatMap(({ id }) => id ?? []);
  if (!whole || others.length < unreadable.length) return null;
  return [...comments.map(({ comment_id: id }) => id), ...others];
}

/** Comments can surface late: each reading goes back a little before the previous one. */
const overlapping = (last = 0): Date => new Date((last - OVERLAP_SECONDS) * 1000);

interface Asking {
  readonly video: Video;
  readonly resumed: Cursor['part'];
  readonly until: Date | null;
}

/** Refused for having asked too much, in the middle of a pull: what was read so far is kept. */
async function attempt(
  reader: ThreadReader,
  { video, resumed, until }: Asking,
): Promise<ThreadRead | { readonly waitSeconds: number; readonly fault: ChannelFault }> {
  try {
    return await reader.thread({ video: video.item_id, from: resumed, until });
  } catch (fault) {
    if (!(fault instanceof ChannelFault) || fault.error.kind !== 'rate-limited') throw fault;
    return { waitSeconds: fault.error.retryAfterSeconds ?? BREATH_SECONDS, fault };
  }
}
