// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { actWords, isoDay, refuseActDate } from './days.ts';

const cited = (date: string) => actWords({ number: 'delibera n. 4', date });

it('an act is cited as Italian says its day', () => {
  assert.equal(cited('2026-01-13'), 'delibera n. 4 del 13 gennaio 2026');
  assert.equal(cited('2026-01-01'), 'delibera n. 4 del 1º gennaio 2026');
  assert.equal(cited('2026-05-08'), 'delibera n. 4 dell’8 maggio 2026');
  assert.equal(cited('2026-05-11'), 'delibera n. 4 dell’11 maggio 2026');
  assert.equal(cited('2026-05-18'), 'delibera n. 4 del 18 maggio 2026');
});

it('today is what it is in Rome, and an act is not of tomorrow', () => {
  const lateInTheEvening = new Date('2026-06-30T22:30:00Z');
  assert.equal(isoDay(lateInTheEvening), '2026-07-01');
  refuseActDate({ number: 'n. 1', date: '2026-07-01' }, lateInTheEvening);
  for (const date of ['2026-07-02', '1999-12-31'])
    assert.throws(() => refuseActDate({ number: 'n. 1', date }, lateInTheEvening), { code: 'ACT_DATE_WRONG' });
});
