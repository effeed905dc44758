// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deadlineWords } from './deadline.ts';

const now = new Date('2026-11-20T10:00:00Z'); // 11:00 in Rome

test('no deadline is said to be a missing datum', () => {
  assert.deepEqual(deadlineWords(null, now), { text: 'dato mancante: orario', tone: 'missing' });
});

test('today, tomorrow and later days, in the time of Rome', () => {
  assert.deepEqual(deadlineWords('2026-11-20T15:30:00Z', now), { text: 'entro le 16:30', tone: 'later' });
  assert.deepEqual(deadlineWords('2026-11-20T10:40:00Z', now), { text: 'entro le 11:40', tone: 'soon' });
  assert.equal(deadlineWords('2026-11-21T07:30:00Z', now).text, 'entro domani alle 08:30');
  assert.equal(deadlineWords('2026-11-23T07:30:00Z', now).text, 'entro lunedì 23 novembre alle 08:30');
});

test('a deadline after midnight in Rome is tomorrow, although still today in UTC', () => {
  assert.equal(deadlineWords('2026-11-20T23:30:00Z', now).text, 'entro domani alle 00:30');
});

test('the night the clocks change does not lose a day', () => {
  const evening = new Date('2026-10-24T20:00:00Z');
  assert.equal(deadlineWords('2026-10-25T08:00:00Z', evening).text, 'entro domani alle 09:00');
  assert.equal(deadlineWords('2026-10-26T08:00:00Z', evening).text, 'entro lunedì 26 ottobre alle 09:00');
});

test('what is late says for how long', () => {
  assert.deepEqual(deadlineWords('2026-11-20T09:59:40Z', now), { text: 'scaduto', tone: 'overdue' });
  assert.equal(deadlineWords('2026-11-20T09:20:00Z', now).text, 'scaduto da 40 min');
  assert.equal(deadlineWords('2026-11-20T08:30:00Z', now).text, 'scaduto da 1 ora');
  assert.equal(deadlineWords('2026-11-19T08:30:00Z', now).text, 'scaduto da 25 ore');
  assert.equal(deadlineWords('2026-11-16T08:30:00Z', now).text, 'scaduto da 4 giorni');
});
