// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysWords, hoursWords, rangesOf, shiftsOf } from './chosen-hours.ts';

test('days as people say them', () => {
  assert.equal(daysWords([1, 2, 3, 4, 5]), 'dal lunedì al venerdì');
  assert.equal(daysWords([5, 6, 7]), 'dal venerdì alla domenica');
  assert.equal(daysWords([7, 1]), 'il lunedì e la domenica');
  assert.equal(daysWords([1, 3, 5]), 'il lunedì, il mercoledì e il venerdì');
  assert.equal(daysWords([1, 2]), 'il lunedì e il martedì');
  assert.equal(daysWords([7]), 'la domenica');
  assert.equal(daysWords([1, 2, 3, 4, 5, 6, 7]), 'tutti i giorni');
});

test('hours whole, split shifts in the order of the day', () => {
  const ranges = rangesOf([
    { from: '14:00', to: '17:30' },
    { from: '09:00', to: '13:00' },
  ]);
  assert.deepEqual(ranges, [
    { from: 540, to: 780 },
    { from: 840, to: 1050 },
  ]);
  assert.equal(
    hoursWords({ days: [1, 2, 3, 4, 5], ranges: ranges ?? [], holidays: 'excluded' }),
    'dal lunedì al venerdì, dalle 9:00 alle 13:00 e dalle 14:00 alle 17:30, festivi esclusi',
  );
  assert.deepEqual(shiftsOf(ranges ?? []), [
    { from: '09:00', to: '13:00' },
    { from: '14:00', to: '17:30' },
  ]);
});

test('midnight ends a day and begins one', () => {
  const ranges = rangesOf([{ from: '00:00', to: '00:00' }]);
  assert.deepEqual(ranges, [{ from: 0, to: 1440 }]);
  assert.deepEqual(shiftsOf(ranges ?? []), [{ from: '00:00', to: '00:00' }]);
});

test('shifts that do not hold together are none', () => {
  assert.equal(rangesOf([]), null);
  assert.equal(rangesOf([{ from: '09:00', to: '' }]), null);
  assert.equal(rangesOf([{ from: '13:00', to: '09:00' }]), null);
  const overlapping = [
    { from: '09:00', to: '13:00' },
    { from: '12:59', to: '17:00' },
  ];
  assert.equal(rangesOf(overlapping), null);
  const touching = [
    { from: '09:00', to: '13:00' },
    { from: '13:00', to: '17:00' },
  ];
  assert.equal(rangesOf(touching)?.length, 2);
});
