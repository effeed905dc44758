// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { digestOf, type PolicyChoices, parse } from '#policy';
import { smallPolicy } from '../../tests/support/rulebook-hand.ts';
import { choicesAt, type Recordings, waitingIn } from './choices.ts';

const day = (number: number) => new Date(Date.UTC(2026, 0, number));

const act = (clause: string, from: number, until: number | null = null): Recordings['acts'][number] => ({
  id: `${clause} ${from}`,
  body: 'ente',
  clause,
  version: '1',
  act_number: 'decreto n. 7',
  act_date: '2026-01-02',
  note: '',
  recorded_by: 'a',
  recorded_by_name: 'A',
  at: day(from),
  ended_act_number: null,
  ended_act_date: null,
  ended_note: null,
  ended_by: null,
  ended_by_name: null,
  ended_at: until === null ? null : day(until),
});

const recorded = (at: number) => ({
  id: String(at),
  body: 'ente',
  version: '1',
  act_number: 'nota n. 1',
  act_date: '2026-01-02',
  note: '',
  recorded_by: 'a',
  recorded_by_name: 'A',
  at: day(at),
});

const HOURS = { days: [1 as const], ranges: [{ from: 540, to: 600 }], holidays: 'excluded' as const };
const OTHERS = { ...HOURS, holidays: 'included' as const };
const chosen = (hours: typeof HOURS | typeof OTHERS | null, at: number): Recordings['hours'][number] => ({
  ...recorded(at),
  hours,
  basis: 'act',
});

const at = (own: PolicyChoices, recordings: Partial<Recordings>, now: number) =>
  choicesAt(
    own,
    { acts: [], hours: [], patrons: [], covers: [], ...recordings },
    { now: day(now), has: (clause) => clause !== 'TOLTO' },
  );

describe('what was recorded beside a version', () => {
  it('is nothing before the first recording', () => {
    assert.deepEqual(at({ hours: HOURS }, { acts: [act('A', 5)] }, 4), { hours: HOURS });
  });

  it('wakes clauses from the act to its end, those alone that the version has', () => {
    const acts = [act('A', 5, 8), act('B', 6), act('TOLTO', 6)];
    const awake = (now: number) => at({}, { acts }, now).acts?.map(({ clause }) => clause);
    assert.deepEqual([5, 7, 8].map(awake), [['A'], ['A', 'B'], ['B']]);
    assert.equal(at({}, { acts }, 7).acts?.[0]?.act, 'decreto n. 7 del 2 gennaio 2026');
  });

  it('keeps the saint that was named last, or none, and the cover that nobody took back', () => {
    const [saint, other] = [
      { name: 'Sant’Ambrogio', day: '12-07' },
      { name: 'San Pantaleone', day: '06-10' },
    ];
    const patrons = [
      { ...recorded(3), patron: saint },
      { ...recorded(5), patron: null },
    ];
    assert.deepEqual(
      [2, 3, 5].map((now) => at({ patron: other }, { patrons }, now).patron),
      [other, saint, undefined],
    );
    const cover = { from: '2026-01-20', to: '2026-01-21', ranges: [{ from: 540, to: 600 }] };
    const ending = { ...act('A', 4, 6), ...recorded(4), cover };
    const states = [3, 4, 6].map((now) => at({}, { covers: [ending] }, now));
    assert.deepEqual(
      states.map((choices) => choices.cover),
      [undefined, [cover], undefined],
    );
    assert.deepEqual(
      states.map((choices) => choices.recorded),
      [undefined, 1, 2],
    );
  });

  it('replaces the hours chosen at the installation, or takes them back', () => {
    const hours = [chosen(OTHERS, 5), chosen(null, 6)];
    assert.deepEqual(
      [4, 5, 6].map((now) => at({ hours: HOURS }, { hours }, now).hours),
      [HOURS, OTHERS, undefined],
    );
  });

  it('never judges twice under one name, also where all was taken back', () => {
    const { policy } = parse(smallPolicy('1'), 'prova');
    assert.ok(policy);
    const recordings = { acts: [act('A', 5, 6), act('A', 7, 8)], hours: [chosen(HOURS, 9), chosen(null, 10)] };
    const digests = [4, 5, 6, 7, 8, 9, 10].map((now) => digestOf(policy, at({}, recordings, now)));
    assert.equal(new Set(digests).size, digests.length);
  });
});

it('a policy waits for acts where a block sleeps and where comments are closed', () => {
  const source = smallPolicy('1')
    .replace('commenti: aperti', 'commenti: chiusi fino ad atto')
    .replace('se: dati-personali\n', 'se: dati-personali\ndormiente: fino ad atto, una delibera\n');
  const { policy } = parse(source, 'prova');
  assert.ok(policy);
  assert.deepEqual(
    waitingIn(policy).map(({ clause, what, waitsFor }) => [clause, what, waitsFor]),
    [
      ['ESE-001', 'comments', null],
      ['ESE-003', 'clause', 'una delibera'],
    ],
  );
});
