// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { errorOf, outcomeOf } from './errors.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const failed = (status: number, body: object, headers: Record<string, string> = {}) =>
  ({ kind: 'refused', status, body, headers: new Headers(headers) }) as const;

const KINDS: readonly [number, object, ReturnType<typeof errorOf>['kind']][] = [
  [401, { code: 'EXPIRED_ACCESS_TOKEN', serviceErrorCode: 65602 }, 'token-expired'],
  [401, { serviceErrorCode: 65601, message: 'revoked' }, 'reauth-needed'],
  [401, {}, 'token-expired'],
  [403, { message: 'not an administrator' }, 'role-lost'],
  [403, { message: 'This account has been restricted' }, 'blocked-by-platform'],
  [403, { code: 'COMMENTS_CLOSED' }, 'comments-disabled'],
  [400, { message: 'Comments are disabled on this post' }, 'comments-disabled'],
  [404, {}, 'not-found'],
  [422, { message: 'no' }, 'rejected-content'],
  [400, {}, 'rejected-content'],
  [426, { code: 'NONEXISTENT_VERSION' }, 'not-possible'],
  [429, {}, 'rate-limited'],
  [500, {}, 'transient'],
];
for (const [status, body, kind] of KINDS) {
  it(`${status} ${JSON.stringify(body)} is ${kind}`, () => {
    const error = errorOf(failed(status, body), NOW);
    assert.equal(error.kind, kind);
    assert.match(error.message, /^[A-ZÈ].+\.$/);
  });
}

it('waits within the minute after too many comments, and until midnight UTC when the day is spent', () => {
  const wait = (message: string, headers = {}) => errorOf(failed(429, { message }, headers), NOW).retryAfterSeconds;
  assert.equal(wait('Comment create throttled'), 60);
  assert.equal(wait('APPLICATION DAY limit'), 14 * 3600);
  assert.equal(wait('APPLICATION DAY limit', { 'retry-after': '120' }), 120);
});

it('keeps the code and the trace for the support of LinkedIn, and no words of theirs', () => {
  const error = errorOf(failed(403, { code: 'ACCESS_DENIED', message: 'secret' }, { 'x-li-uuid': 'AbC' }), NOW);
  assert.equal(error.code, '403 ACCESS_DENIED AbC');
  assert.ok(!JSON.stringify(error).includes('secret'));
});

it('a refusal in body and status was not done; trouble on their side may have been', () => {
  assert.equal(outcomeOf(failed(422, {}), NOW).state, 'refused');
  assert.equal(outcomeOf(failed(500, {}), NOW).state, 'unknown');
  assert.equal(outcomeOf({ kind: 'unclear', sent: true, code: 'timeout' }, NOW).state, 'unknown');
  assert.equal(outcomeOf({ kind: 'unclear', sent: false, code: 'ECONNREFUSED' }, NOW).state, 'refused');
});
