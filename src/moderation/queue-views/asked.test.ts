// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedOf, boundsOf, wordsOf } from './asked.ts';
import { casesIn } from './counters.ts';

test('words are what is left of a text without accents and signs, eight at most', () => {
  assert.deepEqual(wordsOf('  Città, l’ospedale & «Perché?» '), ['citta', 'l', 'ospedale', 'perche']);
  assert.deepEqual(wordsOf("'; drop table --"), ['drop', 'table']);
  assert.deepEqual(wordsOf('😀 %'), []);
  assert.equal(wordsOf('a b c d e f g h i l').length, 8);
});

test('days and weeks end when they end in Italy, also on the nights when the clock changes', () => {
  const bounds = (due: 'today' | 'week', now: string) => boundsOf(due, new Date(now)).dueBefore?.toISOString();
  assert.equal(bounds('today', '2026-11-25T09:00:00Z'), '2026-11-25T23:00:00.000Z');
  assert.equal(bounds('today', '2026-11-25T23:30:00Z'), '2026-11-26T23:00:00.000Z', 'half past midnight in Italy');
  assert.equal(bounds('today', '2026-10-25T00:30:00Z'), '2026-10-25T23:00:00.000Z', 'a day of 25 hours');
  assert.equal(bounds('today', '2026-03-29T09:00:00Z'), '2026-03-29T22:00:00.000Z', 'a day of 23 hours');
  assert.equal(bounds('week', '2026-11-25T09:00:00Z'), '2026-11-29T23:00:00.000Z');
  assert.equal(bounds('week', '2026-11-29T09:00:00Z'), '2026-11-29T23:00:00.000Z', 'on Sunday, today');
  assert.equal(bounds('week', '2026-11-30T09:00:00Z'), '2026-12-06T23:00:00.000Z');
  const now = new Date('2026-11-25T09:00:00Z');
  assert.deepEqual(boundsOf('overdue', now), { dueBefore: now });
  assert.deepEqual(boundsOf('none', now), { dueFrom: new Date('9999-12-31T00:00:00Z') });
});

test('what is asked names who asks, and marks what never changes', () => {
  const asking = { person: 'p1', now: new Date('2026-11-25T09:00:00Z') };
  assert.deepEqual(askedOf({ state: 'open' }, asking), { state: 'open', marks: [], words: [] });
  assert.deepEqual(
    askedOf({ state: 'open', network: 'x', clause: 'EX-1', claimed: 'me', look: 'yes', words: 'Città' }, asking),
    { state: 'open', marks: ['=network:x', '=clause:EX-1'], words: ['citta'], look: true, claimedBy: 'p1' },
  );
  assert.deepEqual(askedOf({ state: 'open', claimed: 'nobody' }, asking).unclaimed, true);
});

test('a view is counted beforehand only where the counters know all that it asks', () => {
  const cell = { network: 'x', kind: 'comment', state: 'open', priority: 2, must_look: false, stuck: false } as const;
  const counted = [
    { ...cell, cases: 3 },
    { ...cell, must_look: true, cases: 2 },
    { ...cell, network: 'facebook', cases: 5 },
    { ...cell, state: 'decided', stuck: true, cases: 7 } as const,
    { ...cell, state: 'decided', cases: 11 } as const,
  ];
  assert.equal(casesIn(counted, { state: 'open' }), 10);
  assert.equal(casesIn(counted, { state: 'open', network: 'x', kind: 'comment' }), 5);
  assert.equal(casesIn(counted, { state: 'open', look: 'yes' }), 2);
  assert.equal(casesIn(counted, { state: 'decided' }), 18);
  assert.equal(casesIn(counted, { state: 'stuck' }), 7);
  assert.equal(casesIn(counted, { state: 'open', due: 'today' }), null);
  assert.equal(casesIn(counted, { state: 'open', words: 'a' }), null);
});
