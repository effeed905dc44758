// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueOn } from './terms.ts';

test('an offence prosecuted ex officio is told the day it is known', () => {
  assert.equal(dueOn('ex-officio', '2026-11-22'), '2026-11-22');
});

test('a private complaint has three months of the calendar, to the end of shorter ones', () => {
  assert.equal(dueOn('private-complaint', '2026-11-22'), '2027-02-22');
  assert.equal(dueOn('private-complaint', '2026-11-30'), '2027-02-28');
  assert.equal(dueOn('private-complaint', '2027-11-30'), '2028-02-29');
  assert.equal(dueOn('private-complaint', '2026-01-31'), '2026-04-30');
});
