// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type GraphError, graphErrors, kindOf, usageOf, waitAfter } from './graph-errors.ts';
import { messagesFor } from './state.ts';

const { refusal, unclear, faultOf, failedWrite } = graphErrors(messagesFor('Prova'), {
  special: { '10': 'Per questo codice parole sue.', '10/7': 'Per questo sottocodice altre.' },
  kinds: { '100/9': 'window-closed' },
});

const KINDS: readonly [number, number | undefined, ReturnType<typeof kindOf>][] = [
  [190, 463, 'token-expired'],
  [190, 467, 'token-expired'],
  [190, undefined, 'token-expired'],
  [190, 458, 'reauth-needed'],
  [190, 459, 'reauth-needed'],
  [190, 460, 'reauth-needed'],
  [190, 464, 'reauth-needed'],
  [190, 492, 'role-lost'],
  [10, undefined, 'reauth-needed'],
  [10, 1893063, 'blocked-by-platform'],
  [200, undefined, 'role-lost'],
  [299, undefined, 'role-lost'],
  [100, 33, 'not-found'],
  [100, undefined, 'rejected-content'],
  [368, undefined, 'blocked-by-platform'],
  [4, 2207051, 'blocked-by-platform'],
  [1705, undefined, 'reauth-needed'],
  [4, undefined, 'rate-limited'],
  [17, undefined, 'rate-limited'],
  [32, undefined, 'rate-limited'],
  [613, undefined, 'rate-limited'],
  [80001, undefined, 'rate-limited'],
  [1, undefined, 'transient'],
  [2, undefined, 'transient'],
  [100, 200, 'comments-disabled'],
  [10, 2018278, 'window-closed'],
  [10, 2534022, 'window-closed'],
  [12, undefined, 'not-possible'],
  [987654, undefined, 'rejected-content'],
];

for (const [code, subcode, kind] of KINDS) {
  it(`${code}${subcode === undefined ? '' : `/${subcode}`} is ${kind}`, () => {
    const error: GraphError = subcode === undefined ? { code } : { code, error_subcode: subcode };
    assert.equal(kindOf(error), kind);
    assert.match(refusal(error, new Headers()).message, /^[A-ZÈ].+\.$/);
  });
}

it('takes an unknown code that calls itself passing as passing', () => {
  assert.equal(kindOf({ code: 987654, is_transient: true }), 'transient');
});

it('keeps the code and the trace for the support of Meta', () => {
  const error = { code: 190, error_subcode: 463, fbtrace_id: 'AbC', message: 'secret text' };
  assert.equal(refusal(error, new Headers()).code, '190/463 AbC');
});

const headers = (minutes: number, percent: number): Headers =>
  new Headers({
    'x-app-usage': JSON.stringify({ call_count: 3, total_cputime: 5, total_time: 4 }),
    'x-business-use-case-usage': JSON.stringify({
      '1': [{ type: 'pages', call_count: percent, estimated_time_to_regain_access: minutes }],
    }),
  });

it('waits as long as the headers say, or a while of its own', () => {
  assert.equal(refusal({ code: 80001 }, headers(9, 100)).retryAfterSeconds, 540);
  assert.equal(refusal({ code: 80001 }, new Headers()).retryAfterSeconds, 900);
  assert.equal(refusal({ code: 80001 }, new Headers({ 'x-business-use-case-usage': 'rotto' })).retryAfterSeconds, 900);
});

it('slows down at 70 % of the allowance and stops at 90 %', () => {
  assert.equal(waitAfter(usageOf(headers(0, 69))), undefined);
  assert.equal(waitAfter(usageOf(headers(0, 70))), 300);
  assert.equal(waitAfter(usageOf(headers(0, 90))), 900);
  assert.equal(waitAfter(usageOf(headers(2, 10))), 120);
});

it('lets a network say its own words and kinds', () => {
  const headers = new Headers();
  assert.equal(refusal({ code: 10 }, headers).message, 'Per questo codice parole sue.');
  assert.equal(refusal({ code: 10, error_subcode: 7 }, headers).message, 'Per questo sottocodice altre.');
  assert.equal(refusal({ code: 10, error_subcode: 8 }, headers).message, 'Per questo codice parole sue.');
  assert.equal(refusal({ code: 100, error_subcode: 9 }, headers).kind, 'window-closed');
});

it('takes a write for not done only where the network spelled it out or no connection was made', () => {
  const refused = (code: number, status: number) =>
    failedWrite({ kind: 'refused', error: { code }, status, headers: new Headers() }).state;
  assert.equal(refused(100, 400), 'refused');
  assert.equal(refused(100, 500), 'unknown');
  assert.equal(refused(2, 400), 'unknown');
  assert.equal(failedWrite({ kind: 'unclear', sent: false, code: 'ECONNREFUSED' }).state, 'refused');
  assert.equal(failedWrite({ kind: 'unclear', sent: true, code: 'timeout' }).state, 'unknown');
  assert.equal(faultOf({ kind: 'unclear', sent: true, code: 'timeout' }).code, 'timeout');
});

it('calls an answer that makes no sense passing', () => {
  assert.equal(unclear('http-502').kind, 'transient');
});
