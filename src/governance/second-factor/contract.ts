// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Role } from '../role.ts';

/** Six digits of the telephone, or a recovery code as it was written down. */
const Code = z.string().trim().min(6).max(40);

/** `POST /api/auth/second-factor`, `…/second-factor/codes`, `…/second-factor/removal` */
export const CodeRequest = z.object({ code: Code });
export type CodeRequest = z.infer<typeof CodeRequest>;

/** `POST /api/second-factor/offer` */
export const OfferRequest = z.object({ password: z.string().min(1).max(1024) });

/** `GET /api/second-factor`, of whoever asks. */
export const FactorView = z.object({
  state: z.enum(['off', 'on']),
  codesLeft: z.number().int(),
  /** False for whoever came through the provider of a body, which has a factor of its own. */
  possible: z.boolean(),
});
export type FactorView = z.infer<typeof FactorView>;

/** Told this once. */
export const FactorOffer = z.object({
  key: z.string().describe('base32, in groups of four'),
  address: z.string().describe('otpauth:// for a program on a telephone'),
});
export type FactorOffer = z.infer<typeof FactorOffer>;

/** Told this once. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** `POST /api/bodies/{body}/access/second-factor` */
export const FactorRuleRequest = z.object({
  role: Role,
  /** Null: no longer. */
  since: z.iso.datetime().nullable(),
});
export type FactorRuleRequest = z.infer<typeof FactorRuleRequest>;

/** `POST …/people/{person}/second-factor/reset` */
export const FactorResetRequest = z.object({ reason: z.string().trim().min(3).max(300) });
export type FactorResetRequest = z.infer<typeof FactorResetRequest>;
