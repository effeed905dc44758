// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { TITLES_REMEMBERED, WATCHED } from './limits.ts';

/** Shown, set aside by YouTube for approval, or hidden from everybody. */
const Standing = z.enum(['shown', 'held', 'hidden']);
export type Standing = z.infer<typeof Standing>;

const Watched = z.strictObject({
  standing: Standing,
  /** When it was written, Unix seconds. */
  at: z.number(),
  /** Of a comment: how many replies its thread had when they were last read to the end. */
  replies: z.number().int().optional(),
  video: z.string().optional(),
  post: z.string().optional(),
});
export type Watched = z.infer<typeof Watched>;

/** What a list has still to be read of: pages from `token` on (null: from the top), down to `until`, Unix seconds. */
const Rest = z.strictObject({ token: z.string().nullable(), until: z.number() });
export type Rest = z.infer<typeof Rest>;

/** A thread with more replies than come along with it, which no reading could afford yet. */
const Owed = z.strictObject({ id: z.string(), video: z.string().optional(), post: z.string().optional() });
export type Owed = z.infer<typeof Owed>;

const Cursor = z.strictObject({
  /** YouTube's own time, Unix seconds, when the previous reading began; null before the first. */
  at: z.number().nullable(),
  /** How many readings there were. */
  round: z.number().int(),
  rest: z.strictObject({
    published: Rest.optional(),
    heldForReview: Rest.optional(),
    likelySpam: Rest.optional(),
  }),
  /** In the order in which they were met. */
  owed: z.array(Owed).optional(),
  /** Of videos; null: it has none that we may read. */
  titles: z.record(z.string(), z.string().nullable()),
  /** Comments, those looked at longest ago first. */
  watched: z.array(z.tuple([z.string(), Watched])),
});
export type Cursor = z.infer<typeof Cursor>;

const START: Cursor = { at: null, round: 0, rest: {}, titles: {}, watched: [] };

/** An unreadable cursor means reading from the start: repeating is harmless, skipping is not. */
export function cursorFrom(text: string | null): Cursor {
  try {
    return Cursor.parse(JSON.parse(text ?? ''));
  } catch {
    return START;
  }
}

/** Keeps the newest comments and titles. */
export function cursorText(cursor: Cursor): string {
  const { watched, titles } = cursor;
  const times = watched.map(([, { at }]) => at).sort((one, other) => other - one);
  const oldest = times[WATCHED - 1] ?? Number.NEGATIVE_INFINITY;
  return JSON.stringify({
    ...cursor,
    watched: watched.filter(([, { at }]) => at >= oldest),
    titles: Object.fromEntries(Object.entries(titles).slice(-TITLES_REMEMBERED)),
  });
}
