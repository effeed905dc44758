// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayAfter, dayInRome, daysBetween, momentInRome, shownInRome, startOf, weekOf } from './days.ts';

test('nine in Rome is nine in Rome on both sides of the change of the clocks', () => {
  assert.equal(momentInRome('2026-10-24', '09:00')?.toISOString(), '2026-10-24T07:00:00.000Z');
  assert.equal(momentInRome('2026-10-25', '09:00')?.toISOString(), '2026-10-25T08:00:00.000Z');
  assert.equal(momentInRome('2027-03-27', '09:00')?.toISOString(), '2027-03-27T08:00:00.000Z');
  assert.equal(momentInRome('2027-03-28', '09:00')?.toISOString(), '2027-03-28T07:00:00.000Z');
});

test('of the hour that comes twice the first is meant; the one that is skipped is no time', () => {
  assert.equal(momentInRome('2026-10-25', '02:30')?.toISOString(), '2026-10-25T00:30:00.000Z');
  assert.equal(momentInRome('2027-03-28', '02:30'), undefined);
  assert.equal(momentInRome('2027-02-30', '09:00'), undefined);
});

test('days and weeks do not lose an hour', () => {
  assert.equal(startOf('2026-10-25').toISOString(), '2026-10-24T22:00:00.000Z');
  assert.equal(startOf('2026-10-26').toISOString(), '2026-10-25T23:00:00.000Z');
  assert.equal(dayAfter('2026-10-24', 2), '2026-10-26');
  assert.equal(daysBetween('2026-10-24', '2026-10-26'), 2);
  assert.deepEqual(['2026-11-23', '2026-11-29', '2026-11-30', '2027-01-01'].map(weekOf), [
    ...['2026-11-23', '2026-11-23', '2026-11-30', '2026-12-28'],
  ]);
  assert.equal(dayInRome(new Date('2026-11-22T23:30:00Z')), '2026-11-23');
  assert.equal(shownInRome(new Date('2026-11-22T23:30:00Z')), '2026-11-23T00:30');
});
