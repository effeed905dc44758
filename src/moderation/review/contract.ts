// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Enforcement } from '../enforcement/contract.ts';
import { StatedMeasure, StatementToGive } from '../statements/contract.ts';

const Moment = z.iso.datetime();
const Day = z.iso.date();

export const ReviewView = z.object({
  id: z.string(),
  statement: z.string(),
  case: z.object({ id: z.string(), number: z.number().int() }),
  state: z.enum(['open', 'recorded', 'confirmed', 'overturned', 'corrected']),
  /** `page-code`: nothing from the account; who was kept out had the code. */
  via: z.enum(['channel', 'page', 'page-code', 'by-hand', 'own-motion']),
  network: z.string(),
  measure: StatedMeasure,
  clauses: z.array(z.string()),
  /** What was judged; null where it had to go. */
  text: z.string().nullable(),
  /** What the author writes against it. */
  words: z.string().nullable(),
  openedAt: Moment,
  answerBy: Day.nullable(),
  late: z.boolean(),
  /** Who decided: another person looks again. */
  decidedBy: z.string(),
  decidedAt: Moment,
  /** Whether the person who asks may resolve it, and why not. */
  mine: z.enum(['yes', 'same-person', 'not-yours']),
  /** What overturning would do on the network; Italian. */
  overturning: z.string(),
  outcome: z
    .object({
      by: z.string().nullable(),
      at: Moment.nullable(),
      reasons: z.string().nullable(),
      text: z.string().nullable(),
      restored: z.enum(['restoring', 'nothing-to-restore', 'impossible']).nullable(),
      told: z.enum(['private', 'public', 'by-hand', 'none']).nullable(),
      givenAt: Moment.nullable(),
      enforcements: z.array(Enforcement),
    })
    .nullable(),
});
export type ReviewView = z.infer<typeof ReviewView>;

/** `GET /api/bodies/{body}/reviews` */
export const ReviewsPage = z.object({
  open: z.array(ReviewView),
  /** The latest first. */
  closed: z.array(ReviewView),
  /** Statements that a person is to give: until then no term runs. */
  toGive: z.array(StatementToGive),
});
export type ReviewsPage = z.infer<typeof ReviewsPage>;

const Reasons = z.string().trim().min(10).max(1500);

/** `POST …/reviews/{id}/decision`, with another person's reasons, which the author will read. */
export const ReviewDecisionRequest = z.object({
  outcome: z.enum(['confirmed', 'overturned']),
  reasons: Reasons,
  correction: z.string().trim().max(500).nullable(),
});
export type ReviewDecisionRequest = z.infer<typeof ReviewDecisionRequest>;

/** `POST …/statements/{id}/correction`, by the head, on their own motion. */
export const CorrectionRequest = ReviewDecisionRequest.omit({ outcome: true });

/** `POST …/statements/{id}/reviews`: somebody brought this code to the desk, by letter or in person. Not by who decided. */
export const ReviewByHandRequest = z.object({
  code: z.string().trim().min(1).max(60),
  words: z.string().trim().min(10).max(1500),
});
export type ReviewByHandRequest = z.infer<typeof ReviewByHandRequest>;
