// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

// What waits for a person under a term of law, of the policy or of an act of the body.

export const TO_DO_KINDS = ['authorities', 'statements', 'reviews', 'replies', 'bans', 'platform-reports'] as const;
export type ToDoKind = (typeof TO_DO_KINDS)[number];

/** `GET /api/bodies/{body}/to-do`: only kinds of which something waits, the most pressing kind first. */
export const ToDo = z.object({
  items: z.array(
    z.object({
      kind: z.enum(TO_DO_KINDS),
      count: z.number().int(),
      late: z.number().int().describe('of these, past their day'),
    }),
  ),
});
export type ToDo = z.infer<typeof ToDo>;
