// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

/** A post whose thread was read; times are the network's own, in Unix seconds. */
const Thread = z.object({
  readAt: z.number(),
  replies: z.number().int(),
  /** Whether it holds replies for approval, and when that was asked. */
  approvals: z.boolean(),
  askedAt: z.number(),
});
export type KnownThread = z.infer<typeof Thread>;

const Cursor = z.object({
  round: z.number().int(),
  threads: z.record(z.string(), Thread),
  /** What was hidden or held at the last reading of its thread, so that each change is told once. */
  standings: z.record(z.string(), z.enum(['hidden', 'held'])),
});
export type Cursor = z.infer<typeof Cursor>;

/** An unreadable cursor means reading from the start: repeating is harmless, skipping is not. */
export function cursorFrom(text: string | null): Cursor {
  try {
    return Cursor.parse(JSON.parse(text ?? ''));
  } catch {
    return { round: 0, threads: {}, standings: {} };
  }
}
