// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysBefore, mergedExpiries, openedExpiries, renewalDue, storedExpiries } from './expiries.ts';

const at = (hours: number) => new Date(Date.UTC(2026, 10, 22) + hours * 3_600_000);
const DAY = 24;

test('an access is renewed at two thirds of its life, by the desk alone', () => {
  const access = { what: 'access', at: at(3), by: 'desk' } as const;
  assert.deepEqual(renewalDue(storedExpiries([access]), at(0)), at(2));
  assert.equal(renewalDue(storedExpiries([{ ...access, by: 'person' }]), at(0)), null);
  assert.equal(renewalDue(storedExpiries([{ ...access, what: 'renewal' }]), at(0)), null);
  assert.equal(renewalDue([], at(0)), null);
});

test('what a network says of one thing leaves what it said of another', () => {
  const year = { what: 'renewal', at: at(365 * DAY), by: 'person' } as const;
  const before = storedExpiries([{ what: 'access', at: at(1), by: 'desk' }, year]);
  const access = { what: 'access', at: at(3), by: 'desk' } as const;
  assert.deepEqual(openedExpiries(mergedExpiries(before, [access])), [year, access]);
  assert.deepEqual(mergedExpiries(before, []), before);
});

test('the days left are the narrowest of those warned of', () => {
  const left = [31, 30.01, 30, 29, 14.5, 14, 7, 2.1, 2, 1, 0, -5];
  assert.deepEqual(
    left.map((days) => daysBefore(at(days * DAY), at(0))),
    [null, null, 30, 30, 30, 14, 7, 7, 2, 2, 0, 0],
  );
});
