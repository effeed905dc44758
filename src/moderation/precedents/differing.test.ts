// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Signal } from '#policy';
import { nearness } from '#triage';
import { candidatesAmong } from './candidates.ts';
import { type Compared, differing } from './differing.ts';
import { comparing } from './nearest.ts';

const noticed = (category: string): Signal => ({
  category,
  strength: 0.8,
  spans: [],
  source: 'prova',
  reason: 'prova',
});
const decided = (id: string, more: Partial<Compared> = {}): Compared => ({
  ...{ id, decision: 'hide', person: 'one', clauses: ['ESE-003'], signals: [noticed('insult')] },
  text: 'Siete dei buffoni incapaci, andate tutti quanti a casa',
  ...more,
});
const others = (count: number): Compared[] =>
  Array.from({ length: count }, (_, nth) => decided(`other ${nth}`, { text: `Parole tutte diverse numero ${nth}` }));

test('two alike, one hidden and one left, are told; two alike decided alike are not', async () => {
  const left = decided('b', { decision: 'publish', person: 'two' });
  const { groups, notShown } = await differing([decided('a'), left, ...others(4)], 5);
  assert.equal(notShown, 0);
  assert.deepEqual(
    groups.map(({ clause, decisions, pairs }) => [clause, decisions, pairs[0]?.takenDown.id, pairs[0]?.left.id]),
    [['ESE-003', 6, 'a', 'b']],
  );
  assert.equal(JSON.stringify(groups.map(({ pairs }) => pairs.length)), '[1]');
  const alike = await differing([decided('a'), decided('b', { person: 'two' }), ...others(4)], 5);
  assert.deepEqual(alike.groups, []);
});

test('in a small group, or where one person decided everything, nothing is told but that there is something', async () => {
  const left = (person: string) => decided('b', { decision: 'no-action', person });
  assert.deepEqual(await differing([decided('a'), left('two'), ...others(2)], 5), { groups: [], notShown: 1 });
  assert.deepEqual(await differing([decided('a'), left('one'), ...others(9)], 5), { groups: [], notShown: 1 });
});

test('what may be csam is compared with nothing', async () => {
  const hidden = decided('a', { signals: [noticed('csam'), noticed('insult')] });
  const left = decided('b', { decision: 'publish', person: 'two' });
  assert.deepEqual(await differing([hidden, left, ...others(5)], 5), { groups: [], notShown: 0 });
});

test('near is what says the same of the same clause, whoever wrote it and in whatever order', () => {
  const near = comparing(decided('a'));
  assert.equal(near(decided('b')), 1);
  assert.ok(near(decided('b', { text: 'A casa, incapaci buffoni che siete, andate tutti quanti' })) > 0.8);
  assert.ok(near(decided('b', { text: 'Lo sportello apre alle nove del mattino', signals: [] })) < 0.2);
  assert.equal(near(decided('b', { clauses: ['ESE-009'] })), 0);
});

const next = (seed: number): number => (Math.imul(seed, 1664525) + 1013904223) >>> 0;
/** Invented words, a few of them in many texts; the same for the same seed. */
function written(seed: number, { length, few }: { readonly length: number; readonly few: number }): string {
  let state = next(seed + 7);
  const word = (): string => {
    state = next(state);
    const [common, nth] = [(state >>> 16) % 3 > 0, state >>> 8];
    return (nth % (common ? few : 4000))
      .toString(26)
      .replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')
      .padStart(5, 'z');
  };
  return Array.from({ length }, word).join(' ');
}

test('what is alike is found through shared words, without comparing each with each', () => {
  const sets = Array.from(
    { length: 200 },
    (_, nth) => new Set(written(nth % 60, { length: 3 + (nth % 9), few: 12 }).split(' ')),
  );
  const candidates = candidatesAmong(sets, 0.3);
  let tried = 0;
  for (const one of sets) {
    const found = candidates(one);
    tried += found.size;
    const missed = sets.flatMap((other, place) => (nearness(one, other) >= 0.3 && !found.has(place) ? [place] : []));
    assert.deepEqual(missed, []);
  }
  assert.ok(tried < (sets.length * sets.length) / 2, `${tried} of ${sets.length * sets.length}`);
});

test('a month of three thousand keeps nobody waiting', async () => {
  const all = Array.from({ length: 3000 }, (_, nth) =>
    decided(String(nth), {
      ...{
        decision: nth % 2 === 0 ? 'hide' : 'publish',
        person: String(nth % 3),
        text: written(nth, { length: 25, few: 40 }),
      },
    }),
  );
  let [last, longest] = [performance.now(), 0];
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  await differing(all, 5);
  clearInterval(ticking);
  assert.ok(longest < 500, `${Math.round(longest)} ms without a pause`);
});
