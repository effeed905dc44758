// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { COMMAND_TYPES } from '#channels/contract';

/** How far the network has been brought to agree with a decision. */
export const ENFORCEMENT_STATES = [
  'none',
  'queued',
  'sent',
  'under-way',
  'confirmed',
  'unknown',
  'failed',
  'by-hand',
  'cancelled',
] as const;
export const Enforcement = z.object({
  id: z.string(),
  type: z.enum(COMMAND_TYPES),
  state: z.enum(ENFORCEMENT_STATES),
  at: z.iso.datetime(),
  /** Italian; what went wrong or what a person has to do. */
  note: z.string().nullable(),
  /** For a person who has to do it: where, and how; null where there is nothing to do. */
  guide: z.object({ link: z.string(), steps: z.array(z.string()), check: z.string().nullable() }).nullable(),
});

export type EnforcementView = z.infer<typeof Enforcement>;
