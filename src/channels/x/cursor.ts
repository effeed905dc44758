// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { OVERLAP_SECONDS, READING_TIERS, ROOTS_FOLLOWED, WATCHED_ITEMS } from './limits.ts';
import { Id, isLater } from './wire.ts';

/** Unix milliseconds, by X's clock. */
const Instant = z.number();

/** A post of ours that opens a conversation, and when it was written. */
const Root = z.object({ id: Id, text: z.string(), at: Instant });
export type Root = z.infer<typeof Root>;

/** An item that the desk has had, followed for deletion, for edits and for being hidden by someone on X. */
const Watched = z.object({
  id: Id,
  /** When it was written. */
  at: Instant,
  /** The conversation of ours that the search has shown it in; null where it never did. */
  root: Id.nullable(),
  hidden: z.boolean(),
  /** When it was last seen. */
  seen: Instant,
});
export type Watched = z.infer<typeof Watched>;

const Cursor = z.object({
  /** When the previous reading began; null before the first. */
  at: Instant.nullable(),
  round: z.number().int(),
  /** When the conversations of each tier were last read. */
  tiers: z.partialRecord(z.enum(READING_TIERS.map(({ name }) => name)), Instant),
  roots: z.array(Root),
  watched: z.array(Watched),
  messages: z.object({
    /** All messages up to here were read. */
    read: Instant.nullable(),
    /** The newest of a reading that was broken off, and where it goes on. */
    newest: Instant.nullable(),
    next: z.string().nullable(),
  }),
});
export type Cursor = z.infer<typeof Cursor>;

const START: Cursor = {
  at: null,
  round: 0,
  tiers: {},
  roots: [],
  watched: [],
  messages: { read: null, newest: null, next: null },
};

/** An unreadable cursor means reading from the start: repeating is harmless, skipping is not. */
export function cursorFrom(text: string | null): Cursor {
  try {
    return Cursor.parse(JSON.parse(text ?? ''));
  } catch {
    return START;
  }
}

/** Newest first, each once, no more than are followed. */
export function withRoots(known: readonly Root[], found: readonly Root[]): Root[] {
  const byId = new Map([...known, ...found].map((root) => [root.id, root]));
  return [...byId.values()].sort((one, other) => (isLater(one.id, other.id) ? -1 : 1)).slice(0, ROOTS_FOLLOWED);
}

export function withWatched(known: readonly Watched[], found: readonly Watched[]): Watched[] {
  const byId = new Map(known.map((item) => [item.id, item]));
  for (const item of found) {
    const before = byId.get(item.id);
    byId.set(item.id, { ...item, root: item.root ?? before?.root ?? null, hidden: before?.hidden ?? false });
  }
  return [...byId.values()].sort((one, other) => (isLater(one.id, other.id) ? -1 : 1)).slice(0, WATCHED_ITEMS);
}

export const ageOf = ({ at }: { readonly at: number }, now: Date): number => (now.getTime() - at) / 1000;

/** From when to read again, after a reading that began at `at`. */
export const backFrom = (at: number | null | undefined): Date | null =>
  typeof at === 'number' ? new Date(at - OVERLAP_SECONDS * 1000) : null;
