// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftOf, newAbsence, newOnCall, newTurn, planOf, row } from './plan-draft.ts';

test('a plan is written as it was read', () => {
  const plan = {
    turns: [{ ...newTurn(), person: 'a' }],
    absences: [{ ...newAbsence('2026-11-22'), person: 'a', substitute: 'b' }],
    onCall: [{ ...newOnCall(), people: ['b', 'a'] }],
    repeatMinutes: 15,
  };
  assert.deepEqual(planOf(draftOf(plan)), plan);
  assert.deepEqual(planOf(draftOf()), { turns: [], absences: [], onCall: [], repeatMinutes: null });
});

test('a row without a person, a day or a length, or an impossible number, is not complete', () => {
  const turn = { ...newTurn(), person: 'a' };
  const written = (value: typeof turn) => planOf({ ...draftOf(), turns: [row(value)] });
  assert.ok(written(turn));
  assert.equal(written({ ...turn, person: '' }), undefined);
  assert.equal(written({ ...turn, days: [] }), undefined);
  assert.equal(written({ ...turn, to: turn.from }), undefined);
  assert.equal(written({ ...turn, from: '' }), undefined);
  assert.equal(planOf({ ...draftOf(), onCall: [row(newOnCall())] }), undefined);
  assert.equal(planOf({ ...draftOf(), repeatMinutes: '0' }), undefined);
  const backwards = { person: 'a', from: '2026-11-23', to: '2026-11-22', substitute: null };
  assert.equal(planOf({ ...draftOf(), absences: [row(backwards)] }), undefined);
});
