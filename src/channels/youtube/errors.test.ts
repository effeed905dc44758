// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { failedWrite } from '../core/call.ts';
import type { ChannelErrorKind } from '../port.ts';
import { errorOf, secondsToNewAllowance } from './errors.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const refused = (status: number, reason: string, headers = {}) =>
  ({
    kind: 'refused',
    status,
    headers: new Headers(headers),
    body: { error: { code: status, message: 'x', errors: [{ domain: 'youtube', reason, message: 'x' }] } },
  }) as const;

const KINDS: readonly [number, string, ChannelErrorKind][] = [
  [401, 'authError', 'token-expired'],
  [403, 'forbidden', 'role-lost'],
  [403, 'insufficientPermissions', 'reauth-needed'],
  [403, 'ineligibleAccount', 'role-lost'],
  [403, 'commentsDisabled', 'comments-disabled'],
  [403, 'quotaExceeded', 'allowance-spent'],
  [403, 'rateLimitExceeded', 'rate-limited'],
  [429, 'rateLimitExceeded', 'rate-limited'],
  [404, 'parentCommentNotFound', 'not-found'],
  [404, 'videoNotFound', 'not-found'],
  [400, 'commentTextRequired', 'rejected-content'],
  [400, 'commentTextTooLong', 'rejected-content'],
  [400, 'operationNotSupported', 'not-possible'],
  [400, 'parentCommentIsPrivate', 'not-possible'],
  [400, 'processingFailure', 'rejected-content'],
  [500, 'backendError', 'transient'],
  [503, 'mai vista', 'transient'],
  [400, 'mai vista', 'rejected-content'],
];

for (const [status, reason, kind] of KINDS) {
  it(`${status} ${reason} is ${kind}`, () => {
    const error = errorOf(refused(status, reason), NOW);
    assert.equal(error.kind, kind);
    assert.match(error.message, /^[A-ZÈ].+\.$/);
    assert.equal(error.code, `${status} ${reason}`);
  });
}

it('invalid_grant, from the address that gives tokens, asks for a person', () => {
  const body = { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' };
  assert.equal(errorOf({ kind: 'refused', status: 400, headers: new Headers(), body }, NOW).kind, 'reauth-needed');
});

it('an answer that is no answer passes, and a write that met it is in doubt', () => {
  const failed = { kind: 'unclear', sent: true, code: 'http-502' } as const;
  assert.equal(failedWrite(failed, errorOf(failed, NOW)).state, 'unknown');
  const html = { kind: 'refused', status: 502, headers: new Headers(), body: '<html>' } as const;
  assert.equal(failedWrite(html, errorOf(html, NOW)).state, 'unknown');
});

it('waits as long as it is told, or a while of its own', () => {
  const told = refused(429, 'rateLimitExceeded', { 'retry-after': '7' });
  assert.equal(errorOf(told, NOW).retryAfterSeconds, 7);
  assert.ok((errorOf(refused(429, 'rateLimitExceeded'), NOW).retryAfterSeconds ?? 0) > 0);
});

it('units come back at midnight in California, also when the clocks change there', () => {
  // Winter: eight hours behind. The evening before the clocks go back, the day that follows is not in question.
  assert.equal(secondsToNewAllowance(new Date('2026-11-22T07:59:59Z')), 1);
  assert.equal(secondsToNewAllowance(new Date('2026-11-22T08:00:00Z')), 86_400);
  assert.equal(secondsToNewAllowance(new Date('2026-07-01T06:59:00Z')), 60);
  // The day on which the clocks go back has 25 hours, the one on which they go forward 23.
  assert.equal(secondsToNewAllowance(new Date('2026-11-01T07:00:00Z')), 25 * 3600);
  assert.equal(secondsToNewAllowance(new Date('2026-03-08T08:00:00Z')), 23 * 3600);
});
