// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { OVERLAP_SECONDS } from './limits.ts';

const Moment = z.number().nullable();

/** Moments are Facebook's own, in Unix seconds, when the last reading of each part began; null before the first. */
const Cursor = z.object({
  at: Moment,
  /** Of what a permission of its own opens: it is read on from where it was last open. */
  mentionsAt: Moment.default(null),
  messagesAt: Moment.default(null),
  /** Of the posts older than those of every reading. */
  oldAt: Moment.default(null),
  /** How many readings there were. */
  round: z.number().int(),
  /** What was hidden at the previous reading, so that hiding and showing are told once. */
  hidden: z.array(z.string()),
});
export type Cursor = z.infer<typeof Cursor>;

/** An unreadable cursor means reading from the start: repeating is harmless, skipping is not. */
export function cursorFrom(text: string | null): Cursor {
  try {
    return Cursor.parse(JSON.parse(text ?? ''));
  } catch {
    return { at: null, mentionsAt: null, messagesAt: null, oldAt: null, round: 0, hidden: [] };
  }
}

/** From when to read again, given when the previous reading began. */
export const sinceOf = (at: number | null): number | null => (at === null ? null : at - OVERLAP_SECONDS);
