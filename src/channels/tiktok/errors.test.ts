// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { errorOf, publishFailed } from './errors.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const refusal = (code: string, { says = '', status = 200, headers = {} } = {}) => ({
  code,
  says,
  trace: 'T1',
  status,
  headers: new Headers(headers),
});

const KINDS: readonly [string, string, ReturnType<typeof errorOf>['kind']][] = [
  ['40105', '', 'token-expired'],
  ['access_token_invalid', '', 'token-expired'],
  ['40001', '', 'role-lost'],
  ['scope_not_authorized', '', 'role-lost'],
  ['40100', '', 'rate-limited'],
  ['rate_limit_exceeded', '', 'rate-limited'],
  ['40002', 'text: too long', 'rejected-content'],
  ['40002', 'The comment does not exist', 'not-found'],
  ['invalid_params', '', 'rejected-content'],
  ['spam_risk_too_many_posts', '', 'blocked-by-platform'],
  ['spam_risk_user_banned_from_posting', '', 'blocked-by-platform'],
  ['unaudited_client_can_only_post_to_private_accounts', '', 'not-possible'],
  ['url_ownership_unverified', '', 'not-possible'],
  ['privacy_level_option_mismatch', '', 'rejected-content'],
  ['internal_error', '', 'transient'],
  ['50002', '', 'transient'],
  ['51234', '', 'transient'],
  ['invalid_grant', '', 'reauth-needed'],
  ['never_seen', '', 'rejected-content'],
];
for (const [code, says, kind] of KINDS) {
  it(`${code} ${says} is ${kind}`, () => {
    const error = errorOf(refusal(code, { says }), NOW);
    assert.equal(error.kind, kind);
    assert.equal(error.code, `${code} T1`);
    assert.match(error.message, /^[A-ZÈ].+\.$/);
  });
}

it('waits five minutes for the minute, until midnight UTC for the day, or as long as it is told', () => {
  const wait = (code: string, says = '', headers = {}) =>
    errorOf(refusal(code, { says, headers }), NOW).retryAfterSeconds;
  assert.equal(wait('40100', 'Requests per minute exceeded'), 300);
  assert.equal(wait('40100', 'Requests per day exceeded'), 14 * 3600);
  assert.equal(wait('reached_active_user_cap'), 14 * 3600);
  assert.equal(wait('rate_limit_exceeded', '', { 'retry-after': '7' }), 7);
});

it('says why a publication did not come out', () => {
  assert.equal(publishFailed('spam_risk').kind, 'blocked-by-platform');
  assert.equal(publishFailed('auth_removed').kind, 'reauth-needed');
  assert.match(publishFailed('video_pull_failed').message, /indirizzo/);
  assert.match(publishFailed('duration_check_failed').message, /durata/);
});
