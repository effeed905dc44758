// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { delayAfter, superviseServer } from './supervise.ts';

it('tries again, later each time but never more than ten seconds apart', () => {
  assert.deepEqual([1, 2, 3, 4].map(delayAfter), [100, 200, 400, 800]);
  assert.equal(delayAfter(40), 10_000);
});

it('keeps on after a revival that failed, and says so', async () => {
  const keepAlive = setInterval(() => {}, 1_000);
  const back = Promise.withResolvers<void>();
  const said: string[] = [];
  let alive = false;
  let attempts = 0;
  const end = superviseServer({
    isAlive: () => alive,
    revive: async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('no room');
      alive = true;
      back.resolve();
    },
    log: (message) => said.push(message),
  });
  await back.promise;
  await end();
  clearInterval(keepAlive);
  assert.equal(attempts, 2);
  assert.ok(said.some((message) => message.includes('no room')));
});

it('does nothing more once the watch has ended', async () => {
  let revived = false;
  const end = superviseServer({
    isAlive: () => false,
    revive: async () => {
      revived = true;
    },
    log: () => {},
  });
  await end();
  assert.equal(revived, false);
});
