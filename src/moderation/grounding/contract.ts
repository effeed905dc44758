// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

export const DECISIONS = ['publish', 'hide', 'remove', 'reply', 'route', 'no-action'] as const;
export const DecisionKind = z.enum(DECISIONS);
export type DecisionKind = z.infer<typeof DecisionKind>;

// It is kept for ever, and read by whoever verifies: nobody reasons for pages.
const Name = z.string().trim().min(3).max(500);
const Why = z.string().trim().min(10).max(4000);
/** A person's reasons for a decision, or for taking it back. */
export const ReasonsText = z.string().max(4000);

/** Why: a clause of the version in force, or a rule of law or an order, named and reasoned by the person. */
export const Ground = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clause'), clause: z.string().trim().min(1).max(100) }),
  z.object({ kind: z.literal('law'), rule: Name, why: Why }),
  z.object({ kind: z.literal('order'), authority: Name, why: Why }),
]);
export type Ground = z.infer<typeof Ground>;
