// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SleepingClause } from '#rulebook/contract';
import { sleepingGroups } from './sleeping-groups.ts';

const clause = (id: string, more: Partial<SleepingClause> = {}): SleepingClause => ({
  clause: id,
  title: `Punto ${id}`,
  what: 'clause',
  waitsFor: null,
  awake: null,
  ...more,
});

const woken = (number: string): SleepingClause['awake'] => ({
  id: number,
  clause: '',
  version: '1',
  act: { number, date: '2026-11-18' },
  note: '',
  recordedBy: { id: '', name: '' },
  at: '2026-11-20T09:00:00Z',
  ended: null,
});

const idsOf = (sleeping: readonly SleepingClause[]) =>
  sleepingGroups(sleeping).map((group) => group.map((each) => each.clause).join(' '));

test('clauses that wait for the same act stand together, comments that are closed apart', () => {
  assert.deepEqual(
    idsOf([
      clause('A-1', { what: 'comments' }),
      clause('A-2', { waitsFor: 'un decreto' }),
      clause('A-3'),
      clause('A-4', { waitsFor: 'un decreto' }),
      clause('A-5'),
    ]),
    ['A-1', 'A-2 A-4', 'A-3 A-5'],
  );
});

test('those that an act woke stand together by that act, apart from those that still wait', () => {
  assert.deepEqual(
    idsOf([
      clause('A-1', { awake: woken('n. 7') }),
      clause('A-2'),
      clause('A-3', { awake: woken('n. 8') }),
      clause('A-4', { awake: woken('n. 7') }),
    ]),
    ['A-1 A-4', 'A-2', 'A-3'],
  );
  assert.deepEqual(idsOf([]), []);
});
