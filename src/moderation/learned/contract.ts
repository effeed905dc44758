// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

// The learned part on the wire. It orders cases that are otherwise equal, and is never a reason for anything.

export const LEARNED_CHOICES = [
  'ordering-on',
  'ordering-off',
  'own-decisions-on',
  'own-decisions-off',
  'reset',
] as const;
export const LearnedChoice = z.enum(LEARNED_CHOICES);
export type LearnedChoice = z.infer<typeof LearnedChoice>;

/** What was read in one case, for the person who decides it: beside the reasons, never among them. */
export const LearnedView = z.object({
  part: z.string().describe('which part read it, in Italian'),
  notes: z.array(
    z.object({
      category: z.string(),
      probability: z.number().min(0).max(1),
      /** Italian: «modello: probabile insulto (71 %)». */
      text: z.string(),
    }),
  ),
  /** Italian: «non è un motivo». */
  caveat: z.string(),
});
export type LearnedView = z.infer<typeof LearnedView>;

/** `POST /api/bodies/{body}/learned`, by the head of the desk. */
export const LearnedChoiceRequest = z.object({ choice: LearnedChoice, note: z.string().trim().min(1).max(500) });
export type LearnedChoiceRequest = z.infer<typeof LearnedChoiceRequest>;

const Moment = z.iso.datetime();

/** `GET /api/bodies/{body}/learned`, and the answer to a choice. */
export const LearnedState = z.object({
  ordering: z.boolean(),
  ownDecisions: z.boolean(),
  model: z.object({ digest: z.string(), categories: z.array(z.string()) }),
  /** The model on the body's own server, if the installation has one. */
  localModel: z.string().nullable(),
  /** From how many decisions of the body, and when; null: nothing learned. */
  learned: z.object({ decisions: z.number().int(), at: Moment }).nullable(),
  /** Latest first. */
  choices: z.array(
    z.object({
      choice: LearnedChoice,
      note: z.string(),
      by: z.object({ id: z.string(), name: z.string() }),
      at: Moment,
    }),
  ),
});
export type LearnedState = z.infer<typeof LearnedState>;
