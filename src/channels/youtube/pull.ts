// SPDX-License-Identifier: AGPL-3.0-or-later
import type { InboundEvent, Pulled } from '../port.ts';
import { type Absent, lookForAbsent } from './absent.ts';
import { type Acting, read } from './api.ts';
import { type Cursor, cursorFrom, cursorText, type Watched } from './cursor.ts';
import { type Found, type Gathered, gather } from './gather.ts';
import { DEEP_EVERY, IDS_AT_ONCE } from './limits.ts';
import { openReading, type Reading } from './reading.ts';
import { commentEvent, VideoList } from './wire.ts';

/**
 * Reads the channel's comments: those shown, those that YouTube set aside for approval and those it takes for spam; one that is
 * in none of the three lists is looked for by its id, and is gone or hidden. Every twelfth reading goes deeper.
 */
export async function pull(acting: Acting, cursor: string | null): Promise<Pulled> {
  const previous = cursorFrom(cursor);
  const reading = openReading(acting, previous.round % DEEP_EVERY === 0);
  const gathered = await gather(reading, previous);
  const absent = await lookForAbsent(reading, previous, gathered);
  const titles = await titlesFor(reading, previous, gathered);
  const seenAt = reading.seenAt();

  const event = ({ comment, video, post }: Pick<Found, 'comment' | 'video' | 'post'>): InboundEvent => {
    const title = video === undefined ? null : (titles[video] ?? null);
    return commentEvent(comment, { video, post, title }, { channel: acting.account.externalId, seenAt });
  };
  const hiddenSince = (externalId: string, written: Date): InboundEvent => ({
    type: 'hidden',
    externalId,
    at: later(seenAt, written),
  });
  const events = [
    ...[...gathered.found.values()].map(event),
    ...absent.reread.map(event),
    ...absent.deleted.map((externalId): InboundEvent => ({ type: 'deleted', externalId, at: seenAt })),
    ...changesOf(previous, gathered, seenAt),
    ...absent.hidden.map(({ id, snippet }): InboundEvent => hiddenSince(id, snippet.publishedAt)),
  ];
  const stopped = reading.stopped();
  return {
    events: events.sort((one, other) => one.at.getTime() - other.at.getTime()),
    cursor: cursorText({
      // Broken off, it starts again from where the previous one stood.
      at: stopped === null ? Math.floor(seenAt.getTime() / 1000) : previous.at,
      round: previous.round + 1,
      rest: gathered.rest,
      ...(gathered.owed.length > 0 && { owed: [...gathered.owed] }),
      titles,
      watched: watchedAfter(previous, gathered, absent),
    }),
    ...(stopped?.retryAfterSeconds === undefined ? {} : { waitSeconds: stopped.retryAfterSeconds }),
    ...(reading.unreadable() === 0 ? {} : { unreadable: reading.unreadable() }),
  };
}

/** What was written in the very second of the reading still comes before what became of it. */
const later = (one: Date, other: Date): Date => (one > other ? one : other);

/** Set aside, approved or hidden since the previous reading, by whoever it was; told once. */
function changesOf(previous: Cursor, { found }: Gathered, at: Date): InboundEvent[] {
  const before = new Map(previous.watched);
  return [...found].flatMap(([externalId, { standing, comment }]): InboundEvent[] => {
    const stood = before.get(externalId)?.standing ?? 'shown';
    return stood === standing ? [] : [{ type: standing, externalId, at: later(at, comment.snippet.publishedAt) }];
  });
}

function watchedAfter(previous: Cursor, { found }: Gathered, absent: Absent): [string, Watched][] {
  const hidden = new Set(absent.hidden.map(({ id }) => id));
  const asked = new Set(absent.asked);
  const left = new Map(previous.watched);
  for (const id of [...absent.deleted, ...found.keys()]) left.delete(id);
  const now = [...left].map(([id, one]): [string, Watched] => [
    id,
    hidden.has(id) ? { ...one, standing: 'hidden' } : one,
  ]);
  const seen = [...found].map(([id, { comment, standing, replies, video, post }]): [string, Watched] => [
    id,
    {
      standing,
      at: Math.floor(comment.snippet.publishedAt.getTime() / 1000),
      ...(replies === undefined ? {} : { replies }),
      ...(video === undefined ? {} : { video }),
      ...(post === undefined ? {} : { post }),
    },
  ]);
  // Those just asked for go to the end of the line.
  return [...now.filter(([id]) => !asked.has(id)), ...seen, ...now.filter(([id]) => asked.has(id))];
}

/** The titles of the videos commented on: a comment is judged beside what it answers. */
async function titlesFor(reading: Reading, previous: Cursor, { found }: Gathered): Promise<Cursor['titles']> {
  const videos = new Set([...found.values()].flatMap(({ video }) => video ?? []));
  const unknown = [...videos].filter((video) => !(video in previous.titles)).slice(0, IDS_AT_ONCE);
  // Those in use are kept last, where they are not thrown away.
  const inUse = [...videos].flatMap((video) =>
    video in previous.titles ? [[video, previous.titles[video] ?? null]] : [],
  );
  const known = {
    ...Object.fromEntries(Object.entries(previous.titles).filter(([video]) => !videos.has(video))),
    ...Object.fromEntries(inUse),
  };
  if (unknown.length === 0) return known;
  const list = await reading.further(() =>
    read(reading.acting, {
      shape: VideoList,
      purpose: 'read',
      send: (api) => api.videos.list({ part: ['snippet'], id: unknown, maxResults: IDS_AT_ONCE }),
    }),
  );
  if (list === null) return known;
  const titles = new Map(list.items.map(({ id, snippet }) => [id, snippet?.title ?? null]));
  return { ...known, ...Object.fromEntries(unknown.map((video) => [video, titles.get(video) ?? null])) };
}
