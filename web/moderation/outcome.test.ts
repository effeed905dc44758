// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DecisionView, EnforcementView } from '#moderation/contract';
import { contraryWrite, isAwaited, measureState, outcomeWords } from './outcome.ts';

const write = (type: EnforcementView['type'], state: EnforcementView['state']): EnforcementView => ({
  id: `${type} ${state}`,
  type,
  state,
  at: '2026-11-20T10:00:00Z',
  note: null,
  guide: null,
});
const decision = (undoneAt: string | null, ...enforcements: EnforcementView[]): DecisionView => ({
  id: 'd',
  kind: 'hide',
  grounds: [],
  reasons: 'Perché.',
  reply: null,
  reported: false,
  policyVersion: '1',
  person: { name: 'Persona inventata', role: 'moderator' },
  at: '2026-11-20T10:00:00Z',
  undoneAt,
  undoneBy: null,
  undoneReasons: null,
  superseded: false,
  undoable: true,
  enforcements,
});

test('only what the network was seen to do is said as done', () => {
  const said = (['confirmed', 'queued', 'sent', 'failed', 'by-hand', 'unknown'] as const).map(
    (state) => outcomeWords('hide', state).text,
  );
  assert.deepEqual(said, [
    'Nascosto',
    'Nascondere: in corso',
    'Nascondere: in corso',
    'Nascondere: non riuscito',
    'Nascondere: da fare a mano',
    'Nascondere: esito ignoto',
  ]);
  assert.deepEqual(outcomeWords('no-action', 'none'), { text: 'Archiviato', tone: 'done' });
});

test('a report that failed does not make the measure fail', () => {
  assert.equal(measureState(decision(null, write('hide', 'confirmed'), write('report', 'failed'))), 'confirmed');
  assert.equal(measureState(decision(null)), 'none');
});

test('an approval and a private answer are not said as done before the network agrees', () => {
  const taken = (kind: DecisionView['kind'], type: EnforcementView['type'], state: EnforcementView['state']) =>
    outcomeWords(kind, measureState({ ...decision(null, write(type, state)), kind }));
  assert.equal(taken('publish', 'approve', 'queued').tone, 'under-way');
  assert.equal(taken('publish', 'approve', 'by-hand').tone, 'stuck');
  assert.equal(taken('reply', 'answer-message', 'failed').text, 'Rispondere: non riuscito');
  assert.equal(taken('reply', 'answer-message', 'confirmed').text, 'Risposto');
});

test('what was out of sight is published; what was in sight is left there', () => {
  assert.equal(outcomeWords('publish', 'confirmed').text, 'Pubblicato');
  assert.equal(outcomeWords('publish', 'none').text, 'Lasciato pubblico');
});

test('after an undoing only the write that takes the decision back is awaited', () => {
  const [hidden, shown] = [write('hide', 'confirmed'), write('unhide', 'failed')];
  const undone = decision('2026-11-20T11:00:00Z', hidden, shown);
  assert.equal(contraryWrite(undone), shown);
  assert.deepEqual([isAwaited(undone, hidden), isAwaited(undone, shown)], [false, true]);
  assert.equal(contraryWrite(decision(null, hidden)), undefined);
  assert.equal(isAwaited(decision(null, hidden), hidden), true);
});
