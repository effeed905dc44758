// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Answer } from '../town/call.ts';
import type { TokenFault } from '../town/tokens.ts';

/** Refusals in the shape of Google's interfaces: status, reason, message. */
export const REFUSALS = {
  authError: [401, 'Invalid Credentials'],
  forbidden: [403, 'The request is not properly authorized for that channel or video.'],
  insufficientPermissions: [403, 'Request had insufficient authentication scopes.'],
  channelSuspended: [403, 'The channel has been suspended.'],
  quotaExceeded: [403, 'The request cannot be completed because you have exceeded your quota.'],
  rateLimitExceeded: [429, 'The request cannot be completed: too many requests.'],
  commentsDisabled: [403, 'The video identified by the videoId parameter has disabled comments.'],
  operationNotSupported: [400, 'The API user is not able to insert a comment in reply to that one.'],
  parentCommentNotFound: [404, 'The specified parent comment could not be found.'],
  commentNotFound: [404, 'One or more of the specified comments cannot be found.'],
  commentThreadNotFound: [404, 'One or more of the specified comment threads cannot be found.'],
  videoNotFound: [404, 'The video that you are trying to reach cannot be found.'],
  playlistNotFound: [404, 'The playlist identified with the request cannot be found.'],
  notFound: [404, 'Not Found'],
  commentTextRequired: [400, 'The comment has no text.'],
  commentTextTooLong: [400, 'The comment text is too long.'],
  banWithoutReject: [400, 'The banAuthor parameter may only be used with the status rejected.'],
  processingFailure: [400, 'The API server failed to successfully process the request.'],
  invalidTitle: [400, 'The request metadata specifies an invalid or empty video title.'],
  invalidDescription: [400, 'The request metadata specifies an invalid video description.'],
  invalidCategoryId: [400, 'The video category is missing or unknown.'],
  invalidPageToken: [400, 'The request specifies an invalid page token.'],
  uploadTooLarge: [400, 'More bytes than were announced.'],
  backendError: [503, 'Service unavailable.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;
export type Reason = keyof typeof REFUSALS;

export function refuse(reason: Reason): Answer {
  const [status, message] = REFUSALS[reason];
  return refusal(status, { reason, message });
}

/** What is sent that is not known, missing or not of its kind. */
export const refuseParameter = (message: string): Answer => refusal(400, { reason: 'invalidParameter', message });

const refusal = (status: number, { reason, message }: { reason: string; message: string }): Answer => ({
  status,
  headers: status === 401 ? { 'www-authenticate': 'Bearer realm="https://accounts.google.com/"' } : {},
  body: {
    error: { code: status, message, errors: [{ message, domain: 'youtube.api', reason }] },
  },
});

const REASON_OF: Readonly<Record<TokenFault, Reason>> = {
  unknown: 'authError',
  used: 'authError',
  revoked: 'authError',
  expired: 'authError',
  'password-changed': 'authError',
  'role-lost': 'forbidden',
};
export const refuseToken = (fault: TokenFault): Answer => refuse(REASON_OF[fault]);

/** Of the address that gives tokens. */
export const refuseGrant = (error: string, description: string): Answer => ({
  status: error === 'invalid_client' ? 401 : 400,
  body: { error, error_description: description },
});
