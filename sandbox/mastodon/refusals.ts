// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, json } from '../town/call.ts';

const refusal = (status: number, error: string): Answer => json({ error }, status);

/** Refusals as an instance words them, by what causes them. */
export const REFUSALS = {
  'token-missing': refusal(401, 'This method requires an authenticated user'),
  'token-invalid': refusal(401, 'The access token is invalid'),
  'token-expired': refusal(401, 'The access token expired'),
  'token-revoked': refusal(401, 'The access token was revoked'),
  'scope-missing': refusal(403, 'This action is outside the authorized scopes'),
  'login-disabled': refusal(403, 'Your login is currently disabled'),
  gone: refusal(404, 'Record not found'),
  'no-such-path': refusal(404, 'Not Found'),
  'rate-limited': refusal(429, 'Too many requests'),
  'server-error': refusal(503, 'Remote data could not be fetched'),
} as const;
export type RefusalName = keyof typeof REFUSALS;

export const refuse = (name: RefusalName): Answer => REFUSALS[name];

/** What was sent does not hold. */
export const invalid = (why: string): Answer => refusal(422, `Validation failed: ${why}`);

/** Names that the interface does not know: an instance passes over them in silence, and a misspelling would pass too. */
export const unknownParameter = (name: string): Answer => refusal(422, `Unknown parameter: ${name}`);
