// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

/**
 * What a machine may do in a person's name: read the desk's own things, read what came from outside, and write drafts, which
 * somebody else still has to approve. Nothing else can be given to one.
 */
export const TOKEN_SCOPES = ['read', 'monitor', 'drafts'] as const;
export const TokenScope = z.enum(TOKEN_SCOPES);
export type TokenScope = z.infer<typeof TokenScope>;

export const TOKEN_MOST_DAYS = 365;

/** `POST /api/bodies/{body}/tokens` */
export const TokenRequest = z.object({
  name: z
    .string()
    .trim()
    .min(3)
    .max(80)
    .refine((text) => text.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(text), 'va scritto su una riga sola'),
  scopes: z.array(TokenScope).min(1).max(TOKEN_SCOPES.length),
  days: z.number().int().min(1).max(TOKEN_MOST_DAYS),
});
export type TokenRequest = z.infer<typeof TokenRequest>;

export const TokenView = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(TokenScope),
  /** Who made it; a machine acts in their name. */
  person: z.string(),
  own: z.boolean(),
  state: z.enum(['good', 'ended', 'expired']),
  at: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  endedBy: z.string().nullable(),
});
export type TokenView = z.infer<typeof TokenView>;

/** `GET /api/bodies/{body}/tokens`: one's own; of everybody for the head. */
export const TokenPage = z.object({
  items: z.array(TokenView),
  /** What whoever asks could give to a machine. */
  scopes: z.array(TokenScope),
});
export type TokenPage = z.infer<typeof TokenPage>;

export const TokenMade = z.object({ page: TokenPage, token: z.string().describe('told this once') });
export type TokenMade = z.infer<typeof TokenMade>;
