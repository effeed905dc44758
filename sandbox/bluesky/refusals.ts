// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, json } from '../town/call.ts';

const refusal = (status: number, error: string, message: string): Answer => json({ error, message }, status);

/** Refusals as account servers word them, by what causes them. */
export const REFUSALS = {
  'token-missing': refusal(401, 'AuthMissing', 'Authentication Required'),
  'token-invalid': refusal(400, 'InvalidToken', 'Token could not be verified'),
  'token-expired': refusal(400, 'ExpiredToken', 'Token has expired'),
  'wrong-password': refusal(401, 'AuthenticationRequired', 'Invalid identifier or password'),
  'taken-down': refusal(401, 'AccountTakedown', 'Account has been taken down'),
  'no-chat': refusal(400, 'InvalidToken', 'Bad token method'),
  'messages-disabled': refusal(400, 'MessagesDisabled', 'recipient has disabled incoming messages'),
  'no-conversation': refusal(400, 'InvalidConvo', 'Conversation not found'),
  'rate-limited': refusal(429, 'RateLimitExceeded', 'Rate Limit Exceeded'),
  'no-such-method': refusal(501, 'MethodNotImplemented', 'Method Not Implemented'),
  'upstream-failure': refusal(502, 'UpstreamFailure', 'Upstream Failure'),
  'server-error': refusal(500, 'InternalServerError', 'Internal Server Error'),
  'swap-lost': refusal(400, 'InvalidSwap', 'Record was at another version'),
} as const;
export type RefusalName = keyof typeof REFUSALS;

export const refuse = (name: RefusalName): Answer => REFUSALS[name];

export const invalid = (why: string): Answer => refusal(400, 'InvalidRequest', why);

export const noRecord = (uri: string): Answer => refusal(400, 'RecordNotFound', `Could not locate record: ${uri}`);
