// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Enforcement } from '../enforcement/contract.ts';
import { Ground } from '../grounding/contract.ts';

// What an author is told of an act, how, and until when it can be contested. Days as `2026-12-01`, in Italy.

const Moment = z.iso.datetime();
const Day = z.iso.date();

export const STATED_MEASURES = ['hide', 'remove', 'not-published', 'warn', 'ban'] as const;
export const StatedMeasure = z.enum(STATED_MEASURES);
export const StatementTold = z.enum(['private', 'public', 'by-hand', 'with-measure']);

/** How the author would be told now, and why better ways are not there. */
export const StatementWay = z.object({
  measure: StatedMeasure,
  told: StatementTold.exclude(['with-measure']),
  /** Italian. */
  effect: z.string(),
  missing: z.array(z.string()),
});

/** What a person says to the author, who reads it in the statement. */
export const ToAuthor = z.string().trim().max(1000);

/** `POST …/cases/{id}/statements/preview`: of a decision as it is being made. Nothing is kept. */
export const StatementPreviewRequest = z.object({
  kind: z.enum(['hide', 'remove']),
  grounds: z.array(Ground).max(20),
  report: z.boolean().optional(),
  toAuthor: ToAuthor.optional(),
});
export type StatementPreviewRequest = z.infer<typeof StatementPreviewRequest>;

/** With a code that is not yet drawn; null: nothing is told under those grounds, or none is cited yet. */
export const StatementPreview = z.object({ text: z.string().nullable() });
export type StatementPreview = z.infer<typeof StatementPreview>;

/**
 * `waiting`: the measure does not stand yet; `under-way`: promised to the network; `to-give`: by a person, from the start or because
 * the network did not. The term for asking runs from `given`.
 */
export const STATEMENT_STATES = ['waiting', 'under-way', 'to-give', 'given', 'withdrawn'] as const;
export const StatementState = z.enum(STATEMENT_STATES);

export const StatementView = z.object({
  id: z.string(),
  /** The decision or the measure. */
  cause: z.string(),
  measure: StatedMeasure,
  clauses: z.array(z.string()),
  /** Null where the author's key was destroyed. */
  code: z.string().nullable(),
  page: z.string().nullable(),
  text: z.string().nullable(),
  told: StatementTold,
  /** Whoever asks decided it: another person hears what is said against it. */
  mine: z.boolean(),
  state: StatementState,
  givenAt: Moment.nullable(),
  at: Moment,
  decisions: z.enum(['open', 'final']),
  /** Null until it is given, and where no term is set. */
  askBy: Day.nullable(),
  withdrawnAt: Moment.nullable(),
  enforcements: z.array(Enforcement),
  review: z
    .object({ id: z.string(), state: z.enum(['open', 'recorded', 'confirmed', 'overturned', 'corrected']) })
    .nullable(),
});
export type StatementView = z.infer<typeof StatementView>;

/** `GET /api/bodies/{body}/cases/{id}/statements` */
export const CaseStatements = z.object({
  beforehand: z.array(StatementWay),
  issued: z.array(StatementView),
  /** Whether the policy closes reviews, or nobody has chosen a term. */
  decisions: z.enum(['open', 'final']),
  askTermMissing: z.boolean(),
  /** This very item contests another case's decision, or proves who asked. */
  contests: z.object({ review: z.string(), case: z.string(), number: z.number().int(), state: z.string() }).nullable(),
});
export type CaseStatements = z.infer<typeof CaseStatements>;

/** A statement that its author has not had yet, and that a person is to give. */
export const StatementToGive = z.object({
  statement: z.string(),
  case: z.object({ id: z.string(), number: z.number().int() }),
  network: z.string(),
  measure: StatedMeasure,
  since: Moment,
  /** From the start; the network refused; a day has passed and nothing arrived. */
  why: z.enum(['by-hand', 'failed', 'late']),
});
export type StatementToGive = z.infer<typeof StatementToGive>;

const Term = z
  .object({ days: z.number().int(), working: z.boolean(), chosen: z.boolean() })
  .nullable()
  .describe('null: neither the policy nor the body gives it');

/** `GET …/statement-choices`: what the policy says, and what the body chose where it is silent. */
export const StatementChoices = z.object({
  decisions: z.enum(['open', 'final']),
  clause: z.object({ id: z.string(), title: z.string() }).nullable(),
  ask: Term,
  answer: Term,
  publicNotice: z.boolean(),
  chosen: z.object({ act: z.string(), by: z.string(), at: Moment }).nullable(),
});
export type StatementChoices = z.infer<typeof StatementChoices>;

/** `POST …/statement-choices`, by the head. Days are working ones; null where the policy gives them. */
export const StatementChoiceRequest = z.object({
  askDays: z.number().int().min(1).max(365).nullable(),
  answerDays: z.number().int().min(1).max(365).nullable(),
  publicNotice: z.boolean(),
  act: z.string().trim().min(3).max(300),
});
export type StatementChoiceRequest = z.infer<typeof StatementChoiceRequest>;
