// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyYear, extraWords, spanWords, yearlyDay } from './body-days.ts';

test('a day of every year is one that no year lacks', () => {
  const days = [
    ['7', 12],
    ['01', 1],
    ['29', 2],
    ['31', 4],
    ['0', 5],
    ['x', 5],
  ] as const;
  assert.deepEqual(
    days.map(([date, month]) => yearlyDay(date, month)),
    ['12-07', '01-01', null, null, null, null],
  );
  assert.deepEqual(['12-07', '01-01'].map(everyYear), ['7 dicembre', '1º gennaio']);
});

test('exceptional cover is said with its days, hours and networks', () => {
  const cover = { from: '2026-11-24', to: '2026-11-24', ranges: [{ from: 1200, to: 1440 }], channels: null };
  assert.equal(spanWords(cover), '24 novembre 2026');
  assert.equal(extraWords(cover), 'dalle 20:00 alle 24:00, anche se festivo; su tutti i social');
  assert.match(extraWords({ ...cover, channels: ['facebook'] }), /su Facebook$/);
});
