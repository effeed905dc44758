// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

/** A post whose thread was read; times are Instagram's own, in Unix seconds. */
const Thread = z.object({
  comments: z.number().int(),
  readAt: z.number(),
  /** When it was last read from end to end. */
  wholeAt: z.number(),
});
export type KnownThread = z.infer<typeof Thread>;

/** Conversations that were read lately: when each had moved last, and when it was read. */
const Conversations = z.record(z.string(), z.object({ movedAt: z.number(), readAt: z.number() }));
export type KnownConversations = z.infer<typeof Conversations>;

const Cursor = z.object({
  round: z.number().int(),
  threads: z.record(z.string(), Thread),
  /** What was hidden at the last reading of its thread, so that hiding and showing are told once. */
  standings: z.record(z.string(), z.enum(['hidden', 'held'])),
  /** Up to when the private messages were read; null before the first. */
  messagesAt: z.number().nullable(),
  conversations: Conversations,
});
export type Cursor = z.infer<typeof Cursor>;

/** An unreadable cursor means reading from the start: repeating is harmless, skipping is not. */
export function cursorFrom(text: string | null): Cursor {
  try {
    return Cursor.parse(JSON.parse(text ?? ''));
  } catch {
    return { round: 0, threads: {}, standings: {}, messagesAt: null, conversations: {} };
  }
}
