// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

// What waits for a person under a term of law, of the policy or of an act of the body.

export const TO_DO_KINDS = [
  'authorities',
  'statements',
  'reviews',
  'replies',
  'young-data',
  'bans',
  'platform-reports',
  'account-requests',
  'account-checks',
  'impostors',
  'plans',
  'work-plan',
  'pages',
] as const;
export type ToDoKind = (typeof TO_DO_KINDS)[number];

export const ToDoItem = z.object({
  kind: z.enum(TO_DO_KINDS),
  count: z.number().int(),
  late: z.number().int().describe('of these, past their day'),
  due: z.iso.date().nullable().describe('the oldest day by which one of them is due; null: none has one'),
});
export type ToDoItem = z.infer<typeof ToDoItem>;

/** `GET /api/bodies/{body}/to-do`: only kinds of which something waits, the most pressing kind first. */
export const ToDo = z.object({ items: z.array(ToDoItem) });
export type ToDo = z.infer<typeof ToDo>;
