// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Failed } from '../core/call.ts';
import { type Asked, errorOf, failedWriteOf } from './errors.ts';

const NOW = new Date('2026-11-22T08:00:00Z');
const TYPES = 'https://api.x.com/2/problems';

const refused = (status: number, body: unknown, headers: Record<string, string> = {}): Failed => ({
  kind: 'refused',
  status,
  body,
  headers: new Headers(headers),
});
const problem = (type: string, detail = '', status = 400): unknown => ({
  title: 'T',
  type: `${TYPES}/${type}`,
  detail,
  status,
});
const plain = (detail: string): unknown => ({ title: 'Forbidden', type: 'about:blank', detail, status: 403 });

const CASES: readonly (readonly [string, Failed, Asked, string])[] = [
  ['401', refused(401, { title: 'Unauthorized', type: 'about:blank', status: 401 }), 'read', 'token-expired'],
  ['401 at renewal', refused(401, { error: 'unauthorized_client' }), 'renew', 'reauth-needed'],
  ['400 at renewal', refused(400, { error: 'invalid_request' }), 'renew', 'reauth-needed'],
  ['404', refused(404, 'Not Found'), 'read', 'not-found'],
  ['not there', refused(200, { errors: [problem('resource-not-found')] }), 'hide', 'not-found'],
  ['not visible', refused(200, { errors: [problem('not-authorized-for-resource')] }), 'read', 'not-found'],
  [
    'old host of the types',
    refused(400, { type: 'https://api.twitter.com/2/problems/invalid-request' }),
    'publish',
    'rejected-content',
  ],
  ['usage capped', refused(429, problem('usage-capped')), 'read', 'allowance-spent'],
  ['429', refused(429, ''), 'read', 'rate-limited'],
  ['code 88', refused(429, { errors: [{ code: 88, message: 'Rate limit exceeded' }] }), 'read', 'rate-limited'],
  ['503', refused(503, '<html>'), 'read', 'transient'],
  ['an unclear answer', { kind: 'unclear', sent: true, code: 'timeout' }, 'reply', 'transient'],
  ['not enrolled, reading', refused(403, problem('client-forbidden')), 'read', 'role-lost'],
  ['not enrolled, blocking', refused(403, problem('client-forbidden')), 'ban', 'not-possible'],
  ['wrong kind of token', refused(403, problem('unsupported-authentication')), 'read', 'reauth-needed'],
  ['not summoned', refused(403, plain('You have not been mentioned or otherwise engaged')), 'reply', 'not-possible'],
  [
    'any other refusal of a reply',
    refused(403, plain('You are not permitted to perform this action.')),
    'reply',
    'not-possible',
  ],
  ['replies limited', refused(403, plain('The author has restricted who can reply')), 'reply', 'comments-disabled'],
  ['reply to what is gone', refused(403, plain('a Post that is deleted or not visible to you')), 'reply', 'not-found'],
  ['duplicate', refused(403, plain('duplicate content')), 'reply', 'rejected-content'],
  ['suspended', refused(403, plain('Your account is suspended')), 'publish', 'blocked-by-platform'],
  [
    'automated',
    refused(403, plain('This request looks like it might be automated.')),
    'publish',
    'blocked-by-platform',
  ],
  ['no private message', refused(403, plain('You do not have permission to DM')), 'answer-message', 'window-closed'],
  ['not our conversation', refused(403, plain('a conversation that you started')), 'hide', 'not-possible'],
  ['no edit', refused(403, plain('This Post can not be edited')), 'edit-post', 'not-possible'],
];

describe('refusals of X in our kinds', () => {
  for (const [name, failed, asked, kind] of CASES) {
    it(name, () => assert.equal(errorOf(failed, asked, NOW).kind, kind));
  }

  it('waits until X counts anew', () => {
    const reset = `${NOW.getTime() / 1000 + 90}`;
    assert.equal(errorOf(refused(429, '', { 'x-rate-limit-reset': reset }), 'read', NOW).retryAfterSeconds, 90);
    assert.equal(errorOf(refused(429, '', { 'retry-after': '30' }), 'read', NOW).retryAfterSeconds, 30);
    assert.equal(errorOf(refused(429, ''), 'read', NOW).retryAfterSeconds, 900);
  });

  it('takes for not done only what X spelled out', () => {
    const states = [
      failedWriteOf(refused(403, plain('x')), 'hide', NOW).state,
      failedWriteOf(refused(200, { errors: [problem('resource-not-found')] }), 'hide', NOW).state,
      failedWriteOf(refused(503, ''), 'hide', NOW).state,
      failedWriteOf({ kind: 'unclear', sent: true, code: 'timeout' }, 'hide', NOW).state,
      failedWriteOf({ kind: 'unclear', sent: false, code: 'ECONNREFUSED' }, 'hide', NOW).state,
    ];
    assert.deepEqual(states, ['refused', 'refused', 'unknown', 'unknown', 'refused']);
  });

  it('names the trace that X’s support asks for', () => {
    const { code } = errorOf(refused(400, problem('invalid-request'), { 'x-transaction-id': 'abc' }), 'publish', NOW);
    assert.equal(code, '400 invalid-request abc');
  });
});
