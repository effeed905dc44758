// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { DecisionKind, Ground } from '../grounding/contract.ts';

// Alike things decided alike. Nobody who decided is ever named or counted here. Moments are ISO 8601 in UTC.

/** `GET /api/bodies/{body}/cases/{id}/precedents`: the nearest first. */
export const Precedents = z.object({
  items: z.array(
    z.object({
      case: z.string(),
      number: z.number().int(),
      network: z.string(),
      excerpt: z.string(),
      at: z.iso.datetime(),
      decision: DecisionKind,
      grounds: z.array(Ground),
      nearness: z.number().describe('0 to 1'),
      clauses: z.array(z.string()).describe('touched by both'),
    }),
  ),
});
export type Precedents = z.infer<typeof Precedents>;

export const SMALLEST_GROUP = 5;
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const EqualTreatmentQuery = z.object({ month: Month.optional() });

/** Without number or address: who opened the case would read there who decided it. */
const Side = z.object({
  network: z.string(),
  text: z.string(),
  decision: DecisionKind,
  /** What it was grounded on: clauses, and what else in Italian. */
  grounds: z.array(z.string()),
});

/** `GET /api/bodies/{body}/equal-treatment`, for the head: pairs alike decided differently in a month of Italy. */
export const EqualTreatment = z.object({
  month: Month,
  smallestGroup: z.object({ value: z.number().int(), chosen: z.boolean() }),
  groups: z.array(
    z.object({
      clause: z.string(),
      title: z.string(),
      decisions: z.number().int(),
      pairs: z.array(z.object({ nearness: z.number(), left: Side, takenDown: Side })),
    }),
  ),
  /** Clauses with pairs that are not shown: too few decisions, or all by one person. */
  notShown: z.number().int(),
  /** Of a month of very many decisions the latest alone are compared, from this moment on; null: all of them. */
  since: z.iso.datetime().nullable(),
});
export type EqualTreatment = z.infer<typeof EqualTreatment>;

/** `POST /api/bodies/{body}/equal-treatment/choices` */
export const EqualTreatmentChoice = z.object({
  smallestGroup: z.number().int().min(3).max(1000),
  act: z.string().trim().min(3).max(200),
});
export type EqualTreatmentChoice = z.infer<typeof EqualTreatmentChoice>;
