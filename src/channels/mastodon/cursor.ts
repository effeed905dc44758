// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

/** A post of ours whose thread is followed. */
export const Followed = z.object({
  id: z.string(),
  /** When it was published, and when its thread was last read (null: never), ISO 8601. */
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
  /** Direct replies that the instance counted at that reading. */
  replies: z.number(),
  /** What the thread held then: while it stays so, nothing need be told again. */
  digest: z.string(),
});
export type Followed = z.infer<typeof Followed>;

/** An item that the desk has had, followed for deletion; `post` null outside our threads. */
export const Watched = z.object({ id: z.string(), post: z.string().nullable() });
export type Watched = z.infer<typeof Watched>;

/** Where the last pull arrived. Opaque to the others. */
const Cursor = z.object({
  /** Notifications newer than this one are read; null: from the start. */
  notified: z.string().nullable(),
  /** What the notifications listed last said, as `markOf` names it: it need not be said again. */
  told: z.array(z.string()),
  /** Newest first. */
  posts: z.array(Followed),
  /** Own statuses told already. */
  own: z.array(z.string()),
  /** How each conversation ended when it was last read, by its id. */
  conversations: z.record(z.string(), z.string()),
  /** Oldest first. */
  watched: z.array(Watched),
  /** The item asked about last: the next pull goes on after it. */
  checked: z.string().nullable(),
});
export type Cursor = z.infer<typeof Cursor>;

const START: Cursor = { notified: null, told: [], posts: [], own: [], conversations: {}, watched: [], checked: null };

/** What cannot be read begins anew: reading twice is harmless, missing something is not. */
export function cursorFrom(text: string | null): Cursor {
  try {
    return Cursor.parse(JSON.parse(text ?? ''));
  } catch {
    return START;
  }
}
