// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, json } from '../town/call.ts';

const REFUSALS = {
  'token-expired': [401, 65602, 'EXPIRED_ACCESS_TOKEN', 'The token used in the request has expired'],
  'token-revoked': [401, 65601, 'REVOKED_ACCESS_TOKEN', 'The token used in the request has been revoked by the user'],
  'token-invalid': [401, 65600, 'INVALID_ACCESS_TOKEN', 'Invalid access token'],
  'role-lost': [403, 100, 'ACCESS_DENIED', 'The member is not an administrator of the organization'],
  'permission-missing': [403, 100, 'ACCESS_DENIED', 'Not enough permissions to access this resource'],
  blocked: [403, 100, 'ACCESS_DENIED', 'This account has been restricted'],
  'not-yours': [403, 100, 'ACCESS_DENIED', 'The actor may not delete this comment'],
  'fields-not-permitted': [403, 100, 'ACCESS_DENIED', 'Unpermitted fields present in REQUEST_BODY: [/content]'],
  'comments-closed': [403, 100, 'COMMENTS_CLOSED', 'Comments are closed on this post'],
  'not-found': [404, 0, 'NOT_FOUND', 'Entity not found'],
  'unknown-path': [404, 0, 'RESOURCE_NOT_FOUND', 'No virtual resource found'],
  'rejected-content': [422, 0, 'UNPROCESSABLE_ENTITY', 'The content was not accepted'],
  duplicate: [422, 0, 'DUPLICATE_POST', 'Content is a duplicate of an earlier post'],
  'on-a-comment': [400, 0, 'ILLEGAL_ARGUMENT', 'Comments cannot be closed on a comment'],
  'no-version': [400, 0, 'VERSION_MISSING', 'A version must be present. Please specify a version'],
  'no-protocol': [400, 0, 'ILLEGAL_ARGUMENT', 'X-Restli-Protocol-Version must be 2.0.0'],
  'retired-version': [426, 0, 'NONEXISTENT_VERSION', 'Requested version is not active'],
  'unescaped-urn': [400, 0, 'ILLEGAL_ARGUMENT', 'URNs in addresses must be percent-encoded'],
  'rate-limited': [
    429,
    101,
    'TOO_MANY_REQUESTS',
    'Resource level throttle APPLICATION DAY limit for calls to this resource is reached',
  ],
  throttled: [429, 101, 'TOO_MANY_REQUESTS', 'Comment create throttled'],
  'server-error': [500, 0, 'INTERNAL_SERVER_ERROR', 'Internal Server Error'],
} as const;
export type RefusalName = keyof typeof REFUSALS;

export function refuse(name: RefusalName): Answer {
  const [status, serviceErrorCode, code, message] = REFUSALS[name];
  return json({ message, code, status, ...(serviceErrorCode === 0 ? {} : { serviceErrorCode }) }, status);
}

export const refuseParameter = (why: string): Answer =>
  json({ message: why, code: 'ILLEGAL_ARGUMENT', status: 400 }, 400);

export const refuseBody = (why: string): Answer =>
  json({ message: `Invalid body: ${why}`, code: 'UNPROCESSABLE_ENTITY', status: 422 }, 422);
