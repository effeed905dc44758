// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, json } from '../town/call.ts';

/** Of the interface of comments: a status of 200 whatever happened, and a number. */
const BUSINESS = {
  'permission-missing': [40001, 'You do not have permission to this account'],
  'bad-field': [40002, 'A field is not valid'],
  'not-found': [40002, 'The comment or video does not exist'],
  'rate-limited': [40100, 'Too many requests. Requests per minute exceeded'],
  'day-spent': [40100, 'Too many requests. Requests per day exceeded'],
  'token-expired': [40105, 'Access token is incorrect or has been revoked'],
  blocked: [40001, 'This account has been restricted'],
  'server-error': [50000, 'System error'],
} as const;
export type BusinessRefusal = keyof typeof BUSINESS;

let requests = 0;
const trace = (): string => `2026112208${String(++requests).padStart(22, '0')}`;

export function refuse(name: BusinessRefusal, why?: string): Answer {
  const [code, message] = BUSINESS[name];
  return json({ code, message: why ?? message, request_id: trace(), data: {} });
}

export const told = (data: object): object => ({ code: 0, message: 'OK', request_id: trace(), data });

/** Of the interface for posting: a word, and a status of its own. */
const POSTING = {
  'token-expired': [401, 'access_token_invalid'],
  'permission-missing': [401, 'scope_not_authorized'],
  'rate-limited': [429, 'rate_limit_exceeded'],
  blocked: [403, 'spam_risk_user_banned_from_posting'],
  'too-many-posts': [403, 'spam_risk_too_many_posts'],
  'user-cap': [403, 'reached_active_user_cap'],
  unaudited: [403, 'unaudited_client_can_only_post_to_private_accounts'],
  'url-not-yours': [403, 'url_ownership_unverified'],
  privacy: [400, 'privacy_level_option_mismatch'],
  'bad-field': [400, 'invalid_params'],
  'not-found': [400, 'invalid_publish_id'],
  'server-error': [500, 'internal_error'],
} as const;
export type PostingRefusal = keyof typeof POSTING;

export function refusePosting(name: PostingRefusal, why = ''): Answer {
  const [status, code] = POSTING[name];
  return json({ data: {}, error: { code, message: why, log_id: trace() } }, status);
}

export const done = (data: object): object => ({ data, error: { code: 'ok', message: '', log_id: trace() } });
