// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { together } from './together.ts';

function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: () => resolve() };
}

it('does at once what came while it was at work, lane by lane and at most so many', async () => {
  const done: string[] = [];
  const first = gate();
  const give = together<number>(async (lane, all) => {
    if (all[0] === 1) await first.opened;
    done.push(`${lane}:${all.join()}`);
  }, 3);
  const all = [1, 2, 3, 4, 5].map((number) => give('a', number));
  const other = give('b', 9);
  await other;
  assert.deepEqual(done, ['b:9']);
  first.open();
  await Promise.all(all);
  assert.deepEqual(done, ['b:9', 'a:1', 'a:2,3,4', 'a:5']);
});

it('one that fails does not fail those it was done with', async () => {
  const first = gate();
  const kept: number[] = [];
  const give = together<number>(async (_lane, all) => {
    if (all[0] === 1) await first.opened;
    if (all.includes(3)) throw new Error('three');
    kept.push(...all);
  }, 10);
  const ends = Promise.allSettled([1, 2, 3, 4].map((number) => give('a', number)));
  first.open();
  assert.deepEqual(
    (await ends).map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  );
  assert.deepEqual(kept, [1, 2, 4]);
  await give('a', 5);
  assert.deepEqual(kept, [1, 2, 4, 5]);
});
