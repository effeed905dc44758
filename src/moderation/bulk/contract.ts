// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Ground, ReasonsText } from '../grounding/contract.ts';

// Many cases decided under one ground and one reason: each with its own check, its own decision and its own entry in the record.
// Moments are ISO 8601 in UTC.

export const MOST_TOGETHER = 200;

/** What may be decided of many at once; handing over to an office is one at a time. */
export const BULK_KINDS = ['publish', 'hide', 'remove', 'reply', 'no-action'] as const;
export const BulkKind = z.enum(BULK_KINDS);
export type BulkKind = z.infer<typeof BulkKind>;

/** `POST /api/bodies/{body}/bulk-decisions/offer` */
export const BulkOfferRequest = z.object({ cases: z.array(z.uuid()).min(1).max(MOST_TOGETHER) });

export const BulkOption = z.object({
  kind: BulkKind,
  /** For how many of the cases it can be done at all. */
  available: z.number().int(),
  undoable: z.number().int(),
  /** Italian: what really happens, network by network, or why it cannot be done. */
  effects: z.array(
    z.object({ network: z.string(), effect: z.string(), available: z.boolean(), cases: z.number().int() }),
  ),
  /** Those offered for most cases first. */
  grounds: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      text: z.string(),
      offered: z.number().int().describe('for how many of the cases'),
      proposed: z.number().int(),
      reasons: z.string().describe('ready to be edited; Italian'),
    }),
  ),
});
export type BulkOption = z.infer<typeof BulkOption>;

export const BulkOffer = z.object({
  policyVersion: z.string(),
  policyDigest: z.string(),
  cases: z.array(
    z.object({
      id: z.string(),
      number: z.number().int(),
      revision: z.number().int(),
      network: z.string(),
      excerpt: z.string(),
      decidable: z.boolean(),
    }),
  ),
  options: z.array(BulkOption),
});
export type BulkOffer = z.infer<typeof BulkOffer>;

/** `POST /api/bodies/{body}/bulk-decisions`, with an `Idempotency-Key`. */
export const BulkRequest = z.object({
  kind: BulkKind,
  ground: Ground,
  reasons: ReasonsText.trim().min(1),
  reply: z.string().max(20_000).optional(),
  report: z.boolean().optional(),
  cases: z
    .array(z.object({ id: z.uuid(), revision: z.number().int() }))
    .min(1)
    .max(MOST_TOGETHER)
    .refine((cases) => new Set(cases.map(({ id }) => id)).size === cases.length, 'a case twice'),
  policyVersion: z.string().min(1),
  policyDigest: z.string(),
});
export type BulkRequest = z.infer<typeof BulkRequest>;

/** Why something was refused, as it would be of one case alone. */
export const Refusal = z.object({ code: z.string(), title: z.string(), hint: z.string() });
export type Refusal = z.infer<typeof Refusal>;

/** `GET /api/bodies/{body}/bulk-decisions/{id}` */
export const BulkView = z.object({
  id: z.string(),
  kind: BulkKind,
  ground: Ground,
  reasons: z.string(),
  person: z.string(),
  at: z.iso.datetime(),
  undoneAt: z.iso.datetime().nullable(),
  decided: z.number().int(),
  refused: z.number().int(),
  /** How many of the decided ones were taken back. */
  undone: z.number().int(),
  /** How many of the decided ones stand and could be taken back now. */
  undoable: z.number().int(),
  /** In the order in which they were asked for. */
  items: z.array(
    z.object({
      case: z.string(),
      number: z.number().int(),
      network: z.string(),
      excerpt: z.string(),
      outcome: z.enum(['waiting', 'decided', 'refused']),
      refusal: Refusal.nullable(),
      undone: z.enum(['undone', 'refused']).nullable(),
      undoRefusal: Refusal.nullable(),
    }),
  ),
});
export type BulkView = z.infer<typeof BulkView>;

/** `GET /api/bodies/{body}/bulk-decisions`: the latest first. */
export const BulkDecisions = z.object({
  items: z.array(
    BulkView.pick({ id: true, kind: true, person: true, at: true, undoneAt: true, decided: true, refused: true }),
  ),
});
