// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Act, Moment, PersonName, Words } from '../wire.ts';

// What is recorded beside the policy, over the wire: acts that wake its clauses, hours where it gives none.

/** An act recorded for a clause that slept, and the act that ended it. */
export const RecordedAct = z.object({
  id: z.string(),
  clause: z.string(),
  version: z.string().describe('in force when it was recorded'),
  act: Act,
  note: z.string(),
  recordedBy: PersonName,
  at: Moment,
  ended: z.object({ act: Act, note: z.string(), by: PersonName, at: Moment }).nullable(),
});
export type RecordedAct = z.infer<typeof RecordedAct>;

/** A clause of the version in force that waits for an act; `awake`: the act that woke it. */
export const SleepingClause = z.object({
  clause: z.string(),
  title: z.string(),
  what: z.enum(['clause', 'comments']).describe('the clause itself, or the comments that it keeps closed'),
  waitsFor: z.string().nullable().describe('which act, where the policy says it'),
  awake: RecordedAct.nullable(),
});
export type SleepingClause = z.infer<typeof SleepingClause>;

/** `GET acts`, and the answer to `POST acts` and `POST acts/{id}/end`. */
export const ActList = z.object({
  sleeping: z.array(SleepingClause).describe('in the order of the policy'),
  acts: z.array(RecordedAct).describe('all of them, the newest first'),
});
export type ActList = z.infer<typeof ActList>;

/** `POST acts`: one act may wake several clauses. `note`: why, in Italian. */
export const NewAct = z.object({
  clauses: z.array(z.string().min(1)).min(1).max(200),
  act: Act,
  note: Words.min(5).max(2000),
});
export type NewAct = z.infer<typeof NewAct>;

/** `POST acts/{id}/end`: the clause sleeps again. */
export const ActEnd = z.object({ act: Act, note: Words.min(5).max(2000) });
export type ActEnd = z.infer<typeof ActEnd>;

/** Minutes from midnight, Europe/Rome. */
export const Ranges = z
  .array(z.object({ from: z.number().int().min(0).max(1439), to: z.number().int().min(1).max(1440) }))
  .min(1)
  .max(4);

/** Days: 1 Monday … 7 Sunday. */
export const Hours = z.object({
  days: z
    .array(z.literal([1, 2, 3, 4, 5, 6, 7]))
    .min(1)
    .max(7),
  ranges: Ranges,
  holidays: z.enum(['excluded', 'included']),
});
export type Hours = z.infer<typeof Hours>;

export const HoursChoice = z.object({
  hours: Hours.nullable().describe('null: the earlier choice was taken back'),
  basis: z.enum(['act', 'decision']).describe('a numbered act, or a decision put in writing'),
  act: Act,
  note: z.string(),
  version: z.string(),
  recordedBy: PersonName,
  at: Moment,
});
export type HoursChoice = z.infer<typeof HoursChoice>;

/** `GET hours-choice`, and the answer to `POST hours-choice`. */
export const HoursChoices = z.object({
  silent: z.array(z.string()).describe('networks for which the policy gives no hours of moderation'),
  inUse: Hours.nullable(),
  choices: z.array(HoursChoice).describe('the newest first'),
});
export type HoursChoices = z.infer<typeof HoursChoices>;

/** `POST hours-choice` */
export const NewHoursChoice = z.object({
  hours: Hours.nullable(),
  basis: z.enum(['act', 'decision']),
  act: Act,
  note: Words.min(5).max(2000),
});
export type NewHoursChoice = z.infer<typeof NewHoursChoice>;
