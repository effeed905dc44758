// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY_PLAN, type TurnPlan } from './contract.ts';
import { closingsIn, nextTurn, onCall, onDuty } from './duty.ts';

const WORKDAYS = [1, 2, 3, 4, 5];
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const holidays = (day: string): string | null => (day === '2026-12-08' ? 'Immacolata' : null);
const rome = (text: string): Date => new Date(`${text}+01:00`);

const plan = (more: Partial<TurnPlan> = {}): TurnPlan => ({
  ...EMPTY_PLAN,
  turns: [
    { person: 'anna', days: WORKDAYS, from: '08:00', to: '14:00', holidays: false },
    { person: 'bice', days: WORKDAYS, from: '12:00', to: '18:00', holidays: false },
  ],
  ...more,
});

test('who is on duty, and until when the first of them stays', () => {
  const at = (moment: string) => onDuty(plan(), rome(moment), holidays);
  assert.deepEqual(at('2026-12-07T09:00:00'), { people: ['anna'], until: rome('2026-12-07T14:00:00') });
  assert.deepEqual(at('2026-12-07T13:00:00'), { people: ['anna', 'bice'], until: rome('2026-12-07T14:00:00') });
  assert.deepEqual(at('2026-12-07T14:00:00'), { people: ['bice'], until: rome('2026-12-07T18:00:00') });
  for (const moment of ['2026-12-07T07:59:59', '2026-12-07T18:00:00', '2026-12-08T09:00:00', '2026-12-12T09:00:00'])
    assert.deepEqual(at(moment), { people: [], until: null }, moment);
});

test('an absence gives the turn to the substitute, whose own absence counts too', () => {
  const away = (absences: TurnPlan['absences']) =>
    onDuty(plan({ absences }), rome('2026-12-07T09:00:00'), holidays).people;
  const anna = { person: 'anna', from: '2026-12-07', to: '2026-12-07' };
  assert.deepEqual(away([{ ...anna, substitute: 'carla' }]), ['carla']);
  assert.deepEqual(away([{ ...anna, substitute: null }]), []);
  assert.deepEqual(away([{ ...anna, to: '2026-12-06', substitute: 'carla' }]), ['anna']);
  const carla = { person: 'carla', from: '2026-12-01', to: '2026-12-31', substitute: 'dino' };
  assert.deepEqual(away([{ ...anna, substitute: 'carla' }, carla]), ['dino']);
  // Each the other's substitute: nobody is there, and nobody is looked for without end.
  assert.deepEqual(
    away([
      { ...anna, substitute: 'carla' },
      { ...carla, substitute: 'anna' },
    ]),
    [],
  );
});

test('closings: the ends of turns since the last look, and who does not stay', () => {
  const since = rome('2026-12-07T07:00:00');
  const closings = (now: string, of = plan()) => closingsIn(of, { since, now: rome(now) }, holidays);
  assert.deepEqual(closings('2026-12-07T13:59:59'), []);
  assert.deepEqual(closings('2026-12-07T14:00:00'), [{ at: rome('2026-12-07T14:00:00'), leaving: ['anna'] }]);
  assert.deepEqual(
    closings('2026-12-09T09:00:00').map(({ at, leaving }) => [at.toISOString(), leaving]),
    [
      ['2026-12-07T13:00:00.000Z', ['anna']],
      ['2026-12-07T17:00:00.000Z', ['bice']],
    ],
  );
  // Told once: the end itself belongs to the look that reaches it.
  assert.deepEqual(
    closingsIn(plan(), { since: rome('2026-12-07T14:00:00'), now: rome('2026-12-07T15:00:00') }, holidays),
    [],
  );
  const goesOn = plan({
    turns: [
      { person: 'anna', days: WORKDAYS, from: '08:00', to: '14:00', holidays: false },
      { person: 'anna', days: WORKDAYS, from: '14:00', to: '18:00', holidays: false },
    ],
  });
  assert.deepEqual(closings('2026-12-07T14:00:00', goesOn), [{ at: rome('2026-12-07T14:00:00'), leaving: [] }]);
});

test('a turn past midnight is one, whatever the day after, and through the nights when clocks change', () => {
  const night = plan({ turns: [{ person: 'anna', days: WORKDAYS, from: '20:00', to: '08:00', holidays: false }] });
  // Monday the 7th to Tuesday the 8th, a holiday: it goes on.
  assert.deepEqual(onDuty(night, rome('2026-12-08T03:00:00'), holidays), {
    people: ['anna'],
    until: rome('2026-12-08T08:00:00'),
  });
  assert.deepEqual(onDuty(night, rome('2026-12-08T21:00:00'), holidays).people, []);
  const found = closingsIn(night, { since: rome('2026-12-07T19:00:00'), now: rome('2026-12-08T12:00:00') }, holidays);
  assert.deepEqual(found, [{ at: rome('2026-12-08T08:00:00'), leaving: ['anna'] }]);
  const everyNight = plan({ turns: [{ person: 'anna', days: EVERY_DAY, from: '20:00', to: '08:00', holidays: true }] });
  // Clocks go forward on 29 March 2026 and back on 25 October.
  for (const [inside, end] of [
    ['2026-03-29T03:30:00+02:00', '2026-03-29T08:00:00+02:00'],
    ['2026-10-25T02:30:00+02:00', '2026-10-25T08:00:00+01:00'],
  ] as const)
    assert.equal(onDuty(everyNight, new Date(inside), holidays).until?.toISOString(), new Date(end).toISOString());
});

test('the next turn skips the holiday; one under way is the next', () => {
  const next = (moment: string) => nextTurn(plan(), rome(moment), holidays);
  assert.deepEqual(next('2026-12-07T18:00:00'), { at: rome('2026-12-09T08:00:00'), people: ['anna'] });
  assert.deepEqual(next('2026-12-07T14:00:00'), { at: rome('2026-12-07T14:00:00'), people: ['bice'] });
  assert.equal(nextTurn(EMPTY_PLAN, rome('2026-12-07T14:00:00'), holidays), null);
});

test('the rota calls in its order, without who is away, at its hours', () => {
  const rota = plan({
    onCall: [
      { people: ['anna', 'bice'], days: EVERY_DAY, from: '18:00', to: '08:00', holidays: true },
      { people: ['carla'], days: [6, 7], from: '08:00', to: '18:00', holidays: true },
    ],
    absences: [{ person: 'anna', from: '2026-12-05', to: '2026-12-06', substitute: 'dino' }],
  });
  const called = (moment: string) => onCall(rota, rome(moment), holidays);
  assert.deepEqual(called('2026-12-07T23:00:00'), ['anna', 'bice']);
  assert.deepEqual(called('2026-12-05T23:00:00'), ['dino', 'bice']);
  // The night that began on the 6th is of who was away on the 6th.
  assert.deepEqual(called('2026-12-07T02:00:00'), ['dino', 'bice']);
  assert.deepEqual(called('2026-12-06T12:00:00'), ['carla']);
  assert.deepEqual(called('2026-12-07T12:00:00'), []);
});
