// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantInRome, romeTime } from './rome-time.ts';

test('a time of Rome is a moment in winter and in summer, and back', () => {
  assert.equal(instantInRome('2026-11-22T10:05')?.toISOString(), '2026-11-22T09:05:00.000Z');
  assert.equal(instantInRome('2026-07-01T00:30')?.toISOString(), '2026-06-30T22:30:00.000Z');
  assert.equal(romeTime(new Date('2026-06-30T22:30:00Z')), '2026-07-01T00:30');
});

test('of the hour that comes twice the first is meant, and the hour that never comes is no time', () => {
  assert.equal(instantInRome('2026-10-25T02:30')?.toISOString(), '2026-10-25T00:30:00.000Z');
  assert.equal(instantInRome('2026-03-29T02:30'), undefined);
});

test('what is no time is none', () => {
  for (const text of ['', '2026-13-01T10:00', '2026-11-22', 'domani']) assert.equal(instantInRome(text), undefined);
});
