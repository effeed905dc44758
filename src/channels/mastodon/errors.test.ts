// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { ChannelErrorKind } from '../port.ts';
import { errorOf, failedWrite, quotaOf } from './errors.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const refused = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  ({ kind: 'refused', status, body, headers: new Headers(headers) }) as const;

const KINDS: readonly [number, unknown, ChannelErrorKind][] = [
  [401, { error: 'The access token is invalid' }, 'reauth-needed'],
  [401, { error: 'The access token was revoked' }, 'reauth-needed'],
  [401, { error: 'The access token expired' }, 'token-expired'],
  [403, { error: 'This action is outside the authorized scopes' }, 'role-lost'],
  [403, { error: 'Your login is currently disabled' }, 'blocked-by-platform'],
  [404, { error: 'Record not found' }, 'not-found'],
  [410, '', 'not-found'],
  [422, { error: 'Validation failed' }, 'rejected-content'],
  [422, '<html>', 'rejected-content'],
  [429, { error: 'Too many requests' }, 'rate-limited'],
  [503, { error: 'Remote data could not be fetched' }, 'transient'],
];

for (const [status, body, kind] of KINDS) {
  it(`${status} ${JSON.stringify(body)} is ${kind}`, () => {
    const error = errorOf(refused(status, body), NOW);
    assert.deepEqual([error.kind, error.code], [kind, `http-${status}`]);
    assert.match(error.message, /^[A-Z].+\.$/);
  });
}

it('waits until the moment that the instance names, by its own clock, or a window', () => {
  const limited = (headers: Record<string, string>) => errorOf(refused(429, '', headers), NOW).retryAfterSeconds;
  const allowance = { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '0' };
  assert.equal(limited({ ...allowance, 'x-ratelimit-reset': '2026-11-22T10:01:30.000Z' }), 90);
  const date = 'Sun, 22 Nov 2026 10:01:00 GMT';
  assert.equal(limited({ ...allowance, date, 'x-ratelimit-reset': '2026-11-22T10:01:30.000Z' }), 30);
  assert.equal(limited({ 'retry-after': '12' }), 12);
  assert.equal(limited({}), 300);
  assert.equal(quotaOf(new Headers()), null);
});

it('only a refusal that was spelled out proves that nothing was done', () => {
  assert.equal(failedWrite(refused(422, ''), NOW).state, 'refused');
  assert.equal(failedWrite(refused(503, ''), NOW).state, 'unknown');
  assert.equal(failedWrite({ kind: 'unclear', sent: true, code: 'timeout' }, NOW).state, 'unknown');
  assert.equal(failedWrite({ kind: 'unclear', sent: false, code: 'ECONNREFUSED' }, NOW).state, 'refused');
});
