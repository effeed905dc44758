// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { containerFault, errors, isExpired, isNotReady } from './errors.ts';

const KINDS: readonly [number, number | undefined, string][] = [
  [-2, 2207003, 'transient'],
  [-2, 2207020, 'transient'],
  [-1, 2207001, 'transient'],
  [-1, 2207032, 'transient'],
  [-1, 2207053, 'transient'],
  [4, 2207051, 'blocked-by-platform'],
  [9, 2207042, 'allowance-spent'],
  [24, 2207008, 'transient'],
  [25, 2207050, 'blocked-by-platform'],
  [36000, 2207004, 'rejected-content'],
  [36001, 2207005, 'rejected-content'],
  [36003, 2207009, 'rejected-content'],
  [352, 2207026, 'rejected-content'],
  [9004, 2207052, 'rejected-content'],
  [9007, 2207027, 'transient'],
  [100, 2207010, 'rejected-content'],
  [10, 2534022, 'window-closed'],
  [100, 2018276, 'window-closed'],
  [10, undefined, 'reauth-needed'],
  [80002, undefined, 'rate-limited'],
  [190, 463, 'token-expired'],
  [100, 33, 'not-found'],
];

for (const [code, subcode, kind] of KINDS) {
  it(`${code}${subcode === undefined ? '' : `/${subcode}`} is ${kind}, in words a person understands`, () => {
    const told = errors.refusal(subcode === undefined ? { code } : { code, error_subcode: subcode }, new Headers());
    assert.equal(told.kind, kind);
    assert.match(told.message, /^[A-ZÈ].{10,}\.$/);
  });
}

it('reads why a container failed from what it says of itself', () => {
  assert.equal(containerFault('Error: Media upload has failed with error code 2207026').code, '352/2207026');
  assert.equal(containerFault('Error: 2207053').kind, 'transient');
  assert.equal(containerFault('Error').kind, 'rejected-content');
  assert.equal(containerFault('').code, 'container-error');
});

it('knows what is only not ready, or too late, whatever trace follows', () => {
  const refusal = (code: number, error_subcode: number) =>
    errors.refusal({ code, error_subcode, fbtrace_id: 'AbC' }, new Headers());
  assert.ok(isNotReady(refusal(9007, 2207027)) && isNotReady(refusal(24, 2207008)));
  assert.ok(!isNotReady(refusal(4, 2207051)) && isExpired(refusal(-2, 2207020)));
});
