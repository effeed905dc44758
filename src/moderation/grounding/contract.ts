// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

export const DECISIONS = ['publish', 'hide', 'remove', 'reply', 'route', 'no-action'] as const;
export const DecisionKind = z.enum(DECISIONS);
export type DecisionKind = z.infer<typeof DecisionKind>;

/** Why: a clause of the version in force, or a rule of law or an order, named and reasoned by the person. */
export const Ground = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clause'), clause: z.string().trim().min(1) }),
  z.object({ kind: z.literal('law'), rule: z.string().trim().min(3), why: z.string().trim().min(10) }),
  z.object({ kind: z.literal('order'), authority: z.string().trim().min(3), why: z.string().trim().min(10) }),
]);
export type Ground = z.infer<typeof Ground>;
