// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayInRome, dayWords, instantInRome } from './day-words.ts';

test('a day is said in words', () => assert.equal(dayWords('2026-11-02'), '2 novembre 2026'));

test('Rome is a day ahead late in the evening', () =>
  assert.equal(dayInRome(new Date('2026-11-21T23:30:00Z')), '2026-11-22'));

test('the clocks of Rome, in winter, in summer and when they change', () => {
  const at = (date: string, time: string) => instantInRome(date, time)?.toISOString() ?? null;
  assert.equal(at('2026-01-15', '00:00'), '2026-01-14T23:00:00.000Z');
  assert.equal(at('2026-07-15', '09:30'), '2026-07-15T07:30:00.000Z');
  assert.equal(at('2026-03-29', '02:30'), null, 'an hour that does not come');
  assert.equal(at('2026-10-25', '02:30'), '2026-10-25T00:30:00.000Z', 'the first of the two');
  assert.equal(at('2026-13-01', '09:00'), null);
  assert.equal(at('', ''), null);
});
