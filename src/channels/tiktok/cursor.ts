// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { GROWN_DAYS, GROWN_EVERY_SECONDS, OLD_EVERY_SECONDS, WHOLE_READING_EVERY, YOUNG_DAYS } from './limits.ts';
import type { Video } from './wire.ts';

const DAY_SECONDS = 86_400;

const Cursor = z.object({
  /** How many readings there were. */
  round: z.number().int().nonnegative(),
  /** When all videos were last listed, in Unix seconds of TikTok's; null: never. */
  listed: z.number().nullable(),
  /** Of each video, when its thread was last read, in Unix seconds of TikTok's. */
  read: z.record(z.string(), z.number()),
  /**
   * A thread that was too long for one pull: where to go on in it, the comments of that page whose answers were read already,
   * when its reading began, and whether it goes to the end.
   */
  part: z
    .object({
      video: z.string(),
      at: z.number(),
      answered: z.array(z.string()).readonly(),
      began: z.number(),
      whole: z.boolean(),
    })
    .nullable(),
  /** What did not stand shown at the previous reading, so that hiding and showing are told once. */
  standings: z.record(z.string(), z.enum(['hidden', 'held'])),
});
export type Cursor = z.infer<typeof Cursor>;

/** An unreadable cursor means reading from the start: repeating is harmless, skipping is not. */
export function cursorFrom(text: string | null): Cursor {
  try {
    return Cursor.parse(JSON.parse(text ?? ''));
  } catch {
    return { round: 0, listed: null, read: {}, part: null, standings: {} };
  }
}

/** A thread is read to its end at first, at intervals, and whenever it is read seldom. */
export function isWholeReading(video: Video, { round, read }: Cursor, now: number): boolean {
  const isFirst = read[video.item_id] === undefined;
  return isFirst || round % WHOLE_READING_EVERY === 0 || pauseOf(now - secondsOf(video.create_time)) > 0;
}

export const secondsOf = (moment: Date): number => Math.floor(moment.getTime() / 1000);

/** Videos whose threads are to be read now: the young ones always, the others by their age; those waiting longest first. */
export function dueVideos(videos: readonly Video[], { read, part }: Cursor, now: number): readonly Video[] {
  const waiting = (video: Video): number => (part?.video === video.item_id ? -1 : (read[video.item_id] ?? 0));
  return videos
    .filter((video) => {
      const last = read[video.item_id];
      return (
        last === undefined || part?.video === video.item_id || now - last >= pauseOf(now - secondsOf(video.create_time))
      );
    })
    .toSorted((one, other) => waiting(one) - waiting(other));
}

/** How long a thread is left alone, by the age of its video in seconds. */
function pauseOf(ageSeconds: number): number {
  if (ageSeconds < YOUNG_DAYS * DAY_SECONDS) return 0;
  return ageSeconds < GROWN_DAYS * DAY_SECONDS ? GROWN_EVERY_SECONDS : OLD_EVERY_SECONDS;
}
