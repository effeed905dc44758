// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** An item that the desk has had, followed for deletion and for being hidden by someone working on the network. */
export const Watched = z.object({
  uri: z.string(),
  /** The root post of ours it hangs under; null where no threadgate of ours reaches it. */
  root: z.string().nullable(),
  hidden: z.boolean(),
});
export type Watched = z.infer<typeof Watched>;

/** Where the last pull arrived. Opaque to the others. */
const Cursor = z.object({
  /** The latest time among the notifications seen, ISO 8601; null before the first. */
  newest: z.iso.datetime().nullable(),
  /** When the last deep look was made. */
  sweptAt: z.iso.datetime().nullable(),
  /** Record keys of the latest posts of our own repository. */
  own: z.array(z.string()),
  /** Digests of the notifications listed last, newest first: what need not be said again. */
  seen: z.array(z.string()),
  /** Oldest first. */
  watched: z.array(Watched),
  /** How each conversation stood when it was last read, by its id. */
  conversations: z.record(z.string(), z.string()),
  /** The unlisted item checked last: the next pull goes on after it. */
  checked: z.string().nullable(),
});
export type Cursor = z.infer<typeof Cursor>;

const START: Cursor = { newest: null, sweptAt: null, own: [], seen: [], watched: [], conversations: {}, checked: null };

/** Long enough that two items never share one: an item taken for another would be skipped. */
export const seenMark = (uri: string): string => createHash('sha256').update(uri).digest('base64url').slice(0, 16);

/** What cannot be read begins anew: reading twice is harmless, missing something is not. */
export function readCursor(text: string | null): Cursor {
  try {
    return Cursor.parse(JSON.parse(text ?? ''));
  } catch {
    return START;
  }
}

export const writeCursor = (cursor: Cursor): string => JSON.stringify(cursor);
